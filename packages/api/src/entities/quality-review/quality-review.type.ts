import { Field, Float, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType({ description: 'What one item of a scorecard gave.', simpleResolvers: true })
export class ReviewItem {
  @Field(() => String, { description: 'What was looked at: accuracy, professionalism and so on.' })
  name!: string

  @Field(() => Float, { description: 'How much it weighs beside the other items, in any unit.' })
  weight!: number

  @Field(() => Float, { description: 'Points given, 0 to `max`.' })
  score!: number

  @Field(() => Float, { description: 'The most that could be given.' })
  max!: number

  @Field(() => Boolean, { description: 'Whether the whole review is 0 when this fails.' })
  critical!: boolean
}

@ObjectType({
  description: "A colleague's judgement of how a contact was handled.",
  implements: Fact,
  simpleResolvers: true,
})
export class QualityReview extends Fact {
  @Field(() => DateTime, { description: 'When it was judged.' })
  at!: Date

  @Field(() => String, {
    nullable: true,
    description: 'Who judged. Null: not known, or withheld as personal data.',
  })
  reviewer?: string | null

  @Field(() => [ReviewItem], { description: 'The scorecard.' })
  items!: ReviewItem[]

  @Field(() => Boolean, { description: 'Whether a critical item failed.' })
  criticalFailed!: boolean

  @Field(() => String, { description: 'The channel of its contact.' })
  channel!: string

  @Field(() => String, { nullable: true, description: 'The team of its contact. Null: not known.' })
  team?: string | null
}

export const QualityReviewConnection = connectionOf(() => QualityReview, 'QualityReview')
