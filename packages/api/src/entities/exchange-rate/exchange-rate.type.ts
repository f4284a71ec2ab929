import { Field, Float, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { Day } from '../../graphql/scalars.ts'

@ObjectType({
  description: 'What one currency was worth in another on a day.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class ExchangeRate extends CatalogueRecord {
  @Field(() => String, { description: 'The currency that is converted, by its ISO 4217 code.' })
  from!: string

  @Field(() => String, { description: 'The currency it is converted into, by its ISO 4217 code.' })
  to!: string

  @Field(() => Day, { description: 'The day on which it holds.' })
  day!: string

  @Field(() => Float, { description: 'How many units of `to` one unit of `from` buys.' })
  rate!: number
}

export const ExchangeRateConnection = connectionOf(() => ExchangeRate, 'ExchangeRate')
