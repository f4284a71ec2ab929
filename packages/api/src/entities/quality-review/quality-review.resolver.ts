import { Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Contact } from '../contact/contact.type.ts'
import { QualityReviewArgs } from './quality-review.inputs.ts'
import { type QualityReviewRow, qualityReviewSource } from './quality-review.source.ts'
import { QualityReview, QualityReviewConnection } from './quality-review.type.ts'

@Resolver(() => QualityReview)
export class QualityReviewResolver {
  @Query(() => QualityReviewConnection, { description: 'How contacts were handled, as colleagues judge it.' })
  qualityReviews(@Args(() => QualityReviewArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new QualityReviewConnection(pageOf(context, qualityReviewSource, args))
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'The contact that was judged. Null: not yours to see.' })
  contact(@Root() { contactId }: QualityReviewRow, @Ctx() { loaders }: Context) {
    return loaders.node('contact').load(contactId)
  }

  @FieldResolver(() => Float, {
    description: 'Of what could be scored, by weight, 0 to 1; 0 when a critical item failed.',
  })
  score(@Root() { scoreE4 }: QualityReviewRow) {
    return scoreE4 / 10_000
  }
}
