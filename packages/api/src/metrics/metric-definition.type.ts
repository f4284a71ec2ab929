import { Field, Float, Int, ObjectType } from 'type-graphql'
import { BetterDirection, DimensionName, Lens, MetricKey } from './metric.words.ts'

@ObjectType({ description: 'A parameter that a metric knows.', simpleResolvers: true })
export class MetricParam {
  @Field(() => String, { description: 'Its field in `MetricParams`.' })
  name!: string

  @Field(() => String, { description: 'Int, Float, String or Enum.' })
  type!: string

  @Field(() => String, { nullable: true, description: 'What it is when left out. Null: none.' })
  default?: string | null

  @Field(() => Float, { nullable: true, description: 'The least value. Null: not a number.' })
  min?: number | null

  @Field(() => Float, { nullable: true, description: 'The greatest value. Null: not a number.' })
  max?: number | null

  @Field(() => [String], { nullable: true, description: 'The values of an enum. Null: no enum.' })
  values?: readonly string[] | null
}

@ObjectType({ description: 'What a metric counts, in words: it travels with every figure.', simpleResolvers: true })
export class MetricDefinition {
  @Field(() => MetricKey, { description: 'Its public name.' })
  key!: string

  @Field(() => Lens, { description: 'From which side it looks at the customer.' })
  lens!: string

  @Field(() => String, {
    description: 'points (-100 to 100), share (0 to 1), score, seconds, money (major units) or count.',
  })
  unit!: string

  @Field(() => BetterDirection, { description: 'Which way is better.' })
  direction!: string

  @Field(() => String, { description: 'How its value comes about.' })
  formula!: string

  @Field(() => String, { description: 'By which moment a record falls on a day.' })
  countedOn!: string

  @Field(() => Int, { description: 'Raised when the same records would give another figure.' })
  version!: number

  @Field(() => String, { description: 'Whose definition it is.' })
  source!: string

  @Field(() => [DimensionName], { description: 'By what it can be grouped and filtered.' })
  dimensions!: readonly string[]

  @Field(() => String, { nullable: true, description: 'The query that alone answers it. Null: `metrics`.' })
  answeredBy?: string | null

  @Field(() => Int, { description: 'Under so many records a figure is marked `suppressed`.' })
  minSample!: number
}
