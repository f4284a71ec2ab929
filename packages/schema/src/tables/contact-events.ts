import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** What happened to a contact, step by step. An event lives with its contact. */
export const contactEvents = pgTable(
  'contact_events',
  {
    ...factColumns(),
    contactId: uuid().notNull(),
    at: instant().notNull(),
    type: text().notNull(),
    channel: text(),
    team: text(),
    agent: text(),

    day: date().notNull(),
    /** Of a resolution: whether the contact was opened again before it was resolved once more. */
    reopened: boolean().notNull(),
    /** Of its contact. */
    contactChannel: text().notNull(),
    contactTeam: text(),
    contactTriggerId: uuid(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('contact_events_id').on(table.id),
    index('contact_events_load').on(table.loadNumber),
    index('contact_events_contact').on(table.contactId, table.at),
    index('contact_events_day').on(table.type, table.day),
    ofOwnBrands(),
  ],
)
