import { createContext, useContext, useMemo } from 'react'
import { addDays, type Day, daysBetween } from '../time/days.ts'
import type { TimeSpan } from './timeAxis.ts'
import { useTimeline } from './timeline.ts'

/** What happened on a day, or over some days, to be seen beside figures. */
export type Annotation = {
  id: string
  /** In the order of the days, from 1. */
  number: number
  name: string
  from: Day
  /** Not included. Null: it was a moment. */
  to: Day | null
  /** The leaf it is drawn on. Null: both. */
  lens: 'CX' | 'SERVICE' | null
}

/** Where an annotation stands on an axis, from 0 (start) to 1 (end); `until` null: it is a moment. */
export type Mark = Annotation & { at: number; until: number | null }

/** The numbered disc of a mark, in px of the plot, and on which side its words fit. */
export type Disc = Mark & { x: number; words: 'left' | 'right' | null }

/** All annotations of the page's period: every chart numbers them alike. */
export const AnnotationsContext = createContext<readonly Annotation[]>([])

/** What touches the axis; what reaches past an end is cut there. */
export function marksOf(annotations: readonly Annotation[], span: TimeSpan): Mark[] {
  const days = daysBetween(span.from, span.to)
  return annotations
    .filter(mark => touches(mark, span.from, span.to))
    .map(mark => {
      const begins = daysBetween(span.from, mark.from)
      return mark.to === null
        ? { ...mark, at: (begins + 0.5) / days, until: null }
        : { ...mark, at: Math.max(0, begins / days), until: Math.min(1, daysBetween(span.from, mark.to) / days) }
    })
}

/** The same where every bucket is as wide as the next, however many days it has. */
export function marksInSlots(annotations: readonly Annotation[], buckets: readonly { start: Day; end: Day }[]): Mark[] {
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (!first || !last) return []
  const days = daysBetween(first.start, last.end)
  const slot = (at: number) => {
    const day = at * days
    const index = buckets.findLastIndex(({ start }) => daysBetween(first.start, start) <= day)
    const { start, end } = buckets[index] ?? first
    const share = (day - daysBetween(first.start, start)) / daysBetween(start, end)
    return Math.min(1, (index + share) / buckets.length)
  }
  return marksOf(annotations, { from: first.start, to: last.end }).map(mark => ({
    ...mark,
    at: slot(mark.at),
    until: mark.until === null ? null : slot(mark.until),
  }))
}

/** Whether it was going on between two days, of which the last is not included. */
const touches = ({ from, to }: Pick<Annotation, 'from' | 'to'>, start: Day, end: Day) =>
  from < end && (to ?? addDays(from, 1)) > start

/** What was going on in a bucket. */
export const notesOf = <Noted extends Pick<Annotation, 'from' | 'to'>>(
  annotations: readonly Noted[],
  { start, end }: { start: Day; end: Day },
): Noted[] => annotations.filter(noted => touches(noted, start, end))

/** The same in words, for a table; empty where nothing was. */
export const noteOf = (annotations: readonly Annotation[], bucket: { start: Day; end: Day }): string =>
  notesOf(annotations, bucket)
    .map(({ name }) => name)
    .join('; ')

/** The marks of the timeline that a chart stands in. */
export function useMarks(lens: 'cx' | 'sv'): Mark[] {
  const annotations = useAnnotations(lens)
  const { span } = useTimeline()
  return useMemo(() => marksOf(annotations, span), [annotations, span])
}

/** The annotations of the page that are drawn on this lens. */
export function useAnnotations(lens: 'cx' | 'sv'): readonly Annotation[] {
  const all = useContext(AnnotationsContext)
  const other = lens === 'cx' ? 'SERVICE' : 'CX'
  return useMemo(() => all.filter(annotation => annotation.lens !== other), [all, other])
}

/** Discs stand no nearer, so that each can be hit. */
const apart = 24
/** From the middle of a disc to its words, and from words to the next disc's edge. */
const gap = 12
/** Of a letter at 11.5 px, on the wide side. */
const letter = 6.4

/**
 * A disc stands over its moment, or over the middle of its days. Its words stand right of it; left where they would meet
 * the next; nowhere where they would meet on both sides.
 *
 * @param beside room left and right of the plot that words may use, in px
 */
export function discsOf(marks: readonly Mark[], plotWidth: number, beside: { left: number; right: number }): Disc[] {
  const wished = marks.map(({ at, until }) => ((at + (until ?? at)) / 2) * plotWidth)
  const places = spread(wished, plotWidth)
  let taken = -beside.left
  return marks.map((mark, index) => {
    const x = places[index] ?? 0
    const next = places[index + 1]
    const width = mark.name.length * letter
    const end = next === undefined ? plotWidth + beside.right : next - gap
    const words = x + gap + width <= end ? 'right' : x - gap - width >= taken ? 'left' : null
    taken = x + gap + (words === 'right' ? width : 0)
    return { ...mark, x, words }
  })
}

/** The nearest places in their order that keep apart and within the plot, as far as there is room. */
function spread(wished: readonly number[], width: number): number[] {
  const forth: number[] = []
  for (const x of wished) forth.push(Math.max(x, (forth.at(-1) ?? -apart) + apart))
  const back: number[] = []
  for (const x of forth.toReversed()) back.push(Math.min(x, (back.at(-1) ?? width + apart) - apart))
  return back.toReversed()
}
