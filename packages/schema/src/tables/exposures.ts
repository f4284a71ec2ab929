import { date, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** A customer who met with the cause of contacts, whether or not a contact came of it. */
export const exposures = pgTable(
  'exposures',
  {
    ...factColumns(),
    triggerId: uuid().notNull(),
    at: instant().notNull(),

    day: date().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('exposures_id').on(table.id),
    index('exposures_load').on(table.loadNumber),
    index('exposures_trigger').on(table.triggerId, table.at),
    index('exposures_at').on(table.at, table.id),
    ofOwnBrands(),
  ],
)
