import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { catalogueColumns, instant, ofOwnBrandsOrShared } from './columns.ts'

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
