import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
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
    /** The last day on which its map lets it be completed. Null: its map has not come. */
    windowEndDay: date(),
    /** By that day, as its sender says or by reaching the touchpoint that completes its map. */
    completed: boolean().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('journeys_id').on(table.id),
    index('journeys_load').on(table.loadNumber),
    index('journeys_map').on(table.journeyMapId, table.startedAt),
    index('journeys_started').on(table.startedAt, table.id),
    index('journeys_day').on(table.day),
    index('journeys_window').on(table.windowEndDay),
    ofOwnBrands(),
  ],
)
