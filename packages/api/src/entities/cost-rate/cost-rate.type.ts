import { Field, Float, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType({
  description: 'What handling contacts costs, while it is in force; the rate that says most precisely for whom wins.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class CostRate extends CatalogueRecord {
  @Field(() => String, { nullable: true, description: 'For contacts of this team. Null: of any.' })
  team?: string | null

  @Field(() => String, { nullable: true, description: 'For contacts in this channel. Null: in any.' })
  channel?: string | null

  @Field(() => DateTime, { description: 'In force from this moment on.' })
  from!: Date

  @Field(() => DateTime, { nullable: true, description: 'In force before this moment. Null: it still is.' })
  to?: Date | null

  @Field(() => Float, { description: 'What is added for overhead, as a share of the rest: 0.2 is a fifth.' })
  overheadShare!: number
}

export const CostRateConnection = connectionOf(() => CostRate, 'CostRate')
