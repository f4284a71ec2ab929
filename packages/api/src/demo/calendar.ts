import { DateTime } from 'luxon'

const COMPANY_YEARS = 5
const ORDER_YEARS = 3
const CONTACT_YEARS = 2
const DATE = 'yyyy-MM-dd'
export const DAY_MS = 86_400_000

/** The days the company has lived through; a day is an index from the first. */
export interface Calendar {
  /** How many days there are; the last is the running one. */
  days: number
  /** The first day of which orders are kept. */
  firstOrderDay: number
  /** The first day of which contacts and answers are kept. */
  firstContactDay: number
  /** Nothing later has happened yet. */
  nowMs: number
  /** ISO weekday of a day, Monday is 1. */
  weekday(day: number): number
  month(day: number): number
  year(day: number): number
  dayOfMonth(day: number): number
  /** `YYYY-MM-DD`. */
  date(day: number): string
  /** Midnight in the company's zone. */
  startMs(day: number): number
  /** The day of a date `YYYY-MM-DD`, also before the first or after the last. */
  dayOf(date: string): number
}

/**
 * The company is five years old. Contacts and answers are kept for two years, orders for three: a repeat purchase of
 * the first year told is then seen as one. `now` cuts the running day; without it the day is told to its end.
 */
export function companyCalendar(today: string, timeZone: string, now?: Date): Calendar {
  const last = DateTime.fromISO(today, { zone: timeZone }).startOf('day')
  if (!last.isValid) throw new RangeError(`${today} in ${timeZone} is no day: ${last.invalidExplanation}`)
  const first = last.minus({ years: COMPANY_YEARS })
  const dayOf = (date: string) => Math.round((Date.parse(date) - Date.parse(first.toFormat(DATE))) / DAY_MS)
  const daysBack = (years: number) => dayOf(last.minus({ years }).toFormat(DATE))
  const days = dayOf(today) + 1
  const dates = Array.from({ length: days }, (_, day) => first.plus({ days: day }))
  const at = (day: number) => {
    const date = dates[day]
    if (!date) throw new RangeError(`day ${day} lies outside the company's life`)
    return date
  }
  const starts = Float64Array.from(dates, date => date.toMillis())
  const weekdays = Uint8Array.from(dates, date => date.weekday)
  const months = Uint8Array.from(dates, date => date.month)
  const daysOfMonth = Uint8Array.from(dates, date => date.day)
  const endMs = last.plus({ days: 1 }).toMillis() - 1000
  return {
    days,
    firstOrderDay: daysBack(ORDER_YEARS),
    firstContactDay: daysBack(CONTACT_YEARS),
    nowMs: now ? Math.min(now.getTime(), endMs) : endMs,
    weekday: day => weekdays[day] ?? at(day).weekday,
    month: day => months[day] ?? at(day).month,
    year: day => at(day).year,
    dayOfMonth: day => daysOfMonth[day] ?? at(day).day,
    date: day => at(day).toFormat(DATE),
    startMs: day => starts[day] ?? at(day).toMillis(),
    dayOf,
  }
}

/** An instant as records carry it, or nothing when it has not come yet. */
export function happened(instantMs: number | undefined, calendar: Calendar): string | undefined {
  return instantMs === undefined || instantMs > calendar.nowMs ? undefined : new Date(instantMs).toISOString()
}
