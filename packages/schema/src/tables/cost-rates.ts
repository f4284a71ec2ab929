import { date, doublePrecision, pgTable, text } from 'drizzle-orm/pg-core'
import { amountE4, catalogueColumns, instant, ofOwnBrandsOrShared } from './columns.ts'

/** What an hour of handling costs a team or channel, from a day on. Null team or channel: any. */
export const costRates = pgTable(
  'cost_rates',
  {
    ...catalogueColumns(),
    team: text(),
    channel: text(),
    from: instant().notNull(),
    /** Not included. Null: still in force. */
    to: instant(),
    fromDay: date().notNull(),
    toDay: date(),
    perHourE4: amountE4('per_hour_e4').notNull(),
    perContactE4: amountE4('per_contact_e4').notNull(),
    overheadShare: doublePrecision().notNull(),
    currency: text().notNull(),
  },
  () => [ofOwnBrandsOrShared()],
)
