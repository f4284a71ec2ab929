import { z } from 'zod'
import { amount, currency, everyRecord, instant, nested, reference, refuse, word } from './fields.ts'

export const order = z.strictObject({
  ...everyRecord(),
  customer: reference(),
  at: instant(),
  amount: amount(),
  currency: currency().nullish(),
  margin: amount().nullish(),
  refunds: nested(z.array(z.strictObject({ at: instant(), amount: amount() })).max(100)).nullish(),
  status: word().nullish(),
  channel: word().nullish(),
  promisedAt: instant().nullish(),
  deliveredAt: instant().nullish(),
})

/** What no single field can tell. */
export function orderRules(record: z.output<typeof order>, context: z.core.$RefinementCtx): void {
  if (record.amount < 0) {
    refuse(context, 'NEGATIVE', 'An order brings money in', 'Send money that goes back as refunds of its order', [
      'amount',
    ])
  }
  record.refunds?.forEach((refund, index) => {
    if (refund.amount < 0) {
      refuse(context, 'NEGATIVE', 'A refund is money given back, above zero', 'Drop the minus', [
        'refunds',
        `${index}`,
        'amount',
      ])
    }
    if (refund.at < record.at) {
      refuse(context, 'BEFORE_ORDER', 'A refund lies before its order', 'Check both times', [
        'refunds',
        `${index}`,
        'at',
      ])
    }
  })
}
