import { date, doublePrecision, index, pgTable, text } from 'drizzle-orm/pg-core'
import { catalogueColumns, ofOwnBrandsOrShared } from './columns.ts'

/** On that day one unit of `from` was worth `rate` units of `to`. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    ...catalogueColumns(),
    from: text().notNull(),
    to: text().notNull(),
    day: date().notNull(),
    rate: doublePrecision().notNull(),
  },
  table => [index('exchange_rates_day').on(table.day, table.from, table.to), ofOwnBrandsOrShared()],
)
