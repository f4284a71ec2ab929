import type { Point } from '../findings/metric.ts'
import type { Day } from '../time/days.ts'
import type { Bucket } from './timeline.ts'

/** One bucket of one line. Null where there is no figure or it is withheld. */
export type LinePoint = {
  at: number
  value: number | null
  low: number | null
  high: number | null
  before: number | null
  n: number | null
  /** False while days are missing that may still come: the bucket runs, or it is not ripe. */
  settled: boolean
}

/**
 * The points of a metric on the shared buckets. A bucket that `from` cuts lacks days too, but those will never come. One
 * that runs and has too few yet has no figure: it would leap out of the plot each Monday.
 */
export function linePoints(points: Point[], buckets: Bucket[], from: Day): LinePoint[] {
  const byStart = new Map(points.map(point => [point.start, point]))
  return buckets.map(({ start, at }) => {
    const point = byStart.get(start)
    const settled = point === undefined || !point.partial || start < from
    const told = settled || !point.value.suppressed ? point?.value : undefined
    return {
      at,
      value: told?.value ?? null,
      low: told?.interval?.low ?? null,
      high: told?.interval?.high ?? null,
      before: point?.value.compared?.value ?? null,
      n: point?.value.n ?? null,
      settled,
    }
  })
}

/** Unbroken stretches of points; a gap is a gap, never a bridge. */
export function runs<T>(points: T[], present: (point: T) => boolean): T[][] {
  const found: T[][] = []
  let open: T[] = []
  for (const point of points) {
    if (present(point)) open.push(point)
    else if (open.length > 0) {
      found.push(open)
      open = []
    }
  }
  return open.length > 0 ? [...found, open] : found
}

/** Splits a stretch where its certainty changes; neighbours share the point between them, so that the line stays whole. */
export function stretches(points: LinePoint[]): { points: LinePoint[]; settled: boolean }[] {
  const found: { points: LinePoint[]; settled: boolean }[] = []
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (!before) continue
    const settled = before.settled && point.settled
    const open = found.at(-1)
    if (open && open.settled === settled) open.points.push(point)
    else found.push({ points: [before, point], settled })
  }
  return found
}

/** The least and the most of lines that stand beside each other, so that one axis serves all. Empty without figures. */
export function scaleOf(lines: readonly Point[][], from: Day): number[] {
  const all = lines.flatMap(points =>
    extentOf(
      linePoints(
        points,
        points.map(({ start, end }) => ({ start, end, at: 0, name: '' })),
        from,
      ),
    ),
  )
  return all.length === 0 ? [] : [Math.min(...all), Math.max(...all)]
}

/** Every number a plot must make room for; the intervals of thin buckets are left to run off it. */
export function extentOf(points: LinePoint[]): number[] {
  const values = points.flatMap(({ value, before }) => [value, before]).filter(value => value !== null)
  if (values.length === 0) return []
  const spread = Math.max(...values) - Math.min(...values)
  const reach = spread === 0 ? Number.POSITIVE_INFINITY : spread * 0.6
  const low = Math.min(...values) - reach
  const high = Math.max(...values) + reach
  const edges = points
    .flatMap(point => [point.low, point.high])
    .filter(edge => edge !== null && edge >= low && edge <= high)
  return [...values, ...edges.filter(edge => edge !== null)]
}
