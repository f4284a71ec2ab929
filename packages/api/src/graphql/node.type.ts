import { Field, ID, InterfaceType } from 'type-graphql'

const typeName = (row: { __typename: string }) => row.__typename

/** Of the id of every node. */
export const idField = { description: 'Opaque and lasting: it stays the same when customers are merged.' }

/** Relay's object identification. */
@InterfaceType({ description: 'A record that can be asked again by its id.', resolveType: typeName })
export abstract class Node {
  @Field(() => ID, idField)
  id!: string
}

/** What contacts, answers, orders and all else that is counted have in common. */
@InterfaceType({ description: 'Something that happened, at a moment.', implements: Node, resolveType: typeName })
export abstract class Fact extends Node {
  @Field(() => String, { description: 'The brand it belongs to.' })
  brand!: string

  @Field(() => String, { description: 'The system that sent it.' })
  source!: string

  @Field(() => String, { description: 'Its id in that system.' })
  externalId!: string

  @Field(() => String, {
    nullable: true,
    description: "The customer's segment at that time. Null: not known, or it concerns no customer.",
  })
  segment?: string | null

  @Field(() => String, {
    nullable: true,
    description: "The customer's country at that time. Null: not known, or it concerns no customer.",
  })
  country?: string | null
}

/** What touchpoints, triggers, maps, calendars, policies, rates and annotations have in common. */
@InterfaceType({ description: 'What facts refer to or are judged by.', implements: Node, resolveType: typeName })
export abstract class CatalogueRecord extends Node {
  @Field(() => String, { nullable: true, description: 'The brand it belongs to. Null: all brands share it.' })
  brand?: string | null

  @Field(() => String, { description: 'The system that sent it.' })
  source!: string

  @Field(() => String, { description: 'Its id in that system.' })
  externalId!: string
}
