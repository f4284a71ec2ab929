import { lifeOrder, lifeRefund, order, refund } from '../../facts/index.ts'
import type { Example } from '../define.ts'

/** What orders come to on their day, and what goes back on the day of the refund. */
const partsOf = <Orders extends typeof order | typeof lifeOrder, Refunds extends typeof refund | typeof lifeRefund>(
  orders: Orders,
  refunds: Refunds,
) => ({
  orders: orders.count('placed', {}, { money: true }),
  allOrders: orders.count('placed'),
  amount: orders.sum('placed', 'amountE4'),
  amountSquares: orders.squares('placed', 'amountE4'),
  refundedEarlierOrders: refunds.distinct('movement', { money: true }),
  refunded: refunds.sum('refunded', 'amountE4'),
  refundedSquares: refunds.squares('refunded', 'amountE4'),
})

export const netParts = partsOf(order, refund)
/** Of each stage of life: a refund is of that of its order. */
export const netPartsByLife = partsOf(lifeOrder, lifeRefund)

/** Money less what went back of it. */
export const net = {
  plus: 'amount',
  plusSquares: 'amountSquares',
  minus: 'refunded',
  minusSquares: 'refundedSquares',
} as const

/** A single order in the period, so that what it comes to is its mean too. */
export const wonBack: Example = {
  promise: 'of those who stayed away too long, what goes back goes back from the stage of its order',
  rows: {
    order: [
      { id: 'first', customerId: 'anja', day: '2025-02-01', amountE4: 900_000, currency: 'EUR', repeat: false },
      { id: 'back', customerId: 'anja', day: '2026-02-09', amountE4: 700_000, currency: 'EUR', repeat: true },
      { customerId: 'anja', day: '2026-03-04', amountE4: 300_000, currency: 'EUR', repeat: true },
      { customerId: 'bram', day: '2025-03-01', amountE4: 900_000, currency: 'EUR', repeat: false },
      { customerId: 'bram', day: '2026-03-04', amountE4: 600_000, currency: 'EUR', repeat: true },
    ],
    refund: [
      {
        id: 'first',
        customerId: 'anja',
        day: '2026-03-05',
        amountE4: 50_000,
        currency: 'EUR',
        previousGapDays: 397,
      },
      {
        id: 'back',
        customerId: 'anja',
        day: '2026-03-05',
        amountE4: 200_000,
        currency: 'EUR',
        previousGapDays: 24,
      },
    ],
  },
  period: { from: '2026-03-01', to: '2026-04-01' },
  params: { currency: 'EUR' },
  asked: { LIFECYCLE_STAGE: 'RESURRECTED' },
  value: 40,
  n: 2,
}
