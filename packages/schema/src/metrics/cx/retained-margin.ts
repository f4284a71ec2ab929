import { order, refund, stageOrder, stageRefund } from '../../facts/index.ts'

const retained = { repeat: true, marginE4: { isNull: false } } as const

/** What orders on a later day than the customer's first bring in, and what of it goes back with refunds, on their day. */
const partsOf = <Orders extends typeof order | typeof stageOrder, Refunds extends typeof refund | typeof stageRefund>(
  orders: Orders,
  refunds: Refunds,
) => ({
  orders: orders.count('placed', retained, { money: true }),
  allOrders: orders.count('placed', { repeat: true }),
  margin: orders.sum('placed', 'marginE4', retained),
  marginSquares: orders.squares('placed', 'marginE4', retained),
  refundedEarlierOrders: refunds.distinct('retained', { money: true }),
  refunded: refunds.sum('refunded', 'marginE4', retained),
  refundedSquares: refunds.squares('refunded', 'marginE4', retained),
})

export const retainedMarginParts = partsOf(order, refund)
/** Each order's shared equally over the stages that led to it. */
export const retainedMarginByStage = partsOf(stageOrder, stageRefund)

/** Margin less what went back of it. */
export const retainedMargin = {
  plus: 'margin',
  plusSquares: 'marginSquares',
  minus: 'refunded',
  minusSquares: 'refundedSquares',
} as const
