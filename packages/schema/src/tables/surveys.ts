import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** A question that was put to a customer, or kept back by a rule against asking too often. */
export const surveys = pgTable(
  'surveys',
  {
    ...factColumns(),
    kind: text().notNull(),
    sentAt: instant().notNull(),
    skipped: boolean().notNull(),
    contactId: uuid(),
    touchpointId: uuid(),

    known: boolean().notNull(),
    day: date().notNull(),
    /** Whether an answer names it; two answers are one. */
    answered: boolean().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('surveys_id').on(table.id),
    index('surveys_load').on(table.loadNumber),
    index('surveys_contact').on(table.contactId),
    index('surveys_sent').on(table.sentAt, table.id),
    index('surveys_day').on(table.day),
    ofOwnBrands(),
  ],
)
