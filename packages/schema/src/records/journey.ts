import { z } from 'zod'
import { everyRecord, instant, oneOf, reference, refuse } from './fields.ts'

export const journey = z.strictObject({
  ...everyRecord(),
  customer: reference(),
  map: reference(),
  startedAt: instant(),
  endedAt: instant().nullish(),
  outcome: oneOf(['completed', 'abandoned']).nullish(),
})

/** What no single field can tell. */
export function journeyRules(record: z.output<typeof journey>, context: z.core.$RefinementCtx): void {
  if (record.endedAt && record.endedAt < record.startedAt) {
    refuse(context, 'ENDS_BEFORE_START', 'endedAt lies before startedAt', 'Check both times', ['endedAt'])
  }
}
