import { contact } from './contact.ts'
import { contactEvent } from './contact-event.ts'
import { customerDay } from './customer-day.ts'
import type { Fact } from './define.ts'
import {
  lifeOrder,
  lifeRefund,
  reviewedContact,
  stageAnswer,
  stageJourney,
  stageOrder,
  stageRefund,
  touch,
} from './derived.ts'
import { feedback } from './feedback.ts'
import { interaction } from './interaction.ts'
import { investment } from './investment.ts'
import { journey } from './journey.ts'
import { lifetime } from './lifetime.ts'
import { order, refund } from './order.ts'
import { qualityReview } from './quality-review.ts'
import { slaTarget } from './sla-target.ts'
import { spending } from './spending.ts'
import { survey } from './survey.ts'

export * from './buckets.ts'
export { customersAtStart, customersLeft, customersLost, dayKinds, exposureDays } from './customer-day.ts'
export * from './define.ts'
export * from './delta-dimensions.ts'
export { RETURNING_WITHIN_DAYS, touching } from './derived.ts'
export { LIFETIME_MONTHS_MAX, type LifetimeProblem, lifetimeProblems } from './lifetime.ts'
export * from './measure.ts'
export { spent } from './spending.ts'
export * from './where.ts'
export {
  contact,
  contactEvent,
  customerDay,
  feedback,
  interaction,
  investment,
  journey,
  lifeOrder,
  lifeRefund,
  lifetime,
  order,
  qualityReview,
  refund,
  reviewedContact,
  slaTarget,
  spending,
  stageAnswer,
  stageJourney,
  stageOrder,
  stageRefund,
  survey,
}

/** A fact whatever its rows: what the generic code (deltas, planner, audit) works with. */
export type AnyFact = Pick<Fact<Record<string, unknown>>, 'spec' | 'dimensions'>

const byName = {
  contact,
  contact_event: contactEvent,
  sla_target: slaTarget,
  feedback,
  survey,
  quality_review: qualityReview,
  interaction,
  journey,
  order,
  refund,
  investment,
  customer_day: customerDay,
  spending,
  lifetime,
  stage_order: stageOrder,
  stage_refund: stageRefund,
  stage_answer: stageAnswer,
  stage_journey: stageJourney,
  life_order: lifeOrder,
  life_refund: lifeRefund,
  reviewed_contact: reviewedContact,
  touch,
}

/** Every fact by name. */
export const facts = byName as unknown as Record<FactName, AnyFact>
export type FactName = keyof typeof byName
/** Facts that have rows of their own, in the order in which they are loaded and told. */
export const factNames = (Object.keys(facts) as FactName[]).filter(name => !facts[name].spec.derived)
