import { z } from 'zod'
import { currency, day, everyRecord, number, refuse } from './fields.ts'

const RATE_MAX = 1e9

export const exchangeRate = z.strictObject({
  ...everyRecord(),
  from: currency(),
  to: currency(),
  day: day(),
  rate: number(),
})

/** One unit of `from` is worth `rate` units of `to`. */
export function exchangeRateRules(record: z.output<typeof exchangeRate>, context: z.core.$RefinementCtx): void {
  if (!(record.rate >= 1 / RATE_MAX && record.rate <= RATE_MAX)) {
    refuse(context, 'OUT_OF_RANGE', `${record.rate} is no rate`, 'Send how many of `to` one of `from` buys', ['rate'])
  }
  if (record.from === record.to) {
    refuse(context, 'SAME_CURRENCY', 'A currency is worth itself', 'Send two currencies', ['to'])
  }
}
