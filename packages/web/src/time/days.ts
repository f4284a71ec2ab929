/** A calendar day in the organisation's time zone, `YYYY-MM-DD`. It has no time of day, so arithmetic is done in UTC. */
export type Day = string

const dayMs = 86_400_000

export const toUtc = (day: Day): Date => new Date(`${day}T00:00:00Z`)

const fromUtc = (date: Date): Day => date.toISOString().slice(0, 10)

/** True for a day that exists: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = toUtc(text)
  return !Number.isNaN(date.getTime()) && fromUtc(date) === text
}

export const addDays = (day: Day, days: number): Day => fromUtc(new Date(toUtc(day).getTime() + days * dayMs))

/** The same date some months on; the last of the month where that date does not exist. */
export function addMonths(day: Day, months: number): Day {
  const date = toUtc(day)
  const month = date.getUTCMonth() + months
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return fromUtc(new Date(Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last))))
}

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / dayMs)

/** The Monday of the ISO week the day falls in. */
export const mondayOf = (day: Day): Day => addDays(day, -((toUtc(day).getUTCDay() + 6) % 7))

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** 0 is January. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`

export const firstOfQuarter = (day: Day): Day => addMonths(firstOfMonth(day), -(monthOf(day) % 3))

export const firstOfYear = (day: Day): Day => `${day.slice(0, 4)}-01-01`

/** The day of a moment on the reader's own calendar. */
export const dayAt = (moment: Date): Day =>
  fromUtc(new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate())))

/** Today on the reader's own calendar. */
export const today = (now = new Date()): Day => dayAt(now)
