import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, ofOwnBrands } from './columns.ts'

/** One promise about one contact: what was to come, by when, and whether it did. It lives with its contact. */
export const slaTargets = pgTable(
  'sla_targets',
  {
    customerId: uuid().notNull(),
    /** Of its contact. */
    id: uuid().notNull(),
    /** FIRST_RESPONSE, NEXT_REPLY or RESOLUTION. */
    target: text().notNull(),
    /** When the clock began to run. */
    startedAt: instant().notNull(),
    brand: text().notNull(),
    policyId: uuid().notNull(),
    policyVersion: integer().notNull(),
    /** Null: its calendar is never open that long. */
    dueAt: instant(),
    /** When what was promised came. Null: it has not. */
    doneAt: instant(),
    /** Null: it still runs. */
    met: boolean(),
    /** When it was met, or was due in vain. Null: it still runs. */
    judgedAt: instant(),
    day: date(),
    channel: text().notNull(),
    team: text(),
    triggerId: uuid(),
    segment: text(),
    country: text(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id, table.target, table.startedAt] }),
    index('sla_targets_day').on(table.day),
    index('sla_targets_running').on(table.dueAt).where(sql`met is null`),
    ofOwnBrands(),
  ],
)
