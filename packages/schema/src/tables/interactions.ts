import { sql } from 'drizzle-orm'
import { boolean, date, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** One occurrence of a touchpoint for one customer. */
export const interactions = pgTable(
  'interactions',
  {
    ...factColumns(),
    touchpointId: uuid().notNull(),
    at: instant().notNull(),
    journeyId: uuid(),
    attributes: jsonb().$type<Record<string, unknown>>(),

    known: boolean().notNull(),
    day: date().notNull(),
    /** Of its journey. Null: none, or one that has not come. */
    journeyMapId: uuid(),
    /** Its touchpoint's step on that map, else the touchpoint's own stage. Null: neither is known. */
    stage: text(),
    /**
     * Where a self-service session begins, whether its customer had no contact in the 48 hours after. Null: no session
     * begins here.
     */
    sessionContained: boolean(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('interactions_id').on(table.id),
    index('interactions_load').on(table.loadNumber),
    index('interactions_customer_day').on(table.customerId, table.day),
    index('interactions_journey').on(table.journeyId, table.at).where(sql`journey_id is not null`),
    index('interactions_touchpoint').on(table.touchpointId, table.at),
    index('interactions_at').on(table.at, table.id),
    index('interactions_day').on(table.day),
    ofOwnBrands(),
  ],
)
