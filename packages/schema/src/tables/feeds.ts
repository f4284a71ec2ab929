import { index, jsonb, pgSequence, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, loadNumber, ofNoReader, ofOwnBrandsOrShared } from './columns.ts'

/** Numbers the loads, under the lock that lets one run at a time. */
export const loads = pgSequence('loads')

/** A record that a brand sees no longer, deleted or moved to another: for those who follow the changes. */
export const departures = pgTable(
  'departures',
  {
    kind: text().notNull(),
    id: uuid().notNull(),
    /** Null: all brands shared it. */
    brand: text(),
    /** The sender's key. Null: it is a customer, of whom several senders tell. */
    source: text(),
    externalId: text(),
    at: instant().notNull().defaultNow(),
    loadNumber: loadNumber(),
  },
  table => [
    unique('departures_key').on(table.id, table.kind, table.brand).nullsNotDistinct(),
    index('departures_load').on(table.kind, table.loadNumber),
    ofOwnBrandsOrShared(),
  ],
)

/** How far a tap has come, as it tells it itself: saved with the data that it covers. */
export const tapStates = pgTable(
  'tap_states',
  {
    source: text().notNull(),
    /** Tells several taps of one source apart. */
    job: text().notNull(),
    state: jsonb().notNull(),
    savedAt: instant().notNull(),
  },
  table => [primaryKey({ columns: [table.source, table.job] }), ofNoReader()],
)
