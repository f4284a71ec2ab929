import { DateTime } from 'luxon'

/** A calendar day, `YYYY-MM-DD`, in the organisation's time zone. */
export type Day = string

export const grains = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const
export type Grain = (typeof grains)[number]

const SECOND_MS = 1_000
const DAY_MS = 86_400_000

/** One day of UTC as a zone lives it: the local day that it begins in, and when it goes over into the next. */
interface UtcDay {
  first: Day
  last: Day
  /** From this instant on it is `last`. Null: a zone that moves over the date line has more than two days in this one. */
  turnsAtMs: number | null
}

const readers = new Map<string, (instantMs: number) => Day>()

/**
 * Gives the calendar day of an instant in one zone. The turn of each day is looked for once: a million rows cost a few
 * thousand conversions.
 */
export function dayReader(timeZone: string): (instantMs: number) => Day {
  const reader = readers.get(timeZone) ?? newDayReader(timeZone)
  readers.set(timeZone, reader)
  return reader
}

function newDayReader(timeZone: string): (instantMs: number) => Day {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const dayAt = (instantMs: number) => format.format(instantMs)
  const days = new Map<number, UtcDay>()
  return instantMs => {
    const number = Math.floor(instantMs / DAY_MS)
    let day = days.get(number)
    if (!day) {
      day = readUtcDay(number * DAY_MS, dayAt)
      days.set(number, day)
    }
    if (day.turnsAtMs === null) return dayAt(instantMs)
    return instantMs < day.turnsAtMs ? day.first : day.last
  }
}

function readUtcDay(startMs: number, dayAt: (instantMs: number) => Day): UtcDay {
  const first = dayAt(startMs)
  const last = dayAt(startMs + DAY_MS - 1)
  if (first === last) return { first, last, turnsAtMs: startMs }
  if (daysBetween(first, last) !== 1) return { first, last, turnsAtMs: null }
  let before = 0
  let from = DAY_MS / SECOND_MS
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dayAt(startMs + middle * SECOND_MS) === first) before = middle
    else from = middle
  }
  return { first, last, turnsAtMs: startMs + from * SECOND_MS }
}

const utc = (day: Day) => DateTime.fromISO(day, { zone: 'utc' })

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export const earlierDay = (one: Day, other: Day): Day => (other < one ? other : one)
export const laterDay = (one: Day, other: Day): Day => (other < one ? one : other)

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The first day of the calendar bucket that holds this day; weeks are ISO weeks. */
export function bucketStart(day: Day, grain: Grain): Day {
  return (
    utc(day)
      .startOf(grain.toLowerCase() as Lowercase<Grain>)
      .toISODate() ?? day
  )
}

/** The first day of the next bucket. */
export function bucketEnd(start: Day, grain: Grain): Day {
  if (grain === 'DAY') return addDays(start, 1)
  if (grain === 'WEEK') return addDays(start, 7)
  const unit = `${grain.toLowerCase() as Lowercase<Grain>}s` as const
  return (
    utc(start)
      .plus({ [unit]: 1 })
      .toISODate() ?? start
  )
}

/** From is included, to is not. */
interface Span {
  from: Day
  to: Day
}

/**
 * As long a time just before: of whole months, quarters and years as many months, of weeks and all else as many days;
 * of one that still runs, the part up to the same elapsed day.
 */
export function spanBefore({ from, to }: Span, today: Day): Span {
  const begin = beginBefore({ from, to })
  const tomorrow = addDays(today, 1)
  const elapsed = daysBetween(from, tomorrow > from ? earlierDay(to, tomorrow) : to)
  return { from: begin, to: earlierDay(from, addDays(begin, elapsed)) }
}

function beginBefore({ from, to }: Span): Day {
  const monthOf = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const wholeMonths = from.endsWith('-01') && to.endsWith('-01')
  return wholeMonths ? addCalendar(from, { months: monthOf(from) - monthOf(to) }) : addDays(from, daysBetween(to, from))
}

/** The year that ends with a window, or with today while that still runs. */
export function yearUpTo({ from, to }: Span, today: Day): Span {
  const end = laterDay(addDays(from, 1), earlierDay(to, addDays(today, 1)))
  return { from: addCalendar(end, { years: -1 }), to: end }
}

/** Calendar months or years later; the last day of the month where the day does not exist (29 Feb: 28 Feb). */
export function addCalendar(day: Day, count: { months?: number; years?: number }): Day {
  return utc(day).plus(count).toISODate() ?? day
}
