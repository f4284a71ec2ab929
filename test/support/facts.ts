import { randomUUID } from 'node:crypto'
import { recordId } from '@tweeluik/schema'
import { type FactName, factNames } from '@tweeluik/schema/facts'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { clearFacts, insertFacts, insertRows } from './facts.queries.ts'

type Row = Readonly<Record<string, unknown>>
/** Rows by fact, only the columns that matter; beside them what questions look up, by the names of {@link catalogues}. */
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
})
const knownFact = () => ({ ...everyFact(), known: true })

/** What a row holds where nobody says. */
const defaults: Partial<Record<FactName, () => Row>> = {
  contact: () => ({
    ...knownFact(),
    channel: 'phone',
    team: null,
    topic: null,
    triggerId: null,
    openedAt: AT,
    handledAt: AT,
    openedDay: '2026-01-01',
    initiatedBy: null,
    agentReplies: null,
    answeredDay: null,
    handledDay: '2026-01-01',
    outcome: null,
    queueSeconds: null,
    handled: false,
    offered: false,
    resolved: false,
    handleSeconds: null,
    talkHandleSeconds: null,
    holdHandleSeconds: null,
    wrapHandleSeconds: null,
    firstResponseDay: null,
    firstResponseSeconds: null,
    firstResolvedDay: null,
    firstResolutionSeconds: null,
    lastResolvedDay: null,
    fullResolutionSeconds: null,
    businessAnswerSeconds: null,
    businessFirstResponseSeconds: null,
    businessFirstResolutionSeconds: null,
    businessFullResolutionSeconds: null,
    slaPolicyId: null,
    waiting: false,
    contained: null,
    avoidable: false,
    answerSeconds: null,
    issue: 'none',
    inChain: false,
    previousGapDays: null,
    nearestGapDays: null,
    costE4: null,
    costCurrency: null,
    resolutionDay: null,
    transfers: null,
    reopens: null,
    slaMet: null,
    journeyMapId: null,
    stage: null,
    touchpointId: null,
  }),
  contact_event: () => ({
    ...everyFact(),
    contactId: randomUUID(),
    at: AT,
    type: 'resolved',
    day: '2026-01-01',
    reopened: false,
    contactChannel: 'phone',
    contactTeam: null,
    contactTriggerId: null,
  }),
  sla_target: () => ({
    customerId: randomUUID(),
    id: randomUUID(),
    target: 'FIRST_RESPONSE',
    startedAt: AT,
    brand: 'default',
    policyId: randomUUID(),
    policyVersion: 1,
    met: true,
    judgedAt: null,
    day: null,
    channel: 'phone',
    team: null,
    triggerId: null,
    segment: null,
    country: null,
  }),
  feedback: () => ({
    ...knownFact(),
    kind: 'csat',
    score: 3,
    scaleMin: 1,
    scaleMax: 5,
    at: AT,
    day: '2026-01-01',
    favourable: false,
    unfavourable: false,
    standardScoreE2: 300,
    contactId: null,
    resolved: null,
    channel: null,
    team: null,
    aboutTouchpointId: null,
    stage: null,
    contactResolved: null,
    haloPoints: null,
    contacted: false,
  }),
  survey: () => ({
    ...knownFact(),
    kind: 'csat',
    sentAt: AT,
    day: '2026-01-01',
    skipped: false,
    answered: false,
    touchpointId: null,
  }),
  quality_review: () => ({
    ...everyFact(),
    contactId: randomUUID(),
    at: AT,
    items: [],
    day: '2026-01-01',
    scoreE4: 10_000,
    criticalFailed: false,
    channel: 'phone',
    team: null,
  }),
  interaction: () => ({
    ...knownFact(),
    touchpointId: randomUUID(),
    at: AT,
    day: '2026-01-01',
    journeyMapId: null,
    stage: null,
    sessionContained: null,
  }),
  journey: () => ({
    ...everyFact(),
    journeyMapId: randomUUID(),
    startedAt: AT,
    day: '2026-01-01',
    outcome: null,
    windowEndDay: null,
    completed: false,
  }),
  order: () => ({
    ...knownFact(),
    at: AT,
    day: '2026-01-01',
    amountE4: 0,
    currency: 'EUR',
    marginE4: null,
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
    marginE4: null,
    repeat: false,
    day: '2026-01-01',
    previousGapDays: 0,
    segment: null,
    country: null,
    channel: null,
    known: true,
  }),
  investment: () => ({
    ...everyFact(),
    at: AT,
    day: '2026-01-01',
    amountE4: 0,
    currency: 'EUR',
    purpose: 'other',
    lens: 'cx',
    touchpointId: null,
  }),
  customer_day: () => ({
    customerId: randomUUID(),
    day: '2026-01-01',
    brand: 'default',
    segment: null,
    country: null,
    contacted: false,
    ordered: false,
    visited: false,
    acquired: false,
    churned: false,
  }),
  spending: () => ({}),
  lifetime: () => ({
    brand: 'default',
    day: '2026-01-01',
    fittedAt: AT,
    orders: 0,
    customers: 0,
    problem: null,
    marginByMonth: [],
  }),
}

/** Rows with every column that a fact cannot do without. */
export const wholeRows = (fact: FactName, rows: readonly Row[]): Row[] =>
  rows.map(row => ({ ...defaults[fact]?.(), ...row, ...named(row) }))

/** Examples call customers, journeys and orders by their names. */
const named = (row: Row) =>
  Object.fromEntries(
    ['id', 'customerId', 'contactId', 'journeyId', 'journeyMapId'].flatMap(column => {
      const name = row[column]
      return typeof name === 'string' && !/-/.test(name) ? [[column, recordId('customer', 'test', name)]] : []
    }),
  )

const catalogueRecord = () => ({
  id: randomUUID(),
  brand: null,
  source: 'test',
  externalId: randomUUID(),
  versionAt: AT,
  versionSequence: 0,
  content: randomUUID(),
})

/** What questions look up, in the order of planting. */
const catalogues: Readonly<Record<string, { table: string; whole: () => Row }>> = {
  exchange_rate: { table: 'exchange_rates', whole: catalogueRecord },
  trigger: { table: 'triggers', whole: () => ({ ...catalogueRecord(), name: 'a trigger', department: 'shop' }) },
  touchpoint: { table: 'touchpoints', whole: () => ({ ...catalogueRecord(), name: 'a touchpoint', channel: 'web' }) },
  journey_map: {
    table: 'journey_maps',
    whole: () => ({ ...catalogueRecord(), name: 'a map', windowDays: 30, steps: [], stages: [] }),
  },
}

/** Leaves exactly these rows in the database, without rollups. */
export async function plantFacts({ owner }: Database, rows: FactRows): Promise<void> {
  await clearFacts(owner)
  for (const [name, { table, whole }] of Object.entries(catalogues)) {
    const planted = (rows[name] ?? []).map(row => ({ ...whole(), ...row, ...named(row) }))
    await insertRows(owner, table, planted)
  }
  for (const fact of factNames) await insertFacts(owner, fact, wholeRows(fact, rows[fact] ?? []))
}
