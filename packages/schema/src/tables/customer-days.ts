import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { ofOwnBrands } from './columns.ts'

/**
 * A known customer's active days, a row per day and kind of day, per brand and once over all brands (`*`).
 * `kind`: contact, order, activity (order or interaction), base (order or acquisition), churn.
 * From the gaps between them come all exact figures about distinct, new, returning and lost customers.
 */
export const customerDays = pgTable(
  'customer_days',
  {
    customerId: uuid().notNull(),
    kind: text().notNull(),
    brand: text().notNull(),
    day: date().notNull(),
    /** Null: none before. */
    previousGapDays: integer(),
    /** To the last day but one. Null: fewer than two before. */
    beforePreviousGapDays: integer(),
    /** Null: none after. */
    nextGapDays: integer(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.kind, table.brand, table.day] }),
    index('customer_days_day').on(table.kind, table.brand, table.day),
    ofOwnBrands(),
  ],
)
