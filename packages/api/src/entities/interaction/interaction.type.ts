import { GraphQLJSONObject } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType({
  description: 'One occurrence of a touchpoint for one customer.',
  implements: Fact,
  simpleResolvers: true,
})
export class Interaction extends Fact {
  @Field(() => DateTime, { description: 'When it was.' })
  at!: Date

  @Field(() => String, {
    nullable: true,
    description:
      "The stage of its touchpoint on the map of its journey, by the map's id of it; else the touchpoint's own. Null: neither is known.",
  })
  stage?: string | null

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'What else was sent. Null: nothing, or withheld as personal data.',
  })
  attributes?: Record<string, unknown> | null
}

export const InteractionConnection = connectionOf(() => Interaction, 'Interaction')
