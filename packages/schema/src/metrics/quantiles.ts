import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile'
import { boundsOf, valueIn } from '../facts/buckets.ts'
import type { ValuesPart } from '../facts/index.ts'
import type { Interval } from './define.ts'

type Kept = Pick<ValuesPart, 'type' | 'unit'>

/** How many values lie in each bucket. A bucket that is not in it holds none. */
export type Counts = ReadonlyMap<number, number>

/** From is included, to is not. */
export interface Bin {
  from: number
  to: number
  count: number
}

/** Seconds at which people begin another class of durations. */
const DURATION_EDGES = [
  0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800,
  14_400, 21_600, 28_800, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 1_209_600, 2_592_000, 5_184_000,
  7_776_000, 15_552_000, 31_536_000, 63_072_000,
]

const totalOf = (counts: Counts) => counts.values().reduce((sum, count) => sum + count, 0)

/** The bucket of the value with this rank, from 1. */
function bucketAt(counts: Counts, rank: number): number {
  let seen = 0
  for (const [bucket, count] of [...counts].sort(([left], [right]) => left - right)) {
    seen += count
    if (seen >= rank) return bucket
  }
  throw new Error(`Of ${seen} values there is none of rank ${rank}`)
}

/** 7 % of 100 are 7, though 0.07 x 100 is a little more. */
const rankOf = (p: number, n: number) => Math.max(1, Math.ceil(Number((p * n).toPrecision(12))))

/**
 * The least value that at least a share `p` of all are not over, as SQL's `percentile_disc`: exact of a histogram, within
 * 1 % of a sketch. Null: there are no values, or fewer than `beside` from it to either end.
 */
export function percentile(kept: Kept, counts: Counts, p: number, beside = 1): number | null {
  const n = totalOf(counts)
  const rank = rankOf(p, n)
  return n > 0 && hasBeside(rank, n, beside) ? valueIn(kept, bucketAt(counts, rank)) / kept.unit : null
}

/** Whether so many values, this one among them, lie from here to either end: of the last few each is somebody's own. */
const hasBeside = (rank: number, n: number, beside: number) => rank >= beside && n - rank + 1 >= beside

/**
 * Between which two values the percentile of all that could have been drawn lies: order statistics (Conover 1999), each
 * widened to the end of its bucket. Null: too few values to tell, or fewer than `beside` from a bound to its end.
 */
export function percentileInterval(kept: Kept, counts: Counts, p: number, level: number, beside = 1): Interval | null {
  const n = totalOf(counts)
  if (n === 0 || p <= 0 || p >= 1) return null
  const low = binomialQuantile((1 - level) / 2, n, p)
  const high = binomialQuantile((1 + level) / 2, n, p) + 1
  if (!hasBeside(low, n, beside) || !hasBeside(high, n, beside)) return null
  return {
    low: boundsOf(kept, bucketAt(counts, low)).low / kept.unit,
    high: boundsOf(kept, bucketAt(counts, high)).high / kept.unit,
  }
}

/**
 * How many values lie in each of a row of bins, empty ones between them included. Durations lie in classes that people
 * use, where one within 1 % of an edge may count beyond it; each whole score is the middle of a bin of its own. Classes at
 * either end with fewer than `beside` values become one with the next.
 */
export function binsOf(kept: Kept, counts: Counts, beside = 1): Bin[] {
  // People's round numbers begin a class: of a bucket that reaches over an edge they are the greatest.
  const values = [...counts].flatMap(([bucket, count]) =>
    count > 0 ? [{ value: boundsOf(kept, bucket).high / kept.unit, count }] : [],
  )
  const places = values.map(({ value }) => binAt(kept, value))
  if (places.length === 0) return []
  const first = Math.min(...places)
  const bins = Array.from({ length: Math.max(...places) - first + 1 }, (_, at) => ({
    ...edgesOf(kept, first + at),
    count: 0,
  }))
  for (const [at, { count }] of values.entries()) {
    const bin = bins[(places[at] ?? 0) - first]
    if (bin) bin.count += count
  }
  return kept.type === 'histogram' ? bins : mergedAtEnd(mergedAtEnd(bins, beside).reverse(), beside).reverse()
}

/** The last of these bins with those before it, until enough values are in it. */
function mergedAtEnd(bins: readonly Bin[], beside: number): Bin[] {
  const [last, before] = [bins.at(-1), bins.at(-2)]
  if (!last || !before || last.count >= beside) return [...bins]
  const merged = {
    from: Math.min(before.from, last.from),
    to: Math.max(before.to, last.to),
    count: before.count + last.count,
  }
  return mergedAtEnd([...bins.slice(0, -2), merged], beside)
}

const binAt = ({ type }: Kept, value: number) =>
  type === 'histogram' ? Math.round(value) : DURATION_EDGES.findLastIndex(edge => edge <= value)

function edgesOf({ type }: Kept, bin: number): { from: number; to: number } {
  if (type === 'histogram') return { from: bin - 0.5, to: bin + 0.5 }
  const from = DURATION_EDGES[bin] ?? 0
  return { from, to: DURATION_EDGES[bin + 1] ?? Number.MAX_SAFE_INTEGER }
}
