import { contact } from './contact.ts'
import { customerDay } from './customer-day.ts'
import type { Fact } from './define.ts'
import { feedback } from './feedback.ts'
import { order, refund } from './order.ts'

export { customerDayKinds, exposureDays } from './customer-day.ts'
export * from './define.ts'
export * from './measure.ts'
export * from './where.ts'
export { contact, customerDay, feedback, order, refund }

/** A fact whatever its rows: what the generic code (deltas, planner, audit) works with. */
export type AnyFact = Pick<Fact<Record<string, unknown>>, 'spec'>

/** Every fact by name, in the order in which questions are asked. */
export const facts = { contact, feedback, order, refund, customer_day: customerDay } as unknown as Record<
  FactName,
  AnyFact
>
export type FactName = 'contact' | 'feedback' | 'order' | 'refund' | 'customer_day'
export const factNames = Object.keys(facts) as FactName[]
