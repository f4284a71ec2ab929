import {
  type Dimension,
  dimensions,
  type FactName,
  facts,
  lifetimeProblems,
  type Params,
  type Part,
  type ValuesPart,
} from '../facts/index.ts'
import { type Day, daysBetween, type Grain } from '../time.ts'

export type Lens = 'CX' | 'SERVICE' | 'LINK'
/** Which way is better; NONE: neither. */
export type Direction = 'UP' | 'DOWN' | 'NONE'
/** points (of NPS, or of a difference of shares), share (0 to 1), score, seconds, money (major units), count, ratio (so many for each, or each hundred). */
export type Unit = 'points' | 'share' | 'score' | 'seconds' | 'money' | 'count' | 'ratio'
export interface Interval {
  low: number
  high: number
}

/** From is included, to is not. */
interface Span {
  from: Day
  to: Day
}

/** Why there is no value. */
export const absences = ['NOTHING_TO_DIVIDE_BY', 'SPAN_TOO_LONG', 'NO_FIT', 'NO_RATE', ...lifetimeProblems] as const
export type Absence = (typeof absences)[number]

/** Part values by the metric's own names for them. */
export type PartValues<Name extends string = string> = Readonly<Record<Name, number>>

/** How a metric's parts become its answer. All in the metric's unit; null where there is nothing to divide by. */
export interface Finalize<Name extends string = string> {
  numerator(parts: PartValues<Name>, params: Params): number | null
  denominator(parts: PartValues<Name>, params: Params): number | null
  value(parts: PartValues<Name>, params: Params): number | null
  interval(parts: PartValues<Name>, level: number, params: Params): Interval | null
}

export interface ParamSpec {
  type: 'Int' | 'Float' | 'String' | 'Enum'
  default: number | string | null
  min?: number
  max?: number
  values?: readonly string[]
  /** Of an Enum in GraphQL, where it is not the parameter's own name. */
  enumName?: string
}

/** A metric's words for people: what it means in a sentence, and what is in and out of it. */
export interface Words {
  name: string
  description: string
  includes: string
  excludes: string
}

/** In which interval of its members' lives a cohort is looked at: were they active in it (ON), or in it or later. */
export interface CohortAsked {
  interval: Grain
  mode: 'ON' | 'ON_OR_AFTER'
  index: number
}

/** A few rows with the answer that they must give; run in TypeScript and in the database. */
export interface Example {
  promise: string
  /** Rows by fact, only the columns that matter. */
  rows: Partial<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  period: { from: string; to: string }
  /** The day of `asOf`: long past the period unless said. */
  today?: string
  params?: Params
  value: number | null
  n: number
  /** At 95 %; said where squares or more than the value need a witness. */
  interval?: Interval | null
  leftOut?: number
  /** Said where there are several reasons for no value. */
  absence?: Absence | null
  /** Asked by dimensions: of these values. */
  asked?: Partial<Record<Dimension, string>>
  /** Of which cell of a cohort table: that of the first cohort. */
  cohort?: CohortAsked
  /** Of a metric that is always told by a dimension's values: asked for these alone. */
  of?: readonly string[]
}

type LeftOut<Name> = readonly [belonging: Name | readonly Name[], counted: Name | readonly Name[]]

export interface MetricSpec<Name extends string, Key extends string = string> {
  key: Key
  lens: Lens
  /** Raised when the same records would give another figure. */
  version: number
  unit: Unit
  direction: Direction
  parts: Readonly<Record<Name, Part>>
  /** How many records the figure stands on: a part, several added, or the one that the parameters name. */
  n: Name | readonly Name[] | ((params: Params) => Name | readonly Name[])
  /** Records that belong but could not be counted (no rate, another currency): the first part less the second. */
  leftOut?: LeftOut<Name> | ((params: Params) => LeftOut<Name>)
  /**
   * Parts that it is divided by, of another fact, and by which dimensions that one is told apart as the metric is; all
   * others are left out of it. Left out: what its fact has.
   */
  dividedBy?: Partial<Record<Name, readonly Dimension[]>>
  /** How it is told where one of these dimensions is asked. */
  otherwise?: Otherwise
  /** Told by the age of cohorts, not by days: only this question answers it. */
  answeredBy?: 'cohorts'
  /** It is told by each value of a dimension of its own, whatever else is asked: by these of its parts. */
  alwaysBy?: { dimension: Dimension; parts: Readonly<Record<string, Name>> }
  /** The parameter that says what a rate is per: of one trigger what its catalogue says, where nobody names it. */
  ratePer?: string
  finalize: Finalize<Name>
  /** The values that it is a mean or a share of, for percentiles and a distribution. Left out: it has none. */
  values?: ValuesPart | ((params: Params) => ValuesPart)
  params: Readonly<Record<string, ParamSpec>>
  /** A day counts when it lies this many days and one before the day of `asOf`; null: at once. */
  ripeAfterDays?: (params: Params) => number
  /** Why there is no value, where that is not for want of anything to divide by. */
  absence?: (parts: PartValues<Name>) => Absence
  /** Over more days than this there is no telling: no value. */
  spanDaysMax?: (params: Params) => number
  /** In which buckets it can be told; none: in all. */
  grains?: readonly Grain[]
  /** Under this n the figure is marked `suppressed`. */
  minSample: number
  /** By what it is grouped and filtered: whatever all facts have that it is not divided by. */
  dimensions: readonly Dimension[]
  formula: string
  countedOn: string
  source: string
  words: { nl: Words; en: Words }
  examples: readonly Example[]
}

