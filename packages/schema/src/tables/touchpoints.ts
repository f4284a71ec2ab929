import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { catalogueColumns, ofOwnBrandsOrShared } from './columns.ts'

/** A place where customer and company meet. */
export const touchpoints = pgTable(
  'touchpoints',
  {
    ...catalogueColumns(),
    name: text().notNull(),
    stage: text(),
    channel: text().notNull(),
    department: text(),
    awareness: text(),
    momentOfTruth: boolean(),
    selfService: boolean(),
    /** Means on the standard scales, and the longest that it should take. */
    ideal: jsonb().$type<{ csat?: number | null; ces?: number | null; maxSeconds?: number | null }>(),
  },
  () => [ofOwnBrandsOrShared()],
)
