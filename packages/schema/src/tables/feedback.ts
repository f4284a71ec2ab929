import { sql } from 'drizzle-orm'
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
    /** The touchpoint it is about: its own, else its contact's. */
    aboutTouchpointId: uuid(),
    /** That touchpoint's step on the map of the journey, else its own stage; without a touchpoint its contact's stage. */
    stage: text(),
    /** Whether the contact it is about was resolved by its own word. Null: about no contact, or one that has not come. */
    contactResolved: boolean(),
    /**
     * Of a transactional score, how many points of NPS its verdict lies above that of the customer's nearest relational
     * answer: -200 to 200. Null: none lies within 90 days.
     */
    haloPoints: integer(),
    /** Whether its customer had a contact in the days before (`contactedDays` of the settings). */
    contacted: boolean().notNull(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('feedback_id').on(table.id),
    index('feedback_load').on(table.loadNumber),
    index('feedback_contact').on(table.contactId),
    index('feedback_survey').on(table.surveyId).where(sql`survey_id is not null`),
    index('feedback_journey').on(table.journeyId).where(sql`journey_id is not null`),
    index('feedback_touchpoint').on(table.aboutTouchpointId, table.at).where(sql`about_touchpoint_id is not null`),
    index('feedback_customer_day').on(table.customerId, table.day),
    index('feedback_at').on(table.at, table.id),
    index('feedback_day').on(table.kind, table.day),
    ofOwnBrands(),
  ],
)
