import { type Language, type Notation, unitOf } from '../format/figures.ts'
import { type CardKey, type Metric, paramOf } from './metric.ts'

/** What a card is counted in, to be worded by the reader's language. */
export type Counted = 'answers' | 'orders' | 'contacts' | 'firstContacts' | 'resolutions' | 'customers' | 'customerTime'

const countedIn: Record<CardKey, Counted> = {
  RELATIONAL_NPS: 'answers',
  TRANSACTIONAL_NPS: 'answers',
  REPEAT_PURCHASE_RATE: 'orders',
  FIRST_TIME_FIX: 'firstContacts',
  CES: 'answers',
  AHT: 'contacts',
  REVENUE_PER_CUSTOMER: 'customerTime',
  COST_PER_CONTACT: 'contacts',
  RETENTION_RATE: 'customers',
  REOPEN_RATE: 'resolutions',
  CSAT: 'answers',
  FIRST_RESPONSE_TIME: 'contacts',
  CUSTOMER_LIFETIME_VALUE: 'customers',
  SERVICE_COST: 'contacts',
  ACTIVE_CUSTOMERS: 'customers',
  CONTACT_RATE: 'contacts',
}

export const countedOf = (key: CardKey): Counted => countedIn[key]

/** What a minimum is counted in: the records themselves. */
export const sampleOf = (key: CardKey): 'answers' | 'contacts' | 'orders' | 'customers' =>
  ({
    answers: 'answers' as const,
    orders: 'orders' as const,
    contacts: 'contacts' as const,
    firstContacts: 'contacts' as const,
    resolutions: 'contacts' as const,
    customers: 'customers' as const,
    customerTime: 'orders' as const,
  })[countedIn[key]]

/** The organisation's currency travels as a parameter of money metrics. */
const currencyOf = (metric: Metric): string => paramOf(metric, 'currency') ?? 'EUR'

export const notationOf = (metric: Metric, language: Language): Notation => ({
  unit: unitOf(metric.definition.unit),
  language,
  currency: currencyOf(metric),
})

/**
 * How a card looks. All faces keep its size.
 * `withheld`: too few for this reader's role; `few`: shown with reserve; `stale`: the last figures of a server now gone.
 */
export type Face = 'loading' | 'failed' | 'empty' | 'withheld' | 'few' | 'stale' | 'normal'

export type PageState = 'loading' | 'failed' | 'stale' | 'ready'

export function faceOf(metric: Metric | undefined, state: PageState): Face {
  if (!metric) return state === 'loading' ? 'loading' : 'failed'
  const { value, n, suppressed } = metric.total
  if (value === null) return suppressed && n !== 0 ? 'withheld' : 'empty'
  if (state === 'stale') return 'stale'
  return suppressed ? 'few' : 'normal'
}
