import { Field, Float, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { FeedbackKind } from './feedback.words.ts'

@ObjectType({ description: 'One answer of a customer.', implements: Fact, simpleResolvers: true })
export class Feedback extends Fact {
  @Field(() => FeedbackKind, { description: 'What was asked.' })
  kind!: string

  @Field(() => Float, { description: 'The answer, on its scale.' })
  score!: number

  @Field(() => Float, { description: 'The least that could be answered.' })
  scaleMin!: number

  @Field(() => Float, { description: 'The most that could be answered.' })
  scaleMax!: number

  @Field(() => Boolean, { description: 'Promoter, top box or easy.' })
  favourable!: boolean

  @Field(() => Boolean, { description: 'Detractor, bottom box or hard.' })
  unfavourable!: boolean

  @Field(() => DateTime, { description: 'When it was given.' })
  at!: Date

  @Field(() => String, { nullable: true, description: 'In their own words. Null: none, or withheld as personal data.' })
  comment?: string | null

  @Field(() => String, { nullable: true, description: 'The language of the comment. Null: not known.' })
  language?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the customer says that the matter was settled. Null: not asked.',
  })
  resolved?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the customer had wanted this contact. Null: not asked.',
  })
  wanted?: boolean | null

  @Field(() => String, { nullable: true, description: 'The channel of the contact it is about. Null: about none.' })
  channel?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The team of the contact it is about. Null: about none, or not known.',
  })
  team?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      "The stage of its touchpoint on the map of the journey, by the map's id of it; else the touchpoint's own; without a touchpoint that of its contact. Null: none is known.",
  })
  stage?: string | null

  @Field(() => Boolean, {
    description: 'Whether the customer had a contact in the days before; how many days is a setting, 30 by default.',
  })
  contacted!: boolean
}

export const FeedbackConnection = connectionOf(() => Feedback, 'Feedback')
