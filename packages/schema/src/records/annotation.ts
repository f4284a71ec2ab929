import { z } from 'zod'
import { day, everyRecord, oneOf, prose, refuse, word } from './fields.ts'

export const annotation = z.strictObject({
  ...everyRecord(),
  name: word(),
  from: day(),
  to: day().nullish(),
  description: prose(2_000).nullish(),
  department: word().nullish(),
  lens: oneOf(['cx', 'service']).nullish(),
})

/** What no single field can tell. */
export function annotationRules(record: z.output<typeof annotation>, context: z.core.$RefinementCtx): void {
  if (record.to && record.to <= record.from) {
    refuse(context, 'ENDS_BEFORE_START', 'to lies before from', 'Send the day after the last one, or leave to out', [
      'to',
    ])
  }
}
