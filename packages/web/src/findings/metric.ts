import type { ReadingFragment } from '../graphql/generated/graphql.ts'

/** One metric of the Overview as the server answered it. */
export type Metric = ReadingFragment

export type Point = Metric['series'][number]['points'][number]

/** The metrics the Overview draws at once, by side. Their order is the order of the rows. */
export const pairs = [
  { cx: 'RELATIONAL_NPS', service: 'TRANSACTIONAL_NPS' },
  { cx: 'REPEAT_PURCHASE_RATE', service: 'FIRST_TIME_FIX' },
  { cx: 'CES', service: 'AHT' },
  { cx: 'REVENUE_PER_CUSTOMER', service: 'COST_PER_CONTACT' },
] as const

/** Those that it draws under them when they are asked for. */
const morePairs = [
  { cx: 'RETENTION_RATE', service: 'REOPEN_RATE' },
  { cx: 'CSAT', service: 'FIRST_RESPONSE_TIME' },
  { cx: 'CUSTOMER_LIFETIME_VALUE', service: 'SERVICE_COST' },
  { cx: 'ACTIVE_CUSTOMERS', service: 'CONTACT_RATE' },
] as const

export const allPairs = [...pairs, ...morePairs]

export type Pair = (typeof allPairs)[number]
export type CardKey = Pair['cx'] | Pair['service']

export const keysOf = (some: readonly Pair[]): CardKey[] => some.flatMap(pair => [pair.cx, pair.service])

/** The points of a metric that was not grouped: its one series. */
export const pointsOf = (metric: Metric): Point[] => metric.series[0]?.points ?? []

/** The value of a parameter as the metric used it; null when the metric does not know the parameter. */
export const paramOf = (metric: Metric, name: string): string | null =>
  metric.definition.params.find(param => param.name === name)?.default ?? null

/** The params that the Overview sets by its step, as Explore is to be asked for the same figures. */
export function exploredBy(...metrics: (Metric | undefined)[]): Record<string, string> {
  const per = metrics.map(metric => metric && paramOf(metric, 'per')).find(Boolean)
  return per ? { per } : {}
}
