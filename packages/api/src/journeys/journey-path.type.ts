import { Field, Float, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../graphql/scalars.ts'
import { Interval } from '../metrics/metric.type.ts'

@ObjectType({
  description: 'Where a customer was on the way: at a touchpoint, or in contact with service.',
  simpleResolvers: true,
})
export class FlowPoint {
  @Field(() => String, { description: 'Tells it from the others: the same in every answer.' })
  id!: string

  @Field(() => String, {
    nullable: true,
    description: 'The channel of a contact with service. Null: it is a touchpoint.',
  })
  channel!: string | null
}

@ObjectType({ description: 'Journeys that went from one point to the next.', simpleResolvers: true })
export class FlowStep {
  @Field(() => FlowPoint, { description: 'Where they were.' })
  from!: FlowPoint

  @Field(() => FlowPoint, { description: 'Where they were next.' })
  to!: FlowPoint

  @Field(() => Int, { description: 'How many journeys; one that went this way twice counts once.' })
  journeys!: number

  @Field(() => Float, { nullable: true, description: 'Half of the times took at most so many seconds.' })
  medianSeconds!: number | null
}

@ObjectType({ description: 'Journeys that began or ended at a point.', simpleResolvers: true })
export class FlowEnd {
  @Field(() => FlowPoint, { description: 'Where.' })
  point!: FlowPoint

  @Field(() => Int, { description: 'How many journeys.' })
  journeys!: number
}

@ObjectType({ description: 'Which way journeys really went.', simpleResolvers: true })
export class JourneyFlow {
  @Field(() => DateTime, { description: 'Everything received before this moment is in the figures.' })
  asOf!: Date

  @Field(() => Int, { nullable: true, description: 'How many journeys began in the period. Null: withheld.' })
  journeys!: number | null

  @Field(() => [FlowStep], {
    description:
      'The most travelled first. From viewers those of a few journeys are withheld, and those that would tell these.',
  })
  steps!: readonly FlowStep[]

  @Field(() => [FlowEnd], { description: 'Where journeys were first seen, the most first; withheld as steps are.' })
  starts!: readonly FlowEnd[]

  @Field(() => [FlowEnd], {
    description: 'Where journeys were last seen, also those that still run; withheld as steps are.',
  })
  ends!: readonly FlowEnd[]
}

@ObjectType({ description: 'How many journeys came to a step of their map.', simpleResolvers: true })
export class FunnelStep {
  @Field(() => String, { description: 'The id of its stage in the map.' })
  stage!: string

  @Field(() => Boolean, { description: 'Whether a journey is as designed without it.' })
  optional!: boolean

  @Field(() => Int, { nullable: true, description: 'Seconds that it should take at most. Null: no limit was set.' })
  maxSeconds!: number | null

  @Field(() => Int, {
    nullable: true,
    description:
      'Journeys that came here within the window, after all required steps before it in their order. Null: withheld.',
  })
  journeys!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the journeys that came to the required step before it, or of all where there is none, 0 to 1. Null: nothing to divide by, or withheld.',
  })
  share!: number | null

  @Field(() => Interval, { nullable: true, description: "Of the share, by Wilson's score. Null: no share." })
  interval!: Interval | null

  @Field(() => Float, {
    nullable: true,
    description:
      'Half of them took at most so many seconds since the required step before it, or since their start. Null: nobody, or withheld.',
  })
  medianSeconds!: number | null
}

@ObjectType({ description: 'How far journeys came along their map.', simpleResolvers: true })
export class JourneyFunnel {
  @Field(() => DateTime, { description: 'Everything received before this moment is in the figures.' })
  asOf!: Date

  @Field(() => Int, { description: 'Days from its start in which a journey was to come to a step.' })
  windowDays!: number

  @Field(() => Int, {
    nullable: true,
    description:
      'Journeys that began in the period and whose window has gone by: those that are told of. Null: withheld.',
  })
  journeys!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Journeys that began in the period and whose window still runs; they are in no step. Null: withheld.',
  })
  running!: number | null

  @Field(() => [FunnelStep], { description: 'Every step of the map, in its order.' })
  steps!: readonly FunnelStep[]
}
