import type { Calendar } from './calendar.ts'
import { Random } from './random.ts'
import type { Sent } from './records.ts'

/** What a pound is worth in the long run, and how far a day moves it. */
const POUND_IN_EUROS = 1.163
const DAILY_MOVE = 0.0022
const PULL_BACK = 0.03

/** The pound in euros, every day of which orders are kept; nobody fixes a rate between Christmas and New Year's Day. */
export function exchangeRates(calendar: Calendar, seed: number): Sent<'exchange-rates'>[] {
  const random = new Random(seed, -1, 1)
  const rates: Sent<'exchange-rates'>[] = []
  let rate = POUND_IN_EUROS
  for (let day = calendar.firstOrderDay; day < calendar.days; day++) {
    rate += PULL_BACK * (POUND_IN_EUROS - rate) + DAILY_MOVE * random.normal()
    const date = calendar.date(day)
    if (!isUnfixed(date)) rates.push({ id: `GBP-${date}`, from: 'GBP', to: 'EUR', day: date, rate: rounded(rate) })
  }
  return rates
}

function isUnfixed(date: string): boolean {
  const monthAndDay = date.slice(5)
  return monthAndDay === '12-25' || monthAndDay === '12-26' || monthAndDay === '01-01'
}

function rounded(rate: number): number {
  return Math.round(rate * 10_000) / 10_000
}
