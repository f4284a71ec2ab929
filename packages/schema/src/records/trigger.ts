import { z } from 'zod'
import { everyRecord, flag, oneOf, reference, refuse, word } from './fields.ts'

export const trigger = z.strictObject({
  ...everyRecord(),
  name: word(),
  parent: reference().nullish(),
  department: word(),
  intent: oneOf(['time_saved', 'time_spent']).nullish(),
  avoidable: flag().nullish(),
  ratePer: oneOf(['customers', 'orders']).nullish(),
})

/** What no single field can tell; longer circles are found where all triggers are known. */
export function triggerRules(record: z.output<typeof trigger>, context: z.core.$RefinementCtx): void {
  if (record.parent === record.id) {
    refuse(context, 'OWN_ANCESTOR', 'A trigger is not its own parent', 'Name another parent, or leave it out', [
      'parent',
    ])
  }
}
