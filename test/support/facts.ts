import { randomUUID } from 'node:crypto'
import { type FactName, factNames } from '@tweeluik/schema/facts'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { clearFacts, insertFacts } from './facts.queries.ts'

type Row = Readonly<Record<string, unknown>>
/** Rows by fact, only the columns that matter. */
export type FactRows = Partial<Record<string, readonly Row[]>>

const AT = '2026-01-01T00:00:00Z'

const everyFact = () => ({
  customerId: randomUUID(),
  id: randomUUID(),
  brand: 'default',
  source: 'test',
  externalId: randomUUID(),
  versionAt: AT,
  versionSequence: 0,
  content: randomUUID(),
  segment: null,
  country: null,
  known: true,
})

/** What a row holds where nobody says. */
const defaults: Record<FactName, () => Row> = {
  contact: () => ({
    ...everyFact(),
    channel: 'phone',
    team: null,
    topic: null,
    triggerId: null,
    openedAt: AT,
    handledAt: AT,
    openedDay: '2026-01-01',
    answeredDay: null,
    handledDay: '2026-01-01',
    outcome: null,
    queueSeconds: null,
    handled: false,
    offered: false,
    resolved: false,
    handleSeconds: null,
    talkHandleSeconds: null,
    answerSeconds: null,
    issue: 'none',
    inChain: false,
    previousGapDays: null,
    nearestGapDays: null,
    costE4: null,
    costCurrency: null,
  }),
  feedback: () => ({
    ...everyFact(),
    kind: 'csat',
    score: 3,
    scaleMin: 1,
    scaleMax: 5,
    at: AT,
    day: '2026-01-01',
    favourable: false,
    unfavourable: false,
    standardScoreE2: 300,
    channel: null,
    team: null,
  }),
  order: () => ({
    ...everyFact(),
    at: AT,
    day: '2026-01-01',
    amountE4: 0,
    currency: 'EUR',
    channel: null,
    repeat: false,
  }),
  refund: () => ({
    customerId: randomUUID(),
    id: randomUUID(),
    position: 1,
    brand: 'default',
    currency: 'EUR',
    at: AT,
    amountE4: 0,
    day: '2026-01-01',
    previousGapDays: 0,
    segment: null,
    country: null,
    channel: null,
    known: true,
  }),
  customer_day: () => ({
    customerId: randomUUID(),
    kind: 'order',
    brand: 'default',
    day: '2026-01-01',
    previousGapDays: null,
    beforePreviousGapDays: null,
    nextGapDays: null,
  }),
}

/** Rows with every column that a fact cannot do without. */
export const wholeRows = (fact: FactName, rows: readonly Row[]): Row[] =>
  rows.map(row => ({ ...defaults[fact](), ...row }))

/** Leaves exactly these facts in the database, without rollups. */
export async function plantFacts({ owner }: Database, rows: FactRows): Promise<void> {
  await clearFacts(owner)
  for (const fact of factNames) await insertFacts(owner, fact, wholeRows(fact, rows[fact] ?? []))
}
