import { type Day, firstOfMonth, yearOf } from '../time/days.ts'
import type { Layout, Place } from './layout.ts'

/** Neighbouring columns of one day or one month. */
export type Span = { from: number; to: number; day: Day }

/** The days below the columns, oldest first. */
export const daySpans = (layout: Layout): Span[] => spansOf(layout, day => day)

/** The months below the days. */
export const monthSpans = (layout: Layout): Span[] => spansOf(layout, firstOfMonth)

function spansOf({ places, pitch }: Layout, groupOf: (day: Day) => Day): Span[] {
  const spans: Span[] = []
  for (const { points, day } of places) {
    const from = points[0].x - pitch / 2
    const to = (points.at(-1)?.x ?? points[0].x) + pitch / 2
    const last = spans.at(-1)
    if (last?.day === groupOf(day)) last.to = to
    else spans.push({ from, to, day: groupOf(day) })
  }
  return spans
}

/** Whether a month's name alone does not tell which one is meant. */
export function spansYears(places: Place[]): boolean {
  const [first, last] = endsOf(places)
  return first !== last
}

/** The years a story spans, `2026` or `2024–2026`; empty without events. */
export function yearsName(places: Place[]): string {
  const [first, last] = endsOf(places)
  if (first === undefined || last === undefined) return ''
  return first === last ? `${first}` : `${first}\u2013${last}`
}

const endsOf = (places: Place[]): (number | undefined)[] =>
  [places[0], places.at(-1)].map(place => place && yearOf(place.day))
