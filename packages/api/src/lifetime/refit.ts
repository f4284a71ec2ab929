import { addCalendar, addDays, type Day, dayReader } from '@tweeluik/schema'
import type { Database } from '../db/pools.ts'
import type { Settings } from '../db/settings.ts'
import { ALL_BRANDS } from '../metrics/day-scope.ts'
import type { LifetimeFit } from './fit.ts'
import { openFitter } from './fitter.ts'
import {
  type KeptFit,
  type MonthOfOrders,
  selectBuyers,
  selectKeptFits,
  selectMonths,
  writeFit,
} from './lifetime.queries.ts'

/** By what the organisation wants it fitted. */
export type FitSettings = Pick<Settings, 'timeZone' | 'currency'>

/** A fit to be made: on the orders of all brands (null) or one, for these rows. */
export interface DueFit {
  brand: string | null
  brands: readonly string[]
  day: Day
  orders: number
}

/** So far back months are fitted that ended before the first fit was made. */
const MONTHS_BACK = 24

/**
 * Fits that are not there, or stand on another number of orders than there are by now: on yesterday, and at the end of
 * each month of the last two years, so that there is a line to draw. The newest come first.
 */
export async function dueFits({ owner }: Database, { timeZone }: FitSettings, nowMs = Date.now()): Promise<DueFit[]> {
  const yesterday = addDays(dayReader(timeZone)(nowMs), -1)
  const [months, kept] = await Promise.all([selectMonths(owner, yesterday), selectKeptFits(owner)])
  const ends = [...new Set(months.map(({ end }) => end))].filter(
    end => end < yesterday && end >= addCalendar(yesterday, { months: -MONTHS_BACK }),
  )
  const days = months.length > 0 ? [yesterday, ...ends.sort().reverse()] : []
  const brands = [...new Set(months.map(({ brand }) => brand))]
  const scopes =
    brands.length > 1
      ? [{ brand: null, brands: [ALL_BRANDS] }, ...brands.map(brand => ({ brand, brands: [brand] }))]
      : [{ brand: null, brands: [ALL_BRANDS, ...brands] }]
  return days
    .flatMap(day => scopes.map(scope => ({ ...scope, day, orders: ordersUpTo(months, scope.brand, day) })))
    .filter(due => due.orders > 0 && !due.brands.every(brand => stands(kept, brand, due)))
}

const ordersUpTo = (months: readonly MonthOfOrders[], brand: string | null, day: Day) =>
  months
    .filter(month => (brand === null || month.brand === brand) && month.end.slice(0, 7) <= day.slice(0, 7))
    .reduce((sum, { orders }) => sum + orders, 0)

const stands = (kept: readonly KeptFit[], brand: string, { day, orders }: DueFit) =>
  kept.some(fit => fit.brand === brand && fit.day === day && fit.orders === orders)

export type MadeFit = DueFit & LifetimeFit

/** Makes these fits one by one and keeps them; who stops reading stops after the one in hand. */
export async function* makeFits(
  database: Database,
  { currency }: FitSettings,
  due: readonly DueFit[],
): AsyncGenerator<MadeFit> {
  if (due.length === 0) return
  await using fitter = openFitter()
  for (const one of due) {
    const buyers = await database.owner.begin('isolation level repeatable read read only', sql =>
      selectBuyers(sql, { brand: one.brand, upTo: one.day, currency }),
    )
    const { marginShare } = buyers
    const fit = await fitter.fit(buyers)
    await database.owner.begin(sql => writeFit(sql, one.brands, one, fit, marginShare))
    yield { ...one, ...fit }
  }
}
