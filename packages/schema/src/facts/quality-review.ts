import type { qualityReviews } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Reviews of how contacts were handled, on the day of the review; channel and team are the contact's. */
export const qualityReview = factOver<typeof qualityReviews.$inferSelect>()({
  name: 'quality_review',
  table: 'quality_reviews',
  record: { kind: 'quality-review', idColumn: 'id' },
  anchors: { reviewed: 'day' },
  moments: { reviewed: 'at' },
  dimensions: { BRAND: 'brand', CHANNEL: 'channel', TEAM: 'team', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [[], ['CHANNEL', 'TEAM']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
