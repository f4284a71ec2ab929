import type { z } from 'zod'
import { contact, contactRules } from './contact.ts'
import { costRate, costRateRules } from './cost-rate.ts'
import { customer } from './customer.ts'
import { feedback, feedbackRules } from './feedback.ts'
import { order, orderRules } from './order.ts'

/** Every kind of record the door takes: its plural is the path, its singular makes the ids. */
export const recordKinds = {
  customers: { singular: 'customer', schema: customer, rules: () => {} },
  contacts: { singular: 'contact', schema: contact, rules: contactRules },
  feedback: { singular: 'feedback', schema: feedback, rules: feedbackRules },
  orders: { singular: 'order', schema: order, rules: orderRules },
  'cost-rates': { singular: 'cost-rate', schema: costRate, rules: costRateRules },
} as const

export type RecordKind = keyof typeof recordKinds
/** A record that passed its schema: times are Dates, money 1/10,000ths, ids text. */
export type ValidRecord<Kind extends RecordKind> = z.output<(typeof recordKinds)[Kind]['schema']>

export const kindNames = Object.keys(recordKinds) as RecordKind[]

export function isRecordKind(name: string): name is RecordKind {
  return Object.hasOwn(recordKinds, name)
}
