import type { orders, refunds } from '../tables/index.ts'
import { factOver, LOOK_BACK_DAYS_MAX } from './define.ts'

/** Orders, on the day they were placed. */
export const order = factOver<typeof orders.$inferSelect>()({
  name: 'order',
  table: 'orders',
  record: { kind: 'order', idColumn: 'id' },
  anchors: { placed: 'day' },
  moments: { placed: 'at' },
  dimensions: { BRAND: 'brand', CHANNEL: 'channel', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [[], ['SEGMENT', 'COUNTRY'], ['CHANNEL']],
  currency: 'currency',
  gaps: {},
  perBrandAndAll: false,
})

/** Money given back, on its own day; it opens into its order. */
export const refund = factOver<typeof refunds.$inferSelect>()({
  name: 'refund',
  table: 'refunds',
  record: { kind: 'order', idColumn: 'id' },
  anchors: { refunded: 'day' },
  moments: { refunded: 'at' },
  dimensions: { BRAND: 'brand', CHANNEL: 'channel', SEGMENT: 'segment', COUNTRY: 'country' },
  sets: [[], ['SEGMENT', 'COUNTRY'], ['CHANNEL']],
  currency: 'currency',
  /** Told apart by it: orders of the window that were only refunded in it. */
  gaps: {
    movement: { column: 'previousGapDays', anchor: 'refunded', where: {}, max: LOOK_BACK_DAYS_MAX },
    retained: {
      column: 'previousGapDays',
      anchor: 'refunded',
      where: { repeat: true, marginE4: { isNull: false } },
      max: LOOK_BACK_DAYS_MAX,
    },
  },
  perBrandAndAll: false,
})
