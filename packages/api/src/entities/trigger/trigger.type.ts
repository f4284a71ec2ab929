import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { RatePer, TriggerIntent } from './trigger.words.ts'

@ObjectType({
  description: 'Why customers get in touch: the cause of contacts, whoever answers them.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class Trigger extends CatalogueRecord {
  @Field(() => String, { description: 'What people call it.' })
  name!: string

  @Field(() => String, { description: 'The department that owns the cause.' })
  department!: string

  @Field(() => TriggerIntent, { nullable: true, description: 'What its contacts are for. Null: not known.' })
  intent?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its contacts would not be needed if all went well. Null: not known.',
  })
  avoidable?: boolean | null

  @Field(() => RatePer, {
    nullable: true,
    description: 'Of what the rate of its contacts is taken. Null: of orders, unless asked otherwise.',
  })
  ratePer?: string | null
}

export const TriggerConnection = connectionOf(() => Trigger, 'Trigger')
