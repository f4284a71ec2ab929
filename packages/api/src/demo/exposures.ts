import type { Calendar } from './calendar.ts'
import type { EffectsByDay } from './effects.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Sent } from './records.ts'
import { lateTrigger, triggerReference } from './triggers.ts'

/** Whom a cause of contact touched, whether or not they made one: late parcels, and invoices of the new layout. */
export function exposuresOf(
  { number, brand, reference }: Person,
  orders: readonly Order[],
  { firstContactDay, nowMs }: Calendar,
  effects: EffectsByDay,
): Sent<'exposures'>[] {
  const exposures: Sent<'exposures'>[] = []
  const add = (trigger: string, atMs: number) => {
    if (atMs > nowMs) return
    exposures.push({
      id: `${number}-${exposures.length + 1}`,
      customer: reference,
      brand,
      trigger: triggerReference(trigger),
      at: new Date(atMs).toISOString(),
    })
  }
  for (const { day, late, promisedMs, deliveredMs } of orders) {
    if (late && day >= firstContactDay) add(lateTrigger.id, promisedMs)
    const invoiceTrigger = effects.invoiceTrigger(day)
    if (invoiceTrigger) add(invoiceTrigger, deliveredMs)
  }
  return exposures
}
