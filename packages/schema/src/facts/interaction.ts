import type { interactions } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Interactions, on the day they happened. */
export const interaction = factOver<typeof interactions.$inferSelect>()({
  name: 'interaction',
  table: 'interactions',
  record: { kind: 'interaction', idColumn: 'id' },
  anchors: { happened: 'day' },
  moments: { happened: 'at' },
  dimensions: {
    BRAND: 'brand',
    JOURNEY_MAP: 'journeyMapId',
    STAGE: 'stage',
    TOUCHPOINT: 'touchpointId',
    SEGMENT: 'segment',
    COUNTRY: 'country',
  },
  sets: [[], ['JOURNEY_MAP', 'STAGE', 'TOUCHPOINT'], ['SEGMENT', 'COUNTRY']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
