import { addDays, type Day, monthOf, toUtc, yearOf } from '../time/days.ts'
import type { Grain, Period } from '../time/periods.ts'
import type { Language } from './figures.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** To make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function day(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...options })
  formats.set(key, format)
  return format
}

/** Dutch has no point after a short month here, and neither has English. */
const monthName = (date: Day, language: Language): string =>
  day(language, { month: 'short' }).format(toUtc(date)).replace('.', '')

/** `’26`. */
export const shortYear = (date: Day): string => `\u2019${date.slice(2, 4)}`

const dayAndMonth = (date: Day, language: Language): string => `${Number(date.slice(8))} ${monthName(date, language)}`

/** `24 nov 2025`. */
export const dayName = (date: Day, language: Language): string => `${dayAndMonth(date, language)} ${yearOf(date)}`

/** `17 maart`, or `17 maart 2026`. */
export const fullDate = (date: Day, language: Language, withYear: boolean): string =>
  day(language, { day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }) }).format(toUtc(date))

/** `maart`, or `mrt` where there is little room. */
export const monthWord = (date: Day, language: Language, length: 'long' | 'short'): string =>
  length === 'short' ? monthName(date, language) : day(language, { month: 'long' }).format(toUtc(date))

/** A period by its first and last day: `24 nov 2025 – 20 nov 2026`, the year once where it is one. */
export function periodName(period: Period, language: Language): string {
  const last = addDays(period.to, -1)
  if (period.from === last) return dayName(last, language)
  const first =
    yearOf(period.from) === yearOf(last) ? dayAndMonth(period.from, language) : dayName(period.from, language)
  return `${first}\u00a0\u2013 ${dayName(last, language)}`
}

/** A day, or days of which the last is not included: `1 jun 2026`, `2 mrt – 12 apr 2026`. */
export const daysName = (from: Day, to: Day | null, language: Language): string =>
  periodName({ from, to: to ?? addDays(from, 1) }, language)

/** A tick of the time axis: `apr`, and `jan ’26` where a year begins. */
export const monthTick = (date: Day, language: Language): string =>
  monthOf(date) === 0 ? `${monthName(date, language)} ${shortYear(date)}` : monthName(date, language)

export const dayTick = (date: Day, language: Language): string => dayAndMonth(date, language)

/**
 * A bucket by name: `31 aug–6 sep`, `7–13 sep`, `sep`, `Q3`, `2026`; `end` is not included.
 * The year is said only when it is another than the reader's.
 */
export function bucketName(start: Day, end: Day, grain: Grain, language: Language, readersYear: number): string {
  const year = yearOf(start) === readersYear ? '' : ` ${shortYear(start)}`
  const last = addDays(end, -1)
  switch (grain) {
    case 'DAY':
      return dayAndMonth(start, language) + year
    case 'WEEK':
      return monthOf(start) === monthOf(last)
        ? `${Number(start.slice(8))}\u2013${dayAndMonth(last, language)}${year}`
        : `${dayAndMonth(start, language)}\u2013${dayAndMonth(last, language)}${year}`
    case 'MONTH':
      return day(language, { month: 'long' }).format(toUtc(start)) + year
    case 'QUARTER':
      return `Q${monthOf(start) / 3 + 1}${year}`
    case 'YEAR':
      return String(yearOf(start))
  }
}

/** A moment on the reader's clock: `20 nov, 14:32`; the time alone when it is today. */
export function moment(iso: string, language: Language, now = new Date()): string {
  const at = new Date(iso)
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(at)
  const date = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short' })
    .format(at)
    .replace('.', '')
  return at.getFullYear() === now.getFullYear() ? `${date}, ${time}` : `${date} ${at.getFullYear()}, ${time}`
}

/** The time of day alone: `09:10`. */
export const timeOfDay = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(at)
