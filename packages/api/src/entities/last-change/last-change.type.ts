import { Field, ID, Int, ObjectType } from 'type-graphql'
import { RecordKindEnum } from '../../graphql/change.type.ts'
import type { NodeKind } from '../../graphql/source.ts'

@ObjectType({
  description: 'What came in at once of one kind, of which nothing was changed since.',
  simpleResolvers: true,
})
export class LastChange {
  @Field(() => RecordKindEnum, { description: 'Of which kind.' })
  kind!: NodeKind

  @Field(() => Int, { description: 'How many records it changed that nobody has changed since.' })
  count!: number

  @Field(() => Boolean, { description: 'Whether it took them away.' })
  deleted!: boolean

  @Field(() => ID, { nullable: true, description: 'Of the record. Null: there are several.' })
  id!: string | null

  @Field(() => Date, { nullable: true, description: 'When it came in. Null: it was rejected at first.' })
  at!: Date | null

  @Field(() => String, {
    nullable: true,
    description: 'The system it came from. Null: it was rejected at first, or came from several.',
  })
  source!: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the token it came with; `local` where none was needed. Null: no token was shown, several were, or their names are not yours to see.',
  })
  by!: string | null
}
