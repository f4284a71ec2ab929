import { addDays, type Day, daysBetween } from '@tweeluik/schema'
import type { Period } from './periods.ts'
import type { Question, Window } from './question.ts'

/**
 * All days of a question cut into stretches, so that every bucket and window of it is a run of whole stretches: the
 * database adds up stretches in one pass, whatever is asked about them. Stretch 0 is all time before, the last one
 * all time after.
 */
export interface Timeline {
  /** The days on which stretch 1, 2, .. begin. */
  bounds: readonly Day[]
  indexOf: ReadonlyMap<Day, number>
  /** The day after today: nothing after it has happened. */
  tomorrow: Day
}

export function timelineOf({ window, compared, today }: Question): Timeline {
  const tomorrow = addDays(today, 1)
  const days = windowsOf({ window, compared }).flatMap(({ from, to, buckets }) => [
    from,
    to,
    ...buckets.map(one => one.from),
  ])
  const bounds = [...new Set([...days, tomorrow])].sort()
  return { bounds, indexOf: new Map(bounds.map((day, index) => [day, index])), tomorrow }
}

export const windowsOf = ({ window, compared }: Pick<Question, 'window' | 'compared'>): readonly Window[] =>
  compared ? [window, compared] : [window]

/** Days as a number, so that moments can be added up. */
export const dayNumber = ({ bounds }: Timeline, day: Day) => daysBetween(bounds[0] ?? day, day)

/** For each stretch, the day after the last one of the bucket of this window that it lies in; null outside. */
export const bucketEnds = (timeline: Timeline, window: Pick<Window, 'buckets'>): (Day | null)[] => {
  const ends = new Map(window.buckets.map(({ from, to }) => [from, to]))
  return bucketBegins(timeline, window).map(begin => (begin === null ? null : (ends.get(begin) ?? null)))
}

/** For each stretch, the first day of the bucket of this window that it lies in; null outside. */
export function bucketBegins({ bounds }: Timeline, { buckets }: Pick<Window, 'buckets'>): (Day | null)[] {
  let at = 0
  const begins = bounds.map(day => {
    while (at < buckets.length && (buckets[at]?.to ?? '') <= day) at += 1
    const bucket = buckets[at]
    return bucket && bucket.from <= day ? bucket.from : null
  })
  return [null, ...begins]
}

/** A bucket or whole window, and where its figures stand when each is told by itself. */
export interface ToldSpan extends Period {
  /** The stretch it begins with. */
  stretch: number
  /** Which of a term's columns. */
  slot: number
}

export function toldSpans(question: Pick<Question, 'window' | 'compared'>, { indexOf }: Timeline): ToldSpan[] {
  return windowsOf(question).flatMap((window, at) =>
    [window, ...window.buckets].map(({ from, to }, position) => ({
      from,
      to,
      stretch: (indexOf.get(from) ?? 0) + 1,
      slot: at * 2 + (position === 0 ? 1 : 0),
    })),
  )
}
