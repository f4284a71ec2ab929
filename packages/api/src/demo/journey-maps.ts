import type { Sent } from './records.ts'
import { stages, type Touchpoint } from './touchpoints.ts'

const MINUTE = 60
const DAY = 86_400

/** A step of a designed journey; `maxSeconds` since the step before it. */
interface Step {
  touchpoint: Touchpoint
  stage: string
  optional?: boolean
  maxSeconds?: number
}

export const purchaseMap = 'purchase'
export const returnMap = 'return'
/** A contact that comes later is no part of the journey any more. */
export const PURCHASE_WINDOW_DAYS = 30

const purchaseSteps: Step[] = [
  { touchpoint: 'billboard', stage: stages.discover, optional: true },
  { touchpoint: 'search', stage: stages.discover, optional: true },
  { touchpoint: 'blog', stage: stages.discover, optional: true },
  { touchpoint: 'ad', stage: stages.consider, optional: true },
  { touchpoint: 'product-page', stage: stages.consider },
  { touchpoint: 'size-guide', stage: stages.consider, optional: true },
  { touchpoint: 'advice', stage: stages.consider, optional: true },
  { touchpoint: 'store', stage: stages.buy, optional: true },
  { touchpoint: 'cart', stage: stages.buy, maxSeconds: 3 * DAY },
  { touchpoint: 'checkout', stage: stages.buy, optional: true, maxSeconds: 15 * MINUTE },
  { touchpoint: 'payment', stage: stages.buy, maxSeconds: 15 * MINUTE },
  { touchpoint: 'tracking', stage: stages.receive, optional: true },
  { touchpoint: 'van', stage: stages.receive, optional: true },
  { touchpoint: 'delivery', stage: stages.receive, maxSeconds: 3 * DAY },
  { touchpoint: 'packaging', stage: stages.receive, optional: true },
  { touchpoint: 'invoice', stage: stages.receive, optional: true, maxSeconds: 14 * DAY },
  { touchpoint: 'first-run', stage: stages.use, optional: true },
  { touchpoint: 'newsletter', stage: stages.comeBack, optional: true },
  { touchpoint: 'review-page', stage: stages.comeBack, optional: true },
  { touchpoint: 'running-club', stage: stages.comeBack, optional: true },
]

/**
 * What each stage is designed to be; contact rates are per 100 customers in the stage. What comes after delivery is
 * optional, so few go on.
 */
const purchaseStages: Sent<'journey-maps'>['stages'] = [
  {
    id: stages.discover,
    name: stages.discover,
    ideal: { ces: 0.8, relationalNps: 30, conversion: 0.98, contactRate: 6, firstTimeFix: 0.9, costPerMargin: 0.1 },
  },
  {
    id: stages.consider,
    name: stages.consider,
    timeWellSpent: true,
    ideal: { ces: 0.8, relationalNps: 38, conversion: 0.9, contactRate: 80, firstTimeFix: 0.88, costPerMargin: 0.35 },
  },
  {
    id: stages.buy,
    name: stages.buy,
    ideal: {
      ces: 0.78,
      relationalNps: 40,
      conversion: 0.95,
      contactRate: 30,
      firstTimeFix: 0.84,
      handleSeconds: 300,
      costPerMargin: 0.12,
    },
  },
  {
    id: stages.receive,
    name: stages.receive,
    ideal: {
      ces: 0.75,
      relationalNps: 38,
      conversion: 0.3,
      contactRate: 80,
      firstTimeFix: 0.82,
      handleSeconds: 330,
      costPerMargin: 0.3,
    },
  },
  {
    id: stages.use,
    name: stages.use,
    ideal: {
      ces: 0.78,
      relationalNps: 42,
      conversion: 0.1,
      contactRate: 70,
      firstTimeFix: 0.8,
      handleSeconds: 390,
      costPerMargin: 0.18,
    },
  },
  {
    id: stages.comeBack,
    name: stages.comeBack,
    ideal: {
      ces: 0.85,
      relationalNps: 36,
      contactRate: 12,
      firstTimeFix: 0.88,
      handleSeconds: 300,
      costPerMargin: 0.1,
    },
  },
]

/** The two roads that the company has designed. */
export const journeyMapRecords: Sent<'journey-maps'>[] = [
  {
    id: purchaseMap,
    name: 'Van eerste stap tot volgend paar',
    windowDays: PURCHASE_WINDOW_DAYS,
    completedBy: 'delivery',
    steps: purchaseSteps,
    stages: purchaseStages,
  },
  {
    id: returnMap,
    name: 'Ruilen en retourneren',
    windowDays: 30,
    completedBy: 'refund',
    steps: [
      { touchpoint: 'return-portal', stage: stages.use },
      { touchpoint: 'return-parcel', stage: stages.use, maxSeconds: 7 * DAY },
      { touchpoint: 'refund', stage: stages.use, maxSeconds: 10 * DAY },
    ],
    stages: [
      {
        id: stages.use,
        name: stages.use,
        ideal: { ces: 0.75, contactRate: 10, firstTimeFix: 0.8, handleSeconds: 360 },
      },
    ],
  },
]
