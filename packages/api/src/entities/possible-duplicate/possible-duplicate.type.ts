import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { DuplicateReason, MergeHindrance } from './possible-duplicate.words.ts'

@ObjectType({ description: 'Two customers who may be one: for people to decide.', simpleResolvers: true })
export class PossibleDuplicate {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { description: 'The brand of both.' })
  brand!: string

  @Field(() => DuplicateReason, { description: 'Why.' })
  reason!: string

  @Field(() => MergeHindrance, {
    nullable: true,
    description: 'Why no rule made them one. Null: for such a reason none does.',
  })
  hindrance?: string | null

  @Field(() => DateTime, { description: 'Since when.' })
  since!: Date
}

export const PossibleDuplicateConnection = connectionOf(() => PossibleDuplicate, 'PossibleDuplicate')
