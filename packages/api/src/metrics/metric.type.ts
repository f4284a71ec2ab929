import { Field, Float, Int, ObjectType } from 'type-graphql'
import { DateTime, Day } from '../graphql/scalars.ts'
import { DimensionName } from './metric.words.ts'
import { MetricDefinition } from './metric-definition.type.ts'

@ObjectType({ description: "Days in the organisation's time zone.", simpleResolvers: true })
export class Period {
  @Field(() => Day, { description: 'The first day.' })
  from!: string

  @Field(() => Day, { description: 'The day after the last one.' })
  to!: string
}

@ObjectType({ description: 'Between what the true figure lies, at a level of confidence.', simpleResolvers: true })
export class Interval {
  @Field(() => Float, { description: 'In the unit of the figure.' })
  low!: number

  @Field(() => Float, { description: 'In the unit of the figure.' })
  high!: number

  @Field(() => Float, { description: 'Such as 0.95.' })
  level!: number
}

@ObjectType({ description: 'How many values lie between two.', simpleResolvers: true })
export class Bin {
  @Field(() => Float, { description: 'From this one on.' })
  from!: number

  @Field(() => Float, { description: 'Up to this one, which is not in it.' })
  to!: number

  @Field(() => Int, { description: 'How many.' })
  count!: number
}

@ObjectType({ description: 'A figure beside the one of the compared period.', simpleResolvers: true })
export class ComparedValue {
  @Field(() => Period, { description: 'The days compared with; from and to are equal where a point has no partner.' })
  period!: Period

  @Field(() => Float, { nullable: true, description: 'The other figure. Null: nothing to divide by, or withheld.' })
  value?: number | null

  @Field(() => Int, { nullable: true, description: 'On how many records it stands. Null: withheld.' })
  n?: number | null

  @Field(() => Float, { nullable: true, description: "This figure less the other, in the metric's unit." })
  difference?: number | null

  @Field(() => Float, { nullable: true, description: 'This figure over the other. Null where the other is 0.' })
  ratio?: number | null

  @Field(() => Interval, { nullable: true, description: 'Of the difference, at 0.95.' })
  interval?: Interval | null

  @Field(() => Boolean, { nullable: true, description: 'Whether that interval leaves out 0. Null: there is none.' })
  significant?: boolean | null
}

@ObjectType({ description: 'One figure with what it stands on.', simpleResolvers: true })
export class MetricValue {}

@ObjectType({ description: 'One calendar bucket of a series.', simpleResolvers: true })
export class MetricPoint {
  @Field(() => Day, { description: 'The first day of the calendar bucket.' })
  start!: string

  @Field(() => Day, { description: 'The first day of the next bucket.' })
  end!: string

  @Field(() => Boolean, { description: 'Days are missing: cut by the period, still running, or not yet ripe.' })
  partial!: boolean

  @Field(() => MetricValue, { description: 'The figure of the days of this bucket that lie in the period.' })
  value!: unknown
}

@ObjectType({ description: 'What a group has in common.', simpleResolvers: true })
export class DimensionValue {
  @Field(() => DimensionName, { description: 'By what it was grouped.' })
  dimension!: string

  @Field(() => String, { nullable: true, description: 'As `MetricWhere` takes it. Null: not set, or `other`.' })
  value?: string | null

  @Field(() => Boolean, { description: 'Gathers all groups after the `top`.' })
  other!: boolean
}

@ObjectType({
  description: 'The figures of one group, or of all records when nothing was grouped.',
  simpleResolvers: true,
})
export class MetricSeries {
  @Field(() => [DimensionValue], { description: 'In the order of `groupBy`; empty when nothing was grouped.' })
  keys!: readonly DimensionValue[]

  @Field(() => MetricValue, { description: 'Over the whole period.' })
  total!: unknown

  @Field(() => [MetricPoint], { description: 'In the order of time; empty without a grain.' })
  points!: readonly MetricPoint[]
}

@ObjectType({ description: 'How one kind of fact was read.', simpleResolvers: true })
export class FactPlan {
  @Field(() => String, { description: 'Which facts.' })
  fact!: string

  @Field(() => String, {
    description:
      '`rollup:{..}` with its dimensions, `raw`: the facts themselves, or both; of percentiles `sketches:{..}` or `raw`.',
  })
  source!: string

  @Field(() => String, { description: 'The statement, its values as $1, $2, ..' })
  sql!: string

  @Field(() => Int, {
    nullable: true,
    description:
      'How many rows were added up. Null: your role shows no single records, and of few these are the records.',
  })
  rowsRead!: number | null
}

@ObjectType({ description: 'How an answer came about.', simpleResolvers: true })
export class Plan {
  @Field(() => [FactPlan], { description: 'One statement for each kind of fact, whatever is asked about it.' })
  facts!: readonly FactPlan[]
}

@ObjectType({ description: 'The answer of one metric.', simpleResolvers: true })
export class MetricResult {
  @Field(() => MetricDefinition, { description: 'What is counted.' })
  definition!: unknown

  @Field(() => Period, { description: 'The period asked for.' })
  period!: Period

  @Field(() => DateTime, { description: 'Everything received before this moment is in the figures.' })
  asOf!: Date

  @Field(() => [DimensionName], {
    description:
      'What `leaveOutUnknown` left out: the dimensions of all conditions that name one which this metric is not known by. Empty: all conditions hold.',
  })
  notFilteredBy!: readonly string[]

  @Field(() => MetricValue, { description: 'Over the whole period and all groups.' })
  total!: unknown

  @Field(() => [MetricSeries], {
    description: 'One for each group, most records first; a single one without `groupBy`.',
  })
  series!: readonly MetricSeries[]

  @Field(() => Plan, { nullable: true, description: 'Null unless `explain` was asked.' })
  plan?: Plan | null
}
