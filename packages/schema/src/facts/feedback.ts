import type { feedback as table } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Answers, on the day they were given; channel and team are those of the contact they are about. */
export const feedback = factOver<typeof table.$inferSelect>()({
  name: 'feedback',
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
  sets: [[], ['CHANNEL', 'TEAM'], ['TOUCHPOINT', 'STAGE'], ['SEGMENT', 'COUNTRY'], ['CONTACTED']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
