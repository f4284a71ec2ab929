import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** What one item of a scorecard gave. */
export interface ReviewItem {
  name: string
  weight: number
  score: number
  max: number
  critical: boolean
}

/** A colleague's judgement of how a contact was handled. It lives with its contact. */
export const qualityReviews = pgTable(
  'quality_reviews',
  {
    ...factColumns(),
    contactId: uuid().notNull(),
    at: instant().notNull(),
    reviewer: text(),
    items: jsonb().$type<ReviewItem[]>().notNull(),

    day: date().notNull(),
    /** Of what could be scored, by weight, in ten thousandths; 0 when a critical item failed. */
    scoreE4: integer('score_e4').notNull(),
    criticalFailed: boolean().notNull(),
    /** Of its contact. */
    channel: text().notNull(),
    team: text(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('quality_reviews_id').on(table.id),
    index('quality_reviews_load').on(table.loadNumber),
    index('quality_reviews_contact').on(table.contactId),
    index('quality_reviews_at').on(table.at, table.id),
    index('quality_reviews_day').on(table.day),
    ofOwnBrands(),
  ],
)
