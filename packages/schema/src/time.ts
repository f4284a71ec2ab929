import { DateTime } from 'luxon'

/** A calendar day, `YYYY-MM-DD`, in the organisation's time zone. */
export type Day = string

export const grains = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const
export type Grain = (typeof grains)[number]

const QUARTER_HOUR_MS = 900_000

/**
 * Gives the calendar day of an instant in one zone. No zone has begun a day off a quarter of an hour since 1972, so
 * the answer is kept per quarter: a million rows cost a few thousand conversions.
 */
export function dayReader(timeZone: string): (instantMs: number) => Day {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const days = new Map<number, Day>()
  return instantMs => {
    const quarter = Math.floor(instantMs / QUARTER_HOUR_MS)
    let day = days.get(quarter)
    if (day === undefined) {
      day = format.format(quarter * QUARTER_HOUR_MS)
      if (days.size > 200_000) days.clear()
      days.set(quarter, day)
    }
    return day
  }
}

const utc = (day: Day) => DateTime.fromISO(day, { zone: 'utc' })

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export const earlierDay = (one: Day, other: Day): Day => (daysBetween(one, other) < 0 ? other : one)
export const laterDay = (one: Day, other: Day): Day => (daysBetween(one, other) < 0 ? one : other)

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

/** Calendar months or years later; the last day of the month where the day does not exist (29 Feb: 28 Feb). */
export function addCalendar(day: Day, count: { months?: number; years?: number }): Day {
  return utc(day).plus(count).toISODate() ?? day
}
