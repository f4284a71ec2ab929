import { createContext, useContext } from 'react'
import type { Metric, Point } from '../findings/metric.ts'
import { pointsOf } from '../findings/metric.ts'
import { type Day, daysBetween } from '../time/days.ts'
import { type Crosshair, createCrosshair } from './crosshair.ts'
import type { TimeSpan } from './timeAxis.ts'

/** A bucket all charts share; `at` is its middle, from 0 (start of the axis) to 1 (its end). */
export type Bucket = { start: Day; end: Day; at: number; name: string }

/** The one time axis of the page. */
export type Timeline = { span: TimeSpan; buckets: Bucket[]; crosshair: Crosshair }

export const TimelineContext = createContext<Timeline>({
  span: { from: '1970-01-01', to: '1970-01-02' },
  buckets: [],
  crosshair: createCrosshair(),
})

export const useTimeline = (): Timeline => useContext(TimelineContext)

/** The axis of an answer: its buckets, whole, also where the period cuts the first or the last. Null without points. */
export function bucketsOf(
  metrics: Metric[],
  nameOf: (start: Day, end: Day) => string,
): Omit<Timeline, 'crosshair'> | null {
  return axisOf(metrics.map(pointsOf).find(found => found.length > 0) ?? [], nameOf)
}

/** The axis of one series. Null without points. */
export function axisOf(points: Point[], nameOf: (start: Day, end: Day) => string): Omit<Timeline, 'crosshair'> | null {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const span = { from: first.start, to: last.end }
  const days = daysBetween(span.from, span.to)
  const at = (start: Day, end: Day) => (daysBetween(span.from, start) + daysBetween(span.from, end)) / 2 / days
  const buckets = points.map(({ start, end }) => ({ start, end, at: at(start, end), name: nameOf(start, end) }))
  return { span, buckets }
}

/** The bucket nearest to a place on the axis (0 to 1); null outside it or without buckets. */
export function nearest(buckets: Bucket[], place: number): number | null {
  if (buckets.length === 0 || place < -0.02 || place > 1.02) return null
  let best = 0
  for (const [index, bucket] of buckets.entries()) {
    if (Math.abs(bucket.at - place) < Math.abs((buckets[best]?.at ?? 0) - place)) best = index
  }
  return best
}

/** Where a key leads along the buckets; undefined for a key that does not walk, null to leave the line. */
export function walk(key: string, from: number | null, count: number, perMonth: number): number | null | undefined {
  const last = count - 1
  const clamp = (index: number) => Math.max(0, Math.min(last, index))
  switch (key) {
    case 'ArrowLeft':
      return clamp((from ?? count) - 1)
    case 'ArrowRight':
      return clamp((from ?? last - 1) + 1)
    case 'PageUp':
      return clamp((from ?? last) - perMonth)
    case 'PageDown':
      return clamp((from ?? last) + perMonth)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return null
    default:
      return undefined
  }
}
