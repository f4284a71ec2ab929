import type { journeys } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Journeys, on the day they began. */
export const journey = factOver<typeof journeys.$inferSelect>()({
  name: 'journey',
  table: 'journeys',
  record: { kind: 'journey', idColumn: 'id' },
  anchors: { started: 'day', ripened: 'windowEndDay' },
  moments: { started: 'startedAt' },
  dimensions: { BRAND: 'brand', JOURNEY_MAP: 'journeyMapId', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [[], ['JOURNEY_MAP'], ['SEGMENT', 'COUNTRY']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
