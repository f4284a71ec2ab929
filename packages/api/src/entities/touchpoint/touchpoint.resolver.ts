import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { relation } from '../../graphql/relation.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { InteractionArgs } from '../interaction/interaction.inputs.ts'
import { interactionSource } from '../interaction/interaction.source.ts'
import { InteractionConnection } from '../interaction/interaction.type.ts'
import { TouchpointArgs } from './touchpoint.inputs.ts'
import { type TouchpointRow, touchpointSource } from './touchpoint.source.ts'
import { Touchpoint, TouchpointConnection } from './touchpoint.type.ts'

const interactionsOfTouchpoint = relation('interactionsOfTouchpoint', interactionSource, 'touchpointId')
const feedbackOfTouchpoint = relation('feedbackOfTouchpoint', feedbackSource, 'aboutTouchpointId')

@Resolver(() => Touchpoint)
export class TouchpointResolver {
  @Query(() => TouchpointConnection, { description: 'Places where customers and company meet.' })
  touchpoints(@Args(() => TouchpointArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new TouchpointConnection(pageOf(context, touchpointSource, args))
  }

  @FieldResolver(() => InteractionConnection, { description: 'What happened there.' })
  interactions(
    @Root() { id }: TouchpointRow,
    @Args(() => InteractionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ) {
    return new InteractionConnection(pageUnder(context, interactionsOfTouchpoint, id, args))
  }

  @FieldResolver(() => FeedbackConnection, { description: 'What was answered about it, or about contacts there.' })
  feedback(@Root() { id }: TouchpointRow, @Args(() => FeedbackArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new FeedbackConnection(pageUnder(context, feedbackOfTouchpoint, id, args))
  }
}
