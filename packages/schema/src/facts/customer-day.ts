import type { customerDays } from '../tables/index.ts'
import { type ExposurePart, factOver, LOOK_BACK_DAYS_MAX } from './define.ts'

type DayRow = typeof customerDays.$inferSelect
type Flag = { [Column in keyof DayRow]: DayRow[Column] extends boolean ? Column : never }[keyof DayRow]

/** What a customer's day can be, and by which of its flags: any of them makes it so. */
export const dayKinds = {
  contact: ['contacted'],
  activity: ['ordered', 'visited'],
  order: ['ordered'],
  base: ['ordered', 'acquired'],
  churn: ['churned'],
} as const satisfies Record<string, readonly Flag[]>

const gap = { column: 'day', anchor: 'active', where: {}, max: LOOK_BACK_DAYS_MAX } as const

/**
 * Known customers' active days: what is distinct, new, returning or lost is told from the days between them, which are
 * counted when a row is loaded or a question reads the rows themselves. Brands that are asked together are taken
 * together, and each alone as if there were no other; the cells of brand `*` hold what counting each brand for itself
 * counts too often. A segment or country is what the customer had on the day.
 */
export const customerDay = factOver<DayRow>()({
  name: 'customer_day',
  table: 'customer_days',
  record: { kind: 'customer', idColumn: 'customerId' },
  anchors: { active: 'day' },
  moments: {},
  dimensions: { BRAND: 'brand', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [[], ['SEGMENT'], ['COUNTRY']],
  currency: null,
  gaps: {
    /** Since the last contact or active day of the same segment or country: its customers are distinct. */
    contact: gap,
    activity: gap,
    /** Since the last day of ordering, whatever the customer was then. */
    order: gap,
    /** No gap: the first day of ordering in the segment or country, and the second. */
    buyer: gap,
    secondOrder: gap,
    /**
     * Since the last base day, where it is another than the order gap: what differs. No gap where it lies before a churn,
     * or in another segment or country, which the customer then comes into.
     */
    base: gap,
    /** To the next base day or churn. */
    baseNext: gap,
    /** From the last base day to the churn, or to the base day that took the customer elsewhere; and one day more. */
    churn: gap,
    moved: gap,
  },
  perBrandAndAll: true,
})

/**
 * Days that customers were in the base: a customer enters with a base day after a gap of more than `inactivityDays`,
 * and leaves the day after that many idle days, or on the day it churned. So the base of a day is a running sum:
 * entries, less base days of `inactivityDays` + 1 ago that had no next one in time, less churns within that time.
 * A churn's gap is a day longer than the distance to its last base day, so that churning on that very day counts.
 * A customer is in the segment and country of its last base day.
 */
export const exposureDays = (inactivityDays: ExposurePart['days']): ExposurePart => exposure('days', inactivityDays)

/** How many customers were in the base before the first day of the window; see {@link exposureDays}. */
export const customersAtStart = (inactivityDays: ExposurePart['days']): ExposurePart =>
  exposure('start', inactivityDays)

/**
 * How many of them were lost by its end, each where it was when it was lost. Whoever came in the window and churned in it
 * is among them. Over more than `inactivityDays` that cannot be told: who came in the window could have left it idle
 * again, and no single gap tells him from one who was there at the start.
 */
export const customersLost = (inactivityDays: ExposurePart['days']): ExposurePart => exposure('lost', inactivityDays)

/** How often a customer left the base, idle or churned. */
export const customersLeft = (inactivityDays: ExposurePart['days']): ExposurePart => exposure('left', inactivityDays)

const exposure = (of: ExposurePart['of'], days: ExposurePart['days']): ExposurePart => ({
  type: 'exposure',
  of,
  fact: 'customer_day',
  anchor: 'active',
  days,
})
