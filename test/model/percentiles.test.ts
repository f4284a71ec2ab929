import { addDays, type Day } from '@tweeluik/schema'
import type { Dimension, FactName } from '@tweeluik/schema/facts'
import { binsOf, percentile, percentileInterval, valuesOf } from '@tweeluik/schema/metrics'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { storedParts } from '../../packages/api/src/db/rollup-parts.queries.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { appendDelta } from '../../packages/api/src/ingest/rollup/delta.queries.ts'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { answerMetrics } from '../../packages/api/src/metrics/engine.ts'
import type { Figure } from '../../packages/api/src/metrics/figure.ts'
import { holds } from '../../packages/api/src/metrics/filter.ts'
import type { QuestionInput } from '../../packages/api/src/metrics/question.ts'
import { planValues, valuesSource } from '../../packages/api/src/metrics/values.ts'
import { askerOf } from '../support/asker.ts'
import { testDatabase } from '../support/database.ts'
import { insertFacts } from '../support/facts.queries.ts'
import { plantFacts, wholeRows } from '../support/facts.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Days of late are kept by themselves, others in weeks and months: which are of late hangs on when this runs. */
const TODAY = new Date().toISOString().slice(0, 10)
const DAYS = 220
const FIRST = addDays(TODAY, -DAYS)
const fromFacts: typeof planValues = (...given) => planValues(...given).map(plan => ({ ...plan, set: null }))

type Row = Readonly<Record<string, unknown>>

const day = fc.integer({ min: 0, max: DAYS }).map(days => addDays(FIRST, days))
const seconds = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 31_536_000 }))
const contact = fc.record({
  brand: fc.constantFrom('north', 'south'),
  channel: fc.constantFrom('chat', 'phone'),
  team: fc.constantFrom('red', null),
  topic: fc.constantFrom('delivery', null),
  handledDay: day,
  handled: fc.boolean(),
  handleSeconds: fc.option(seconds),
  firstResponseDay: day,
  firstResponseSeconds: seconds,
})
const answer = fc
  .tuple(fc.constantFrom('csat', 'relational_nps'), day, fc.integer({ min: 1, max: 5 }), fc.constantFrom('chat', null))
  .map(([kind, on, score, channel]) => ({
    kind,
    day: on,
    channel,
    brand: 'north',
    standardScoreE2: score === 5 ? 367 : score * 100,
  }))
const company = fc.record({
  contact: fc.array(contact, { minLength: 40, maxLength: 120, size: 'max' }),
  feedback: fc.array(answer, { minLength: 20, maxLength: 60, size: 'max' }),
})
type Company = typeof company extends fc.Arbitrary<infer Value> ? Value : never

const groupings: Dimension[][] = [[], ['BRAND'], ['TEAM'], ['CHANNEL', 'TEAM'], ['TOPIC']]
const question = fc
  .record({
    at: fc.integer({ min: 0, max: DAYS - 1 }),
    length: fc.integer({ min: 1, max: 150 }),
    grain: fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const, null),
    groupBy: fc.constantFrom(...groupings),
    where: fc.constantFrom(null, { channel: { eq: 'chat' } }, { not: { brand: { eq: 'north' } } }),
    top: fc.constantFrom(1, 10),
  })
  .map(
    ({ at, length, groupBy, top, ...asked }): QuestionInput => ({
      ...asked,
      groupBy,
      top: groupBy.length > 0 ? top : null,
      period: { from: addDays(FIRST, at), to: addDays(FIRST, at + length) },
      keys: ['AHT', 'FIRST_RESPONSE_TIME', 'CSAT_MEAN', 'RELATIONAL_NPS'],
      values: true,
    }),
  )
  // Answers have no topic.
  .map(asked => (asked.groupBy?.includes('TOPIC') ? { ...asked, keys: asked.keys.slice(0, 2) } : asked))

/** Half of the facts folded, half appended; some of them taken away and put back. */
async function plant(rows: Record<'contact' | 'feedback', readonly Row[]>): Promise<void> {
  const half = (fact: FactName, side: 0 | 1) =>
    (fact === 'contact' ? rows.contact : rows.feedback).filter((_row, at) => at % 2 === side)
  await plantFacts(database, { contact: half('contact', 0), feedback: half('feedback', 0) })
  await rebuild(database)
  const parts = await storedParts(database.owner)
  await database.owner.begin(async sql => {
    for (const [fact, table] of [
      ['contact', 'contacts'],
      ['feedback', 'feedback'],
    ] as const) {
      await appendDelta(sql, fact, `(select f.*, -1 as sign from ${table} f)`, parts)
      await insertFacts(sql, fact, wholeRows(fact, half(fact, 1)))
      await appendDelta(sql, fact, `(select f.*, 1 as sign from ${table} f)`, parts)
    }
  })
}

