import { dimensions } from '@tweeluik/schema/facts'
import { metrics, type ParamSpec } from '@tweeluik/schema/metrics'
import { Field, Float, InputType, Int, registerEnumType } from 'type-graphql'
import { StringFilter } from '../graphql/filter.inputs.ts'
import { Day } from '../graphql/scalars.ts'
import { fieldOf, type WhereInput } from './filter.ts'

@InputType({ description: "Days in the organisation's time zone; at most 20 years." })
export class PeriodInput {
  @Field(() => Day, { description: 'The first day.' })
  from!: string

  @Field(() => Day, { description: 'The day after the last one.' })
  to!: string
}

@InputType('MetricWhere', { description: 'Which records are counted; all conditions must hold. At most 100 of them.' })
class MetricConditions {
  @Field(() => [MetricConditions], { nullable: true, description: 'All of these must hold.' })
  and?: MetricConditions[]

  @Field(() => [MetricConditions], { nullable: true, description: 'At least one must hold; none given: no record.' })
  or?: MetricConditions[]

  @Field(() => MetricConditions, { nullable: true, description: 'Exactly the records that this leaves out.' })
  not?: MetricConditions
}
for (const dimension of dimensions) {
  const description = `On ${dimension}; its value as \`series\` gives it.`
  Field(() => StringFilter, { nullable: true, description })(MetricConditions.prototype, fieldOf(dimension))
}
export const MetricWhere = MetricConditions as unknown as new () => WhereInput

/** Parameters by name, as they were sent. */
export type ParamValues = Readonly<Record<string, number | string | null | undefined>>

@InputType('MetricParams', {
  description: 'What metrics can be asked by; each says which it knows. One that no asked metric knows is an error.',
})
class Parameters {}

const specs = new Map([...metrics.values()].flatMap(({ params }) => Object.entries(params)))
for (const [name, spec] of specs) {
  const type = typeOf(name, spec)
  const range = spec.min === undefined ? '' : ` From ${spec.min} to ${spec.max}.`
  const description = `Left out: ${spec.default ?? 'none, or as the organisation has it'}.${range}`
  Field(() => type, { nullable: true, description })(Parameters.prototype, name)
}
export const MetricParams = Parameters as new () => ParamValues

function typeOf(name: string, { type, values = [], enumName }: ParamSpec) {
  if (type === 'Int') return Int
  if (type === 'Float') return Float
  if (type === 'String') return String
  const words = Object.fromEntries(values.map(value => [value, value]))
  registerEnumType(words, {
    name: enumName ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    description: `The values of the parameter \`${name}\`.`,
    valuesConfig: Object.fromEntries(values.map(value => [value, { description: `${name}: ${value.toLowerCase()}.` }])),
  })
  return words
}
