import { Field, Float, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'

@ObjectType({ description: 'What a stage should be like.', simpleResolvers: true })
export class StageIdeal {
  @Field(() => Float, {
    nullable: true,
    description: 'The share that finds it easy (CES 5 to 7), 0 to 1. Null: none was set.',
  })
  ces?: number | null

  @Field(() => Float, { nullable: true, description: 'Relational NPS, -100 to 100. Null: none was set.' })
  relationalNps?: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'The share of customers who go on to the next stage, 0 to 1. Null: none was set.',
  })
  conversion?: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Contacts per 100 customers in the stage. Null: none was set.',
  })
  contactRate?: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'The share of matters that one contact settles, 0 to 1. Null: none was set.',
  })
  firstTimeFix?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds of handling a contact. Null: none was set.' })
  handleSeconds?: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Service cost over retained margin, both in one currency. Null: none was set.',
  })
  costPerMargin?: number | null
}

@ObjectType({ description: 'A part of a journey, as its customers live it.', simpleResolvers: true })
export class JourneyStage {
  @Field(() => String, { description: 'Its id in its map, as `stage` of facts says it.' })
  id!: string

  @Field(() => String, { description: 'What people call it.' })
  name!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether time that customers spend here is well spent. Null: not told.',
  })
  timeWellSpent?: boolean | null

  @Field(() => StageIdeal, { nullable: true, description: 'What it should be like. Null: nothing was set.' })
  ideal?: StageIdeal | null
}

@ObjectType({ description: 'A touchpoint in its place in a map.', simpleResolvers: true })
export class JourneyStep {
  @Field(() => String, { description: 'The id of its stage in the map.' })
  stage!: string

  @Field(() => Boolean, { description: 'Whether a journey is as designed without it.' })
  optional!: boolean

  @Field(() => Int, { nullable: true, description: 'Seconds that it should take at most. Null: no limit was set.' })
  maxSeconds?: number | null
}

@ObjectType({
  description: 'A journey as it was designed: stages and steps, and what they should be like.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class JourneyMap extends CatalogueRecord {
  @Field(() => String, { description: 'What people call it.' })
  name!: string

  @Field(() => Int, { description: 'Days in which a journey is to be completed, from its start.' })
  windowDays!: number

  @Field(() => [JourneyStage], { description: 'Its stages, in their order.' })
  stages!: JourneyStage[]

  @Field(() => [JourneyStep], { description: 'Its steps, in the order in which they are meant to be taken.' })
  steps!: JourneyStep[]
}

export const JourneyMapConnection = connectionOf(() => JourneyMap, 'JourneyMap')
