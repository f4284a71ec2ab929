import { date, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, ofOwnBrands } from './columns.ts'

/**
 * What customers were expected to bring in, by a model fitted on all orders up to a day: a row per brand and once over
 * all brands (`*`). Rows stay as they were fitted; a figure shows the last one before its end.
 */
export const lifetimeFits = pgTable(
  'lifetime_fits',
  {
    brand: text().notNull(),
    /** The last day whose orders were looked at. */
    day: date().notNull(),
    fittedAt: instant().notNull(),
    /** How many orders it stands on: another number by now calls for another fit. */
    orders: integer().notNull(),
    /** Whom the figure is about; 0 where there is none. */
    customers: integer().notNull(),
    /** Why there is no figure: `lifetimeProblems`. Null: there is one. */
    problem: text(),
    /** Of the BG/NBD model, its times in weeks. Null: not fitted. */
    r: doublePrecision(),
    alpha: doublePrecision(),
    a: doublePrecision(),
    b: doublePrecision(),
    /** Of the gamma-gamma model, in major units of the organisation's currency. Null: not fitted. */
    p: doublePrecision(),
    q: doublePrecision(),
    gamma: doublePrecision(),
    /** Margin over amount, net of refunds, of the orders whose margin is known. Null: of none. */
    marginShare: doublePrecision(),
    /** What all customers together are expected to bring in, in major units, in each of the months to come. */
    marginByMonth: doublePrecision().array().notNull(),
  },
  table => [primaryKey({ columns: [table.brand, table.day] }), ofOwnBrands()],
)
