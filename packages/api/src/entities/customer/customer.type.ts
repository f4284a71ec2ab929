import { GraphQLJSONObject } from 'graphql-scalars'
import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Node } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { CustomerKind, MergeRule } from './customer.words.ts'

@ObjectType({ description: 'By which id a source knows a customer.', simpleResolvers: true })
export class Identity {
  @Field(() => String, { description: 'The system.' })
  source!: string

  @Field(() => String, { nullable: true, description: 'The id in that system. Null: withheld as personal data.' })
  externalId?: string | null

  @Field(() => MergeRule, {
    nullable: true,
    description: 'By which rule it was found to be of this customer. Null: it was the first, or is the only one.',
  })
  joinedBy?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When that was. Null: as joinedBy.' })
  joinedAt?: Date | null

  @Field(() => ID, { nullable: true, description: 'The merge by which it came, for undoing it. Null: as joinedBy.' })
  joinedThrough?: string | null
}

@ObjectType({ description: 'Two identities that were found to be of one customer.', simpleResolvers: true })
export class CustomerMerge {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => MergeRule, { description: 'By which rule.' })
  rule!: string

  @Field(() => Identity, { description: 'The one.' })
  identity!: Identity

  @Field(() => Identity, { description: 'The other.' })
  other!: Identity

  @Field(() => DateTime, { description: 'When they were merged.' })
  mergedAt!: Date

  @Field(() => String, {
    nullable: true,
    description: 'Who merged them. Null: the rule alone, or withheld as personal data.',
  })
  mergedBy?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When that ended. Null: it is in force.' })
  undoneAt?: Date | null

  @Field(() => String, {
    nullable: true,
    description: 'Who undid it. Null: nobody, what held them together is gone; or withheld as personal data.',
  })
  undoneBy?: string | null
}

@ObjectType({
  description: 'A person or company; of each field the newest that any source told.',
  implements: Node,
  simpleResolvers: true,
})
export class Customer extends Node {
  @Field(() => String, { description: 'The brand it belongs to.' })
  brand!: string

  @Field(() => CustomerKind, { nullable: true, description: 'Person or company. Null: not known.' })
  kind?: string | null

  @Field(() => String, { nullable: true, description: 'The company of a person. Null: not known.' })
  company?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'What they are called. Null: not known, or withheld as personal data.',
  })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Their e-mail address. Null: not known, or withheld as personal data.',
  })
  email?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Their telephone number. Null: not known, or withheld as personal data.',
  })
  phone?: string | null

  @Field(() => String, { nullable: true, description: 'The language they are spoken to in. Null: not known.' })
  language?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Where they live now; facts carry the country of their time. Null: not known.',
  })
  country?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Their group now; facts carry the segment of their time. Null: not known.',
  })
  segment?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When they became a customer. Null: not known.' })
  acquiredAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When they left. Null: they have not, or it is not known.' })
  churnedAt?: Date | null

  @Field(() => Boolean, { nullable: true, description: 'Whether this is a visitor nobody knows. Null: not told.' })
  anonymous?: boolean | null

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'What else was sent. Null: nothing, or withheld as personal data.',
  })
  attributes?: Record<string, unknown> | null
}

export const CustomerConnection = connectionOf(() => Customer, 'Customer')
