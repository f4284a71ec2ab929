import type { z } from 'zod'
import { annotation, annotationRules } from './annotation.ts'
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
 * Every kind of record the door takes: its plural is the path, its singular makes the ids, and senders read what it is
 * about. In the order in which they are best sent: what others refer to comes first.
 */
export const recordKinds = {
  touchpoints: {
    singular: 'touchpoint',
    about: 'A place where customer and company meet: an ad, a product page, a chat, a delivery.',
    schema: touchpoint,
    rules: touchpointRules,
  },
  triggers: {
    singular: 'trigger',
    about: 'A cause of contacts, with the department that owns it.',
    schema: trigger,
    rules: triggerRules,
  },
  'journey-maps': {
    singular: 'journey-map',
    about: 'A designed journey: stages in their order, and the touchpoints that are its steps.',
    schema: journeyMap,
    rules: journeyMapRules,
  },
  calendars: {
    singular: 'calendar',
    about: 'Opening hours of a team, from a moment on.',
    schema: calendar,
    rules: calendarRules,
  },
  'sla-policies': {
    singular: 'sla-policy',
    about: 'How soon contacts are to be answered and resolved, from a moment on.',
    schema: slaPolicy,
    rules: slaPolicyRules,
  },
  'cost-rates': {
    singular: 'cost-rate',
    about: 'What handling costs in a period; the most specific rate wins.',
    schema: costRate,
    rules: costRateRules,
  },
  'exchange-rates': {
    singular: 'exchange-rate',
    about: 'What one unit of `from` is worth in `to` on a day.',
    schema: exchangeRate,
    rules: exchangeRateRules,
  },
  annotations: {
    singular: 'annotation',
    about: 'What happened on a day or over some days, drawn beside figures.',
    schema: annotation,
    rules: annotationRules,
  },
  customers: {
    singular: 'customer',
    about: 'What one source knows of a person or company.',
    schema: customer,
    rules: () => {},
  },
  journeys: {
    singular: 'journey',
    about: "One customer's way along a journey map.",
    schema: journey,
    rules: journeyRules,
  },
  interactions: {
    singular: 'interaction',
    about: 'One occurrence of a touchpoint, for one customer.',
    schema: interaction,
    rules: () => {},
  },
  contacts: {
    singular: 'contact',
    about: 'One service contact.',
    schema: contact,
    rules: contactRules,
  },
  'contact-events': {
    singular: 'contact-event',
    about: 'Something that happened in a contact. It waits until the contact has come.',
    schema: contactEvent,
    rules: contactEventRules,
  },
  surveys: {
    singular: 'survey',
    about: 'An invitation to answer.',
    schema: survey,
    rules: () => {},
  },
  feedback: {
    singular: 'feedback',
    about: 'An answer: a score, and what was said with it.',
    schema: feedback,
    rules: feedbackRules,
  },
  'quality-reviews': {
    singular: 'quality-review',
    about: 'A judgement of a contact by its items. It waits until the contact has come.',
    schema: qualityReview,
    rules: qualityReviewRules,
  },
  exposures: {
    singular: 'exposure',
    about: 'A customer has met what causes contacts, whether or not a contact followed.',
    schema: exposure,
    rules: () => {},
  },
  orders: {
    singular: 'order',
    about: 'A purchase of one customer, refunds included.',
    schema: order,
    rules: orderRules,
  },
  investments: {
    singular: 'investment',
    about: 'Money spent on customer experience or service.',
    schema: investment,
    rules: investmentRules,
  },
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
