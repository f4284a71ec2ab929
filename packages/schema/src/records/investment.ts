import { z } from 'zod'
import { amount, currency, everyRecord, instant, oneOf, reference, refuse, word } from './fields.ts'

export const investment = z.strictObject({
  ...everyRecord(),
  at: instant(),
  amount: amount(),
  currency: currency().nullish(),
  purpose: oneOf(['acquisition', 'retention', 'service', 'other']),
  lens: oneOf(['cx', 'service']),
  touchpoint: reference().nullish(),
  campaign: word().nullish(),
})

/** What no single field can tell. */
export function investmentRules(record: z.output<typeof investment>, context: z.core.$RefinementCtx): void {
  if (record.amount < 0) {
    refuse(context, 'NEGATIVE', 'An investment is money spent', 'Drop the minus', ['amount'])
  }
}
