import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { amountE4, factColumns, instant, ofOwnBrands } from './columns.ts'

/** Money spent on experience or service. It concerns no customer, so each lives with a nobody of its own. */
export const investments = pgTable(
  'investments',
  {
    ...factColumns(),
    at: instant().notNull(),
    amountE4: amountE4('amount_e4').notNull(),
    currency: text().notNull(),
    purpose: text().notNull(),
    lens: text().notNull(),
    touchpointId: uuid(),
    campaign: text(),

    day: date().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('investments_id').on(table.id),
    index('investments_load').on(table.loadNumber),
    index('investments_at').on(table.at, table.id),
    index('investments_day').on(table.day),
    ofOwnBrands(),
  ],
)
