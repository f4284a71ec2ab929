import { order, refund } from '../../facts/index.ts'

const retained = { repeat: true, marginE4: { isNull: false } } as const

/** What orders on a later day than the customer's first bring in, and what of it goes back with refunds, on their day. */
export const retainedMarginParts = {
  orders: order.count('placed', retained, { money: true }),
  allOrders: order.count('placed', { repeat: true }),
  margin: order.sum('placed', 'marginE4', retained),
  marginSquares: order.squares('placed', 'marginE4', retained),
  refundedEarlierOrders: refund.distinct('retained', { money: true }),
  refunded: refund.sum('refunded', 'marginE4', retained),
  refundedSquares: refund.squares('refunded', 'marginE4', retained),
}

/** Margin less what went back of it. */
export const retainedMargin = {
  plus: 'margin',
  plusSquares: 'marginSquares',
  minus: 'refunded',
  minusSquares: 'refundedSquares',
} as const
