import type { contacts, feedback, interactions, journeys, orders, refunds } from '../tables/index.ts'
import { contact } from './contact.ts'
import { factOver, LOOK_BACK_DAYS_MAX, type PeoplePart } from './define.ts'
import { order, refund } from './order.ts'

/** What a row of several stages has of its own, and one name for it that fits in any cursor. */
interface OfStage {
  stage: string | null
  stageKey: string | null
}

/**
 * Orders by the stages of which their customer touched something since its order before: a row for each, with an equal
 * share of the margin. Nothing touched: one row without a stage.
 */
export const stageOrder = factOver<typeof orders.$inferSelect & OfStage>()({
  ...order.spec,
  name: 'stage_order',
  record: { kind: 'order', idColumn: 'id', apartBy: ['stageKey'] },
  dimensions: { ...order.spec.dimensions, STAGE: 'stage' },
  sets: [],
  derived: true,
})

/** Money given back, by the stages of its order. */
export const stageRefund = factOver<typeof refunds.$inferSelect & OfStage>()({
  ...refund.spec,
  name: 'stage_refund',
  record: { kind: 'order', idColumn: 'id', apartBy: ['stageKey'] },
  dimensions: { ...refund.spec.dimensions, STAGE: 'stage' },
  sets: [],
  gaps: {
    movement: { column: 'previousGapDays', anchor: 'refunded', where: {}, max: LOOK_BACK_DAYS_MAX },
    retained: {
      column: 'previousGapDays',
      anchor: 'refunded',
      where: { repeat: true, marginE4: { isNull: false } },
      max: LOOK_BACK_DAYS_MAX,
    },
  },
  derived: true,
})

/** What customers who were back within so many days are told to be returning by, where nobody asks by other days. */
export const RETURNING_WITHIN_DAYS = 180

interface OfLife {
  lifecycleStage: 'NEW' | 'RETURNING' | 'RESURRECTED' | null
}

/** Orders by what their customer then was: by the day of its last order before that day. Not known by whom: nothing. */
export const lifeOrder = factOver<typeof orders.$inferSelect & OfLife>()({
  ...order.spec,
  name: 'life_order',
  dimensions: { ...order.spec.dimensions, LIFECYCLE_STAGE: 'lifecycleStage' },
  sets: [],
  derived: true,
})

/** Money given back, by what the customer was at its order. */
export const lifeRefund = factOver<typeof refunds.$inferSelect & OfLife>()({
  ...refund.spec,
  name: 'life_refund',
  dimensions: { ...refund.spec.dimensions, LIFECYCLE_STAGE: 'lifecycleStage' },
  sets: [],
  gaps: { movement: refund.spec.gaps.movement, retained: refund.spec.gaps.retained },
  derived: true,
})

/** Relational answers by the stage that they are about, else by that which their customer touched last before. */
export const stageAnswer = factOver<typeof feedback.$inferSelect>()({
  name: 'stage_answer',
  table: 'feedback',
  record: { kind: 'feedback', idColumn: 'id' },
  anchors: { given: 'day' },
  moments: { given: 'at' },
  dimensions: {
    BRAND: 'brand',
    CHANNEL: 'channel',
    TEAM: 'team',
    SEGMENT: 'segment',
    COUNTRY: 'country',
    TOUCHPOINT: 'aboutTouchpointId',
    STAGE: 'stage',
    CONTACTED: 'contacted',
  },
  sets: [],
  currency: null,
  gaps: {},
  derived: true,
  perBrandAndAll: false,
})

/** Journeys by the stages of their map that they reached, a row for each but the map's last. */
export const stageJourney = factOver<typeof journeys.$inferSelect & OfStage & { wentOn: boolean }>()({
  name: 'stage_journey',
  table: 'journeys',
  record: { kind: 'journey', idColumn: 'id', apartBy: ['stageKey'] },
  anchors: { ripened: 'windowEndDay' },
  moments: {},
  dimensions: { BRAND: 'brand', JOURNEY_MAP: 'journeyMapId', STAGE: 'stage', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [],
  currency: null,
  gaps: {},
  derived: true,
  perBrandAndAll: false,
})

/** Contacts that somebody reviewed, once each. */
export const reviewedContact = factOver<typeof contacts.$inferSelect>()({
  ...contact.spec,
  name: 'reviewed_contact',
  sets: [],
  gaps: {},
  derived: true,
})

/** Known customers by what they touched; each is one customer of every group and bucket that it was in. */
export const touch = factOver<typeof interactions.$inferSelect>()({
  name: 'touch',
  table: 'interactions',
  record: { kind: 'customer', idColumn: 'customerId' },
  anchors: { happened: 'day' },
  moments: {},
  dimensions: {
    BRAND: 'brand',
    JOURNEY_MAP: 'journeyMapId',
    STAGE: 'stage',
    TOUCHPOINT: 'touchpointId',
    SEGMENT: 'segment',
    COUNTRY: 'country',
  },
  sets: [],
  currency: null,
  gaps: {},
  derived: true,
  toldEach: true,
  perBrandAndAll: false,
})

/** How many different known customers touched something. */
export const touching: PeoplePart = { type: 'people', fact: 'touch', anchor: 'happened' }
