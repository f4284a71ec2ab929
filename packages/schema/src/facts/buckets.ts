import type { Dimension, FactSpec, ValuesPart } from './define.ts'

type Scale = Pick<ValuesPart, 'type'>

/** By how much of itself a duration may be told wrong (DDSketch, Masson, Rim & Lee 2019). */
export const SKETCH_ACCURACY = 0.01
const LN_GAMMA = Math.log((1 + SKETCH_ACCURACY) / (1 - SKETCH_ACCURACY))
/** The bucket of no time at all; that of one second is 0. */
const ZERO = -1

/** The bucket in which a whole number is counted: of a histogram its own, of a sketch one that is 2 % wide. */
export function bucketOf({ type }: Scale, value: number): number {
  if (type === 'histogram') return value
  return value <= 0 ? ZERO : Math.ceil(Math.log(value) / LN_GAMMA)
}

/** {@link bucketOf} in the database, over an expression. */
export function bucketSql({ type }: Scale, value: string): string {
  if (type === 'histogram') return value
  return `case when ${value} <= 0 then ${ZERO} else ceil(ln(${value}::float8) / ${LN_GAMMA})::int end`
}

/** The least and the greatest whole number of a bucket. */
export function boundsOf({ type }: Scale, bucket: number): { low: number; high: number } {
  if (type === 'histogram') return { low: bucket, high: bucket }
  if (bucket === ZERO) return { low: 0, high: 0 }
  const low = Math.floor(Math.exp((bucket - 1) * LN_GAMMA)) + 1
  return { low, high: Math.max(low, Math.floor(Math.exp(bucket * LN_GAMMA))) }
}

/** The value that stands for a bucket: within {@link SKETCH_ACCURACY} of all in it, and the one itself where it holds but one. */
export function valueIn(scale: Scale, bucket: number): number {
  const { low, high } = boundsOf(scale, bucket)
  return low === high ? low : (2 * low * high) / (low + high)
}

/** The dimension sets for which values are kept in buckets: more would have as many buckets as there are facts. */
export const sketchSets = ({
  sets,
}: Pick<FactSpec<Record<string, unknown>, string, string>, 'sets'>): readonly (readonly Dimension[])[] =>
  sets.filter(set => set.length === 0 || set.join(',') === 'CHANNEL,TEAM')

/** So long days are kept by themselves; before them weeks and months are left. */
export const SKETCH_DAYS = 90
