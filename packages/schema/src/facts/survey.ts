import type { surveys } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Surveys, on the day they were sent. */
export const survey = factOver<typeof surveys.$inferSelect>()({
  name: 'survey',
  table: 'surveys',
  record: { kind: 'survey', idColumn: 'id' },
  anchors: { sent: 'day' },
  moments: { sent: 'sentAt' },
  dimensions: { BRAND: 'brand', TOUCHPOINT: 'touchpointId', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [[], ['TOUCHPOINT']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
