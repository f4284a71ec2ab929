import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { catalogueColumns, instant, ofNoReader, ofOwnBrandsOrShared, whole } from './columns.ts'

/** When a team is open, from a moment on. Null team: every team without a calendar of its own. */
export const calendars = pgTable(
  'calendars',
  {
    ...catalogueColumns(),
    team: text(),
    zone: text().notNull(),
    /** Opening and closing per weekday, in its zone. */
    hours: jsonb().$type<Partial<Record<string, [opens: string, closes: string][]>>>().notNull(),
    /** Days off, or the country whose public holidays are off. */
    holidays: jsonb().$type<string[] | string>(),
    from: instant().notNull(),
  },
  () => [ofOwnBrandsOrShared()],
)

/**
 * When a calendar is open, span by span, each with the seconds that it was open before. What it is open between two
 * instants is then the difference of two sums, each found by one key.
 */
export const workingSpans = pgTable(
  'working_spans',
  {
    calendarId: uuid().notNull(),
    opensAt: instant().notNull(),
    seconds: integer().notNull(),
    secondsBefore: whole().notNull(),
  },
  table => [
    primaryKey({ columns: [table.calendarId, table.opensAt] }),
    index('working_spans_seconds').on(table.calendarId, table.secondsBefore),
    ofNoReader(),
  ],
)
