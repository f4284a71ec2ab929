import { z } from 'zod'
import { amount, currency, everyRecord, instant, refuse, share, word } from './fields.ts'

export const costRate = z.strictObject({
  ...everyRecord(),
  team: word().nullish(),
  channel: word().nullish(),
  from: instant(),
  to: instant().nullish(),
  perHour: amount(),
  perContact: amount().nullish(),
  overheadShare: share().nullish(),
  currency: currency().nullish(),
})

/** What no single field can tell. */
export function costRateRules(record: z.output<typeof costRate>, context: z.core.$RefinementCtx): void {
  if (record.to && record.to <= record.from) {
    refuse(context, 'ENDS_BEFORE_START', 'to lies before from', 'Send a period of at least a moment, or leave to out', [
      'to',
    ])
  }
  for (const field of ['perHour', 'perContact'] as const) {
    if ((record[field] ?? 0) < 0) refuse(context, 'NEGATIVE', 'A rate is zero or more', 'Drop the minus', [field])
  }
}
