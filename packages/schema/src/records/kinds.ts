import type { z } from 'zod'
import { calendar, calendarRules } from './calendar.ts'
import { contact, contactRules } from './contact.ts'
import { contactEvent, contactEventRules } from './contact-event.ts'
import { costRate, costRateRules } from './cost-rate.ts'
import { customer } from './customer.ts'
import { exchangeRate, exchangeRateRules } from './exchange-rate.ts'
import { exposure } from './exposure.ts'
import { feedback, feedbackRules } from './feedback.ts'
import { interaction } from './interaction.ts'
import { investment, investmentRules } from './investment.ts'
import { journey, journeyRules } from './journey.ts'
import { journeyMap, journeyMapRules } from './journey-map.ts'
import { order, orderRules } from './order.ts'
import { qualityReview, qualityReviewRules } from './quality-review.ts'
import { slaPolicy, slaPolicyRules } from './sla-policy.ts'
import { survey } from './survey.ts'
import { touchpoint, touchpointRules } from './touchpoint.ts'
import { trigger, triggerRules } from './trigger.ts'

/**
 * Every kind of record the door takes: its plural is the path, its singular makes the ids. In the order in which they
 * are best sent: what others refer to comes first.
 */
export const recordKinds = {
  touchpoints: { singular: 'touchpoint', schema: touchpoint, rules: touchpointRules },
  triggers: { singular: 'trigger', schema: trigger, rules: triggerRules },
  'journey-maps': { singular: 'journey-map', schema: journeyMap, rules: journeyMapRules },
  calendars: { singular: 'calendar', schema: calendar, rules: calendarRules },
  'sla-policies': { singular: 'sla-policy', schema: slaPolicy, rules: slaPolicyRules },
  'cost-rates': { singular: 'cost-rate', schema: costRate, rules: costRateRules },
  'exchange-rates': { singular: 'exchange-rate', schema: exchangeRate, rules: exchangeRateRules },
  customers: { singular: 'customer', schema: customer, rules: () => {} },
  journeys: { singular: 'journey', schema: journey, rules: journeyRules },
  interactions: { singular: 'interaction', schema: interaction, rules: () => {} },
  contacts: { singular: 'contact', schema: contact, rules: contactRules },
  'contact-events': { singular: 'contact-event', schema: contactEvent, rules: contactEventRules },
  surveys: { singular: 'survey', schema: survey, rules: () => {} },
  feedback: { singular: 'feedback', schema: feedback, rules: feedbackRules },
  'quality-reviews': { singular: 'quality-review', schema: qualityReview, rules: qualityReviewRules },
  exposures: { singular: 'exposure', schema: exposure, rules: () => {} },
  orders: { singular: 'order', schema: order, rules: orderRules },
  investments: { singular: 'investment', schema: investment, rules: investmentRules },
} as const

export type RecordKind = keyof typeof recordKinds
/** The singular name of a kind, as in ids. */
export type RecordName = (typeof recordKinds)[RecordKind]['singular']
/** A record that passed its schema: times are Dates, money 1/10,000ths, ids text. */
export type ValidRecord<Kind extends RecordKind> = z.output<(typeof recordKinds)[Kind]['schema']>

export const kindNames = Object.keys(recordKinds) as RecordKind[]

export function isRecordKind(name: string): name is RecordKind {
  return Object.hasOwn(recordKinds, name)
}
