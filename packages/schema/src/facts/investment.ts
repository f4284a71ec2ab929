import type { investments } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Investments, on the day of spending. */
export const investment = factOver<typeof investments.$inferSelect>()({
  name: 'investment',
  table: 'investments',
  record: { kind: 'investment', idColumn: 'id' },
  anchors: { spent: 'day' },
  moments: { spent: 'at' },
  dimensions: { BRAND: 'brand', TOUCHPOINT: 'touchpointId' },
  sets: [[]],
  currency: 'currency',
  gaps: {},
  perBrandAndAll: false,
})
