import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { amountE4, factColumns, instant, ofOwnBrands } from './columns.ts'

/** One order: revenue and margin of one customer on the day it was placed. */
export const orders = pgTable(
  'orders',
  {
    ...factColumns(),
    at: instant().notNull(),
    amountE4: amountE4('amount_e4').notNull(),
    currency: text().notNull(),
    /** Null: the sender does not know its margin. */
    marginE4: amountE4('margin_e4'),
    refunds: jsonb().$type<{ at: string; day: string; amountE4: number }[]>(),
    status: text(),
    channel: text(),
    promisedAt: instant(),
    deliveredAt: instant(),

    known: boolean().notNull(),
    day: date().notNull(),
    /** Whether its customer had ordered on an earlier day. */
    repeat: boolean().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('orders_id').on(table.id),
    index('orders_load').on(table.loadNumber),
    index('orders_customer_day').on(table.customerId, table.day),
    index('orders_first').on(table.customerId, table.day).where(sql`not repeat`),
    index('orders_at').on(table.at, table.id),
    index('orders_day').on(table.day),
    ofOwnBrands(),
  ],
)

/** Money given back, on its own day. Its id is its order's; `position` counts an order's refunds in time. */
export const refunds = pgTable(
  'refunds',
  {
    customerId: uuid().notNull(),
    id: uuid().notNull(),
    position: integer().notNull(),
    brand: text().notNull(),
    currency: text().notNull(),
    at: instant().notNull(),
    amountE4: amountE4('amount_e4').notNull(),
    /** The order's margin in proportion: what of it is lost with the money. Null: the order's is not known. */
    marginE4: amountE4('margin_e4'),
    day: date().notNull(),
    /** The order's: whether its customer had ordered on an earlier day. */
    repeat: boolean().notNull(),
    /** Days since the order was placed or last refunded: tells whether a window already holds the order. */
    previousGapDays: integer().notNull(),
    segment: text(),
    country: text(),
    channel: text(),
    known: boolean().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id, table.position] }),
    index('refunds_day').on(table.day),
    ofOwnBrands(),
  ],
)
