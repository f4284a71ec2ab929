import type { orders } from '../tables/index.ts'
import { factOver, type SpendingPart } from './define.ts'
import { order } from './order.ts'

/**
 * Known customers by what they spent, told from orders and refunds when it is asked. No table of customers and months is
 * kept: it would have about as many rows as there are orders, in a currency and by rates of its own.
 */
export const spending = factOver<typeof orders.$inferSelect>()({
  ...order.spec,
  name: 'spending',
  record: { kind: 'customer', idColumn: 'customerId' },
  anchors: { moved: 'day' },
  moments: {},
  sets: [],
  toldEach: true,
})

/** See {@link SpendingPart}. */
export const spent = (
  among: SpendingPart['among'],
  of: SpendingPart['of'],
  { ofWhole = false } = {},
): SpendingPart => ({ type: 'spending', fact: 'spending', anchor: 'moved', among, of, ofWhole, money: true })
