import { boolean, date, doublePrecision, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { factColumns, instant, ofOwnBrands } from './columns.ts'

/** One answer: relational or transactional NPS, CSAT, CES or a public review. */
export const feedback = pgTable(
  'feedback',
  {
    ...factColumns(),
    kind: text().notNull(),
    score: doublePrecision().notNull(),
    scaleMin: doublePrecision().notNull(),
    scaleMax: doublePrecision().notNull(),
    at: instant().notNull(),
    surveyId: uuid(),
    comment: text(),
    language: text(),
    contactId: uuid(),
    journeyId: uuid(),
    touchpointId: uuid(),
    resolved: boolean(),
    wanted: boolean(),

    known: boolean().notNull(),
    day: date().notNull(),
    /** Promoter, top box or easy; never both this and unfavourable. */
    favourable: boolean().notNull(),
    unfavourable: boolean().notNull(),
    /** The score on its kind's standard scale, in hundredths. */
    standardScoreE2: integer('standard_score_e2').notNull(),
    /** Of the contact it is about. Null: about no contact, or one that has not come. */
    channel: text(),
    team: text(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('feedback_id').on(table.id),
    index('feedback_contact').on(table.contactId),
    index('feedback_at').on(table.at, table.id),
    index('feedback_day').on(table.kind, table.day),
    ofOwnBrands(),
  ],
)
