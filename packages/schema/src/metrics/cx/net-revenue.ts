import { lifeOrder, lifeRefund, order, refund } from '../../facts/index.ts'

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
