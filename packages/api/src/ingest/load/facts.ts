import type { FactName } from '@tweeluik/schema/facts'
import { type RecordKind, type RecordName, recordKinds } from '@tweeluik/schema/records'
import { columnNamesOf, tableName } from '../record-tables.ts'
import { contactDerivation } from './contact.queries.ts'
import { contactEventDerivation } from './contact-event.queries.ts'
import type { Derive } from './derive.queries.ts'
import { feedbackDerivation } from './feedback.queries.ts'
import { interactionDerivation } from './interaction.queries.ts'
import { journeyDerivation } from './journey.queries.ts'
import { qualityReviewDerivation } from './quality-review.queries.ts'
import { surveyDerivation } from './survey.queries.ts'

/** How a fact's records are loaded: all that its generic statements need to know of it. */
export interface FactLoad {
  records: RecordKind
  /** Singular, as in ids and homes. */
  kind: RecordName
  table: string
  /** Whose figures its rows are in. Null: in none. */
  fact: FactName | null
  /** The moment by which segment and country are looked up. */
  at: string
  /** Every column of the table, by its name in the database. */
  columns: readonly string[]
  /**
   * With whom a row lives. contact: with its contact, and it waits for it. contact or own: with its own customer, and
   * when none is named with its contact's.
   */
  home: 'own' | 'contact' | 'contact or own'
  derive: Derive | null
  /** What a row makes of its customer's day, and the column of the day. */
  days: { column: string; flag: 'contacted' | 'ordered' | 'visited' } | null
}

type Own = Partial<Pick<FactLoad, 'home' | 'derive' | 'days'>>

const load = (records: RecordKind, fact: FactName | null, at: string, own: Own = {}): FactLoad => ({
  records,
  kind: recordKinds[records].singular,
  table: tableName(records),
  fact,
  at,
  columns: columnNamesOf(records),
  home: 'own',
  derive: null,
  days: null,
  ...own,
})

export const contactLoad = load('contacts', 'contact', 'opened_at', {
  derive: contactDerivation,
  days: { column: 'opened_day', flag: 'contacted' },
})
export const contactEventLoad = load('contact-events', 'contact_event', 'at', {
  home: 'contact',
  derive: contactEventDerivation,
})
export const qualityReviewLoad = load('quality-reviews', 'quality_review', 'at', {
  home: 'contact',
  derive: qualityReviewDerivation,
})
export const feedbackLoad = load('feedback', 'feedback', 'at', { home: 'contact or own', derive: feedbackDerivation })
export const surveyLoad = load('surveys', 'survey', 'sent_at', { home: 'contact or own', derive: surveyDerivation })
export const interactionLoad = load('interactions', 'interaction', 'at', {
  derive: interactionDerivation,
  days: { column: 'day', flag: 'visited' },
})
export const journeyLoad = load('journeys', 'journey', 'started_at', { derive: journeyDerivation })
const exposureLoad = load('exposures', null, 'at')
export const orderLoad = load('orders', 'order', 'at', {
  days: { column: 'day', flag: 'ordered' },
})
const investmentLoad = load('investments', 'investment', 'at')

export const factLoads: readonly FactLoad[] = [
  journeyLoad,
  interactionLoad,
  contactLoad,
  contactEventLoad,
  qualityReviewLoad,
  surveyLoad,
  feedbackLoad,
  exposureLoad,
  orderLoad,
  investmentLoad,
]

const byKind = new Map(factLoads.map(known => [known.records, known]))

/** How this kind's records are loaded. Null: they are no facts. */
export const factLoadOf = (records: RecordKind): FactLoad | null => byKind.get(records) ?? null
