import type { Day } from '../time.ts'

/** On that day one unit of `from` was worth `rate` units of `to`. Without brand it holds for all. */
export interface ExchangeRateRow {
  id?: string
  brand?: string | null
  from: string
  to: string
  day: Day
  rate: number
}

interface Worth {
  currency: string
  brand: unknown
  day: Day
}

/**
 * What one unit of a currency was worth in `asked` on that very day: by the brand's own rates before those that all
 * share, by the direct rate before the opposite one turned over. Null: nobody has told.
 */
export function rateInto(
  asked: string,
  { currency, brand, day }: Worth,
  rates: readonly ExchangeRateRow[],
): number | null {
  if (currency === asked) return 1
  const known = rates.filter(rate => rate.day === day && (rate.brand == null || rate.brand === brand))
  const own = known.filter(rate => rate.brand != null)
  return oneRate(currency, asked, own) ?? oneRate(currency, asked, known)
}

function oneRate(from: string, to: string, rates: readonly ExchangeRateRow[]): number | null {
  const least = (found: readonly ExchangeRateRow[]) =>
    found.toSorted((left, right) => ((left.id ?? '') < (right.id ?? '') ? -1 : 1))[0]
  const direct = least(rates.filter(rate => rate.from === from && rate.to === to))
  const opposite = least(rates.filter(rate => rate.from === to && rate.to === from))
  const rate = direct?.rate ?? (opposite ? 1 / opposite.rate : null)
  // As many digits as the database keeps of it when it counts exactly.
  return rate === null ? null : Number(rate.toPrecision(15))
}
