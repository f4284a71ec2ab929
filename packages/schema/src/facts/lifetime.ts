import type { lifetimeFits } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Why a fit gives no figure. */
export const lifetimeProblems = ['TOO_FEW_REPEATERS', 'NO_MARGIN', 'NOT_FITTED'] as const
export type LifetimeProblem = (typeof lifetimeProblems)[number]

/** How far ahead a fit tells. */
export const LIFETIME_MONTHS_MAX = 60

/** Fits of what customers are worth, on the last day that they know of. */
export const lifetime = factOver<typeof lifetimeFits.$inferSelect>()({
  name: 'lifetime',
  table: 'lifetime_fits',
  record: null,
  anchors: { fitted: 'day' },
  moments: {},
  dimensions: { BRAND: 'brand' },
  sets: [],
  currency: null,
  gaps: {},
  toldEach: true,
  perBrandAndAll: false,
})
