import { z } from 'zod'
import { count, everyRecord, instant, nested, reference, refuse, seconds, word } from './fields.ts'

const targets = ['firstResponseSeconds', 'nextReplySeconds', 'resolutionSeconds'] as const

export const slaPolicy = z.strictObject({
  ...everyRecord(),
  version: count(),
  from: instant(),
  where: nested(
    z.strictObject({
      channel: word().nullish(),
      team: word().nullish(),
      topic: word(500).nullish(),
      segment: word().nullish(),
    }),
  ),
  firstResponseSeconds: seconds().nullish(),
  nextReplySeconds: seconds().nullish(),
  resolutionSeconds: seconds().nullish(),
  calendar: reference().nullish(),
})

/** A policy without a target asks nothing. */
export function slaPolicyRules(record: z.output<typeof slaPolicy>, context: z.core.$RefinementCtx): void {
  if (targets.every(target => record[target] == null)) {
    refuse(context, 'MISSING_FIELD', 'Has no target', `Send at least one of ${targets.join(', ')}`, [targets[0]])
  }
}
