import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { FeedbackKind } from '../feedback/feedback.words.ts'

@ObjectType({
  description: 'A question that was put to a customer, or kept back.',
  implements: Fact,
  simpleResolvers: true,
})
export class Survey extends Fact {
  @Field(() => FeedbackKind, { description: 'What was asked.' })
  kind!: string

  @Field(() => DateTime, { description: 'When it was sent, or would have been.' })
  sentAt!: Date

  @Field(() => Boolean, { description: 'Kept back by a rule against asking too often: it was not sent.' })
  skipped!: boolean

  @Field(() => Boolean, { description: 'Whether an answer names it; two answers are one.' })
  answered!: boolean
}

export const SurveyConnection = connectionOf(() => Survey, 'Survey')
