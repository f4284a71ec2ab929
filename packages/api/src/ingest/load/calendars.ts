import { addDays, type Day } from '@tweeluik/schema'
import type Holidays from 'date-holidays'
import type { TransactionSql } from '../../db/pools.ts'
import { arrivingCalendars, openYears, writeWorkingSpans } from './business-time.queries.ts'
import type { LateRejection } from './catalogue.ts'

/** Calendars of which the country is none whose public holidays are known. */
export async function withoutHolidays(sql: TransactionSql): Promise<LateRejection[]> {
  const named = (await arrivingCalendars(sql)).filter(({ country }) => country !== null)
  const unknown = []
  for (const calendar of named) if (!(await holidaysOf(calendar.country ?? ''))) unknown.push(calendar)
  return unknown.map(({ position, line, country }) => ({
    position,
    line,
    code: 'UNKNOWN_COUNTRY',
    path: 'holidays',
    message: `The public holidays of ${country} are not known`,
    fix: 'Send an ISO 3166 code such as NL or DE-BY, or the days themselves',
  }))
}

/** Writes out when the calendars of the batch are open, the public holidays of their countries taken out. */
export async function openCalendars(sql: TransactionSql): Promise<void> {
  const { first, last } = await openYears(sql)
  const off: { id: string; day: Day }[] = []
  for (const { id, country } of await arrivingCalendars(sql)) {
    const holidays = country === null ? null : await holidaysOf(country)
    for (let year = first; holidays && year <= last; year += 1) {
      for (const day of publicHolidays(holidays, year)) off.push({ id, day })
    }
  }
  await writeWorkingSpans(sql, off)
}

/** The library holds the calendars of the whole world: it is read when somebody asks for a country. */
async function holidaysOf(country: string): Promise<Holidays | null> {
  const { default: Library } = await import('date-holidays')
  const [land = '', state, region] = country.split('-')
  const holidays = new Library()
  const known =
    Object.hasOwn(holidays.getCountries(), land) && (!state || Object.hasOwn(holidays.getStates(land) ?? {}, state))
  if (!known) return null
  holidays.init(land, state, region)
  return holidays
}

/** Every day of a holiday, where one lasts longer. */
function publicHolidays(holidays: Holidays, year: number): Day[] {
  return holidays
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / 86_400_000))
      return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index))
    })
}