const columns: Partial<Record<Dimension, string>> = { BRAND: 'brand', CHANNEL: 'channel', TEAM: 'team', TOPIC: 'topic' }

/** The values that a figure stands on, ascending. */
function valuesUnder({ asked, filter }: Figure, { from, to }: { from: Day; to: Day }, rows: Company): number[] {
  const values = valuesOf(asked.metric, asked.params)
  if (!values) throw new Error(`${asked.metric.key} has no values`)
  const own: readonly Row[] = values.fact === 'contact' ? rows.contact : rows.feedback
  const dayColumn = { handled: 'handledDay', responded: 'firstResponseDay', given: 'day' }[values.anchor] ?? ''
  return own
    .filter(row => holds(filter, dimension => (row[columns[dimension] ?? ''] ?? null) as string | null))
    .filter(row => String(row[dayColumn]) >= from && String(row[dayColumn]) < to)
    .filter(row => (values.anchor === 'handled' ? row['handled'] === true : true))
    .filter(
      row =>
        values.fact === 'contact' || row['kind'] === (asked.metric.key === 'CSAT_MEAN' ? 'csat' : 'relational_nps'),
    )
    .flatMap(row => (row[values.column] == null ? [] : [Number(row[values.column]) / values.unit]))
    .sort((left, right) => left - right)
}

function expectSpread(figure: Figure, period: { from: Day; to: Day }, rows: Company): void {
  const exact = valuesUnder(figure, period, rows)
  const kept = valuesOf(figure.asked.metric, figure.asked.params)
  const counts = figure.counts?.()
  if (!kept || !counts) throw new Error('Nobody read the values')
  const where = `${figure.asked.metric.key} ${period.from} ${JSON.stringify(figure.filter)}`
  expect(
    [...counts.values()].reduce((sum, count) => sum + count, 0),
    where,
  ).toBe(exact.length)
  expect(figure.n, where).toBe(exact.length)
  expect(
    binsOf(kept, counts).reduce((sum, { count }) => sum + count, 0),
    where,
  ).toBe(exact.length)
  for (const p of [0, 0.25, 0.5, 0.9, 1]) {
    const told = percentile(kept, counts, p)
    if (exact.length === 0) {
      expect(told, where).toBeNull()
      continue
    }
    const right = exact[Math.max(1, Math.ceil(p * exact.length)) - 1] ?? Number.NaN
    const error = kept.type === 'sketch' ? 0.01 : 0
    expect(Math.abs((told ?? Number.NaN) - right), `${where} ${p}: ${told}, not ${right}`).toBeLessThanOrEqual(
      error * right + 1e-9,
    )
    const interval = percentileInterval(kept, counts, p, 0.9)
    if (!interval) continue
    expect(interval.low, where).toBeLessThanOrEqual(right)
    expect(interval.high, where).toBeGreaterThanOrEqual(right)
  }
}

test('a percentile lies within 1 % of the exact one, of scores exactly, by every road, folded or not', async () => {
  const roads = new Set<string>()
  await fc.assert(
    fc.asyncProperty(company, fc.array(question, { minLength: 8, maxLength: 8 }), async (rows, questions) => {
      await plant(rows)
      for (const isFolded of [false, true]) {
        if (isFolded) await compact(database, 1)
        for (const asked of questions) {
          const asker = askerOf(database, { now: `${TODAY}T12:00:00Z`, brands: ['north', 'south', '*'] })
          const plan = isFolded && asked === questions[0] ? fromFacts : planValues
          const { answers } = await answerMetrics(asker, asked, undefined, plan)
          for (const { total, series, period, spread } of answers) {
            if (spread) roads.add(valuesSource(spread.plan))
            expectSpread(total, period, rows)
            for (const one of series) {
              expectSpread(one.total, period, rows)
              for (const { figure, bucket } of one.points) expectSpread(figure, bucket, rows)
            }
          }
        }
      }
      expect(await audit(database)).toEqual([])
    }),
    { numRuns: 2, endOnFailure: true },
  )
  expect([...roads].sort()).toEqual(['raw', 'sketches:{CHANNEL,TEAM}', 'sketches:{}'])
})
