import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { sources } from '../entities/sources.ts'
import { type NodeKind, nodeKinds } from './source.ts'

const enumName = (kind: NodeKind) => kind.toUpperCase().replaceAll('-', '_')
const article = (word: string) => (/^[AEIOU]/.test(word) ? 'An' : 'A')

export const RecordKindEnum = Object.fromEntries(nodeKinds.map(kind => [enumName(kind), kind]))
registerEnumType(RecordKindEnum, {
  name: 'RecordKind',
  description: 'The kinds of records.',
  valuesConfig: Object.fromEntries(
    nodeKinds.map(kind => {
      const { typeName } = sources[kind]
      return [enumName(kind), { description: `${article(typeName)} \`${typeName}\`.` }]
    }),
  ),
})

@ObjectType({ description: 'That a record came, changed or went; of several changes the last.', simpleResolvers: true })
export class Change {
  @Field(() => RecordKindEnum, { description: 'What it is.' })
  kind!: NodeKind

  @Field(() => ID, { description: 'Of the record, as everywhere.' })
  id!: string

  @Field(() => Date, {
    nullable: true,
    description:
      'When its sender last changed it; of a record that is gone, when that came in here. Null: it is a customer, of whom several senders tell.',
  })
  at?: Date | null

  @Field(() => Boolean, { description: 'Whether it is gone: deleted, or no longer yours to see.' })
  deleted!: boolean
}

@ObjectType({ description: 'A page of changes, in the order in which they came in.', simpleResolvers: true })
export class ChangeConnection {
  @Field(() => [Change], { description: 'The changes of the page.' })
  nodes!: Change[]

  @Field(() => String, { description: 'Where the page ends, for `since`: keep it also when the page is empty.' })
  cursor!: string

  @Field(() => Boolean, { description: 'Whether more have come in already.' })
  hasMore!: boolean
}
