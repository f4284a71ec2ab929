import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** One customer's actual trip along a map. */
export const journeys = pgTable(
  'journeys',
  {
    ...factColumns(),
    journeyMapId: uuid().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    outcome: text(),

    day: date().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('journeys_id').on(table.id),
    index('journeys_map').on(table.journeyMapId, table.startedAt),
    index('journeys_started').on(table.startedAt, table.id),
    index('journeys_day').on(table.day),
    ofOwnBrands(),
  ],
)
