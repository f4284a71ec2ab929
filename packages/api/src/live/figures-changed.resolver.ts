import { Resolver, Root, Subscription } from 'type-graphql'
import type { Viewer } from '../security/roles.ts'
import type { Feed, FiguresChange } from './feed.ts'
import { FiguresChanged } from './figures-changed.type.ts'

/** What a subscription has of its request. */
export type Subscribed = { feed: Feed; viewer: Viewer }

@Resolver()
export class FiguresChangedResolver {
  @Subscription(() => FiguresChanged, {
    description:
      'Says that figures of brands that you may see have changed, at most once a second. By POST /graphql/stream, as Server-Sent Events; `/graphql` takes no subscriptions.',
    subscribe: ({ context }: { context: Subscribed }) => context.feed.changes(context.viewer),
  })
  figuresChanged(@Root() change: FiguresChange): FiguresChanged {
    return change
  }
}