/** What a metric is told by where it is asked by dimensions that its parts lack, or that mean something else there. */
export interface Otherwise
  extends Pick<MetricSpec<string>, 'parts'>,
    Partial<Pick<MetricSpec<string>, 'dividedBy' | 'finalize' | 'values'>> {
  by: readonly Dimension[]
}

/** A metric whatever its parts are called. */
export type Metric = MetricSpec<string>

/** One metric, whole, in one file. `minSample` is 30 unless the metric says otherwise. */
export function defineMetric<const Key extends string, Name extends string>(
  spec: Omit<MetricSpec<Name, Key>, 'minSample' | 'params' | 'dimensions'> & {
    key: Key
    minSample?: number
    params?: MetricSpec<Name>['params']
  },
): MetricSpec<Name, Key> {
  const own = sharedDimensions(spec)
  const all = [...own, ...(spec.alwaysBy ? [spec.alwaysBy.dimension] : []), ...(spec.otherwise?.by ?? [])]
  return { minSample: 30, params: {}, dimensions: dimensions.filter(one => all.includes(one)), ...spec }
}

/** What all facts have that it is not divided by. */
function sharedDimensions({ parts, dividedBy = {} }: Pick<MetricSpec<string>, 'parts' | 'dividedBy'>): Dimension[] {
  const told = Object.entries<Part>(parts).flatMap(([name, part]) => (Object.hasOwn(dividedBy, name) ? [] : [part]))
  return dimensions.filter(one => told.every(({ fact }) => facts[fact as FactName].dimensions.includes(one)))
}

/** A metric as it is told when these dimensions are asked. */
export function askedBy(metric: Metric, wanted: readonly Dimension[]): Metric {
  const { otherwise } = metric
  if (!otherwise?.by.some(one => wanted.includes(one))) return metric
  const { by: _by, ...told } = otherwise
  return { ...metric, dividedBy: {}, ...told, dimensions: sharedDimensions(otherwise) }
}

/** By which dimensions a part is told as its metric is asked; null: by all. */
export const sharedBy = ({ dividedBy = {} }: Metric, name: string): readonly Dimension[] | null =>
  dividedBy[name] ?? null

/** The names of the parts that n adds. */
export function nParts({ n }: Metric, params: Params): readonly string[] {
  const names = typeof n === 'function' ? n(params) : n
  return typeof names === 'string' ? [names] : names
}

/** The values under these parameters of which percentiles are told. Null: there are none. */
export function valuesOf({ values }: Metric, params: Params): ValuesPart | null {
  return (typeof values === 'function' ? values(params) : values) ?? null
}

/** All values that a metric may be asked for: those under each word that one of its parameters may have. */
export function everyValuesOf(metric: Metric): ValuesPart[] {
  const choices = Object.entries(metric.params).reduce<Params[]>(
    (all, [name, { values = [] }]) =>
      values.length === 0 ? all : all.flatMap(params => values.map(value => ({ ...params, [name]: value }))),
    [defaultParams(metric)],
  )
  return choices.flatMap(params => valuesOf(metric, params) ?? [])
}

/** How many records belong to a figure and could not be counted. */
export function leftOutOf({ leftOut }: Metric, parts: PartValues, params: Params): number {
  const names = typeof leftOut === 'function' ? leftOut(params) : leftOut
  const [belonging = 0, counted = 0] = (names ?? []).map(added =>
    [added].flat().reduce((sum, name) => sum + (parts[name] ?? 0), 0),
  )
  return belonging - counted
}

const UNTOLD: Finalize = { numerator: () => null, denominator: () => null, value: () => null, interval: () => null }

/** How a metric's parts over these days become its answer. */
export function finalizeOver(metric: Metric, params: Params, span: Span): Finalize {
  return isTooLong(metric, params, span) ? UNTOLD : metric.finalize
}

const isTooLong = ({ spanDaysMax }: Metric, params: Params, { from, to }: Span) =>
  spanDaysMax !== undefined && daysBetween(from, to) > spanDaysMax(params)

/** Why a metric's parts over these days give no value. Null: they do. */
export function absenceOver(metric: Metric, params: Params, span: Span) {
  return (parts: PartValues): Absence | null => {
    if (isTooLong(metric, params, span)) return 'SPAN_TOO_LONG'
    if (metric.finalize.value(parts, params) !== null) return null
    return metric.absence?.(parts) ?? 'NOTHING_TO_DIVIDE_BY'
  }
}

/** The default of every parameter that the metric knows. */
export function defaultParams(metric: Metric): Params {
  return Object.fromEntries(Object.entries(metric.params).map(([name, param]) => [name, param.default]))
}

export type { Dimension, Grain, Params, Part, ValuesPart }
