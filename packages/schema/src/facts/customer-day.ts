import type { customerDays } from '../tables/index.ts'
import { type ExposurePart, factOver, LOOK_BACK_DAYS_MAX } from './define.ts'

/** What a customer's day can be: see the table. */
export const customerDayKinds = ['contact', 'order', 'activity', 'base', 'churn'] as const

/** Known customers' active days: what is distinct, new, returning or lost is told from the gaps between them. */
export const customerDay = factOver<typeof customerDays.$inferSelect>()({
  name: 'customer_day',
  table: 'customer_days',
  record: { kind: 'customer', idColumn: 'customerId' },
  anchors: { active: 'day' },
  moments: {},
  dimensions: { BRAND: 'brand' },
  sets: [[]],
  currency: null,
  gaps: {
    contact: { column: 'previousGapDays', anchor: 'active', where: { kind: 'contact' }, max: LOOK_BACK_DAYS_MAX },
    activity: { column: 'previousGapDays', anchor: 'active', where: { kind: 'activity' }, max: LOOK_BACK_DAYS_MAX },
    order: { column: 'previousGapDays', anchor: 'active', where: { kind: 'order' }, max: LOOK_BACK_DAYS_MAX },
    secondOrder: {
      column: 'beforePreviousGapDays',
      anchor: 'active',
      where: { kind: 'order' },
      max: LOOK_BACK_DAYS_MAX,
    },
    base: { column: 'previousGapDays', anchor: 'active', where: { kind: 'base' }, max: LOOK_BACK_DAYS_MAX },
    baseNext: { column: 'nextGapDays', anchor: 'active', where: { kind: 'base' }, max: LOOK_BACK_DAYS_MAX },
    churn: { column: 'previousGapDays', anchor: 'active', where: { kind: 'churn' }, max: LOOK_BACK_DAYS_MAX },
  },
  perBrandAndAll: true,
})

/**
 * Days that customers were in the base: a customer enters with a base day after a gap of more than `inactivityDays`,
 * and leaves the day after that many idle days, or on the day it churned. So the base of a day is a running sum:
 * entries, less base days of `inactivityDays` + 1 ago that had no next one in time, less churns within that time.
 * A churn's gap is a day longer than the distance to its last base day, so that churning on that very day counts.
 */
export const exposureDays = (inactivityDays: ExposurePart['days']): ExposurePart => exposure('days', inactivityDays)

/** How many customers were in the base before the first day of the window, or at its end; see {@link exposureDays}. */
export const customersAt = (moment: 'start' | 'end', inactivityDays: ExposurePart['days']): ExposurePart =>
  exposure(moment, inactivityDays)

const exposure = (of: ExposurePart['of'], days: ExposurePart['days']): ExposurePart => ({
  type: 'exposure',
  of,
  fact: 'customer_day',
  anchor: 'active',
  days,
})
