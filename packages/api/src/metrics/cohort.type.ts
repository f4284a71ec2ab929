import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTime, Day } from '../graphql/scalars.ts'
import { MetricValue } from './metric.type.ts'
import { Grain } from './metric.words.ts'
import { MetricDefinition } from './metric-definition.type.ts'

export const CohortMode = { ON: 'ON', ON_OR_AFTER: 'ON_OR_AFTER' } as const
registerEnumType(CohortMode, {
  name: 'CohortMode',
  description: 'When a member of a cohort counts as active.',
  valuesConfig: {
    ON: { description: 'In the interval itself.' },
    ON_OR_AFTER: { description: 'In the interval or any later one.' },
  },
})

@ObjectType({ description: "A cohort in one interval of its members' lives.", simpleResolvers: true })
export class CohortCell {
  @Field(() => Int, { description: 'How many intervals after the first order; 0 begins on its day.' })
  index!: number

  @Field(() => Boolean, { description: 'Some member is still in this interval.' })
  partial!: boolean

  @Field(() => MetricValue, { description: 'Of the members who have reached it, who are its records.' })
  value!: unknown
}

@ObjectType({ description: 'Customers whose first order lies in one bucket.', simpleResolvers: true })
export class Cohort {
  @Field(() => Day, { description: 'The first day of the calendar bucket.' })
  start!: string

  @Field(() => Day, { description: 'The first day of the next bucket.' })
  end!: string

  @Field(() => Int, { description: 'How many members. 0: none, or withheld.' })
  size!: number

  @Field(() => [CohortCell], { description: 'From interval 0 to the last that any member has reached.' })
  cells!: readonly CohortCell[]
}

@ObjectType({ description: 'What became of customers who came together.', simpleResolvers: true })
export class CohortTable {
  @Field(() => MetricDefinition, { description: 'What is counted.' })
  definition!: unknown

  @Field(() => Grain, { description: 'How long a bucket of cohorts and an interval of lives are.' })
  interval!: string

  @Field(() => CohortMode, { description: 'When a member counts as active.' })
  mode!: string

  @Field(() => DateTime, { description: 'Everything received before this moment is in the figures.' })
  asOf!: Date

  @Field(() => [Cohort], { description: 'In the order of time, one for each bucket of the period.' })
  cohorts!: readonly Cohort[]
}

@ObjectType({ description: 'First-time fix for one window.', simpleResolvers: true })
export class CurvePoint {
  @Field(() => Int, { description: 'So many days of silence on an issue count as fixed.' })
  windowDays!: number

  @Field(() => MetricValue, { description: 'Of the contacts that are ripe for this window.' })
  value!: unknown
}
