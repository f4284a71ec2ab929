import { daysBetween, type Grain } from '@tweeluik/schema'
import { type GraphQLField, getNamedType } from 'graphql'
import { RECORDS_DEFAULT } from './connection.inputs.ts'

/** How long lists further in will be, by their coordinate, as an argument further out decides. */
export type Sizes = Readonly<Record<string, number>>

interface Found {
  /** How often what is in the field is asked. */
  times: number
  /** What asking it once costs beside the values in it. */
  weight?: number
  inside: Sizes
}

const DAYS: Readonly<Record<Grain, number>> = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365 }
const GROUPS_DEFAULT = 20
/** Of durations that lie from seconds to days. */
const BINS = 30
/** The records of each figure are a statement of their own, over all the facts of its period. */
const FIGURE_RECORDS_WEIGHT = 2_000

type Arguments = Readonly<Record<string, unknown>>

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 1)

function metrics({ keys, period, grain, groupBy, top }: Arguments): Found {
  const { from, to } = (period ?? {}) as { from?: string; to?: string }
  const days = from && to ? Math.max(1, daysBetween(from, to)) : 1
  const buckets = grain ? Math.ceil(days / DAYS[grain as Grain]) + 1 : 1
  const groups = lengthOf(groupBy ?? []) > 0 && groupBy != null ? Number(top ?? GROUPS_DEFAULT) + 2 : 1
  return { times: lengthOf(keys), inside: { 'MetricResult.series': groups, 'MetricSeries.points': buckets } }
}

/** How often what is in this field is asked, for each time that the field is. */
export function sizesOf(
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  given: Arguments,
  outer: Sizes,
): Found {
  if (coordinate === 'Query.metrics') return metrics(given)
  if (coordinate === 'MetricValue.distribution') return { times: BINS, inside: outer }
  if (coordinate === 'Query.nodes') return { times: lengthOf(given['ids']), inside: outer }
  const isConnection = getNamedType(field.type).name.endsWith('Connection')
  if (!isConnection) return { times: outer[coordinate] ?? 1, inside: outer }
  const times = Math.max(1, Number(given['first'] ?? given['last'] ?? RECORDS_DEFAULT))
  return { times, weight: coordinate === 'MetricValue.records' ? FIGURE_RECORDS_WEIGHT : 0, inside: outer }
}
