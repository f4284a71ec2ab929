import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType({ description: 'Which contacts a promise holds for: all that is said must hold.', simpleResolvers: true })
export class SlaConditions {
  @Field(() => String, { nullable: true, description: 'Contacts in this channel. Null: in any.' })
  channel?: string | null

  @Field(() => String, { nullable: true, description: 'Contacts of this team. Null: of any.' })
  team?: string | null

  @Field(() => String, { nullable: true, description: 'Contacts about this topic. Null: about any.' })
  topic?: string | null

  @Field(() => String, { nullable: true, description: 'Contacts of customers of this segment. Null: of any.' })
  segment?: string | null
}

@ObjectType({
  description: 'What was promised about which contacts, from a moment on.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class SlaPolicy extends CatalogueRecord {
  @Field(() => Int, { description: 'Counts the versions of one promise.' })
  version!: number

  @Field(() => DateTime, { description: 'In force from this moment on.' })
  from!: Date

  @Field(() => SlaConditions, { description: 'Which contacts it holds for.' })
  where!: SlaConditions

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds in which a person first replies. Null: not promised.',
  })
  firstResponseSeconds?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds in which each later reply comes. Null: not promised.' })
  nextReplySeconds?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds in which it is resolved. Null: not promised.' })
  resolutionSeconds?: number | null
}

export const SlaPolicyConnection = connectionOf(() => SlaPolicy, 'SlaPolicy')
