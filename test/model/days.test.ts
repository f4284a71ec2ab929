import { addDays, type Day } from '@tweeluik/schema'
import type { Dimension } from '@tweeluik/schema/facts'
import { cohortParts, metricKeysByDay, metrics, type ReferenceRow, reference } from '@tweeluik/schema/metrics'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { storedParts } from '../../packages/api/src/db/rollup-parts.queries.ts'
import { registerParts } from '../../packages/api/src/db/rollup-parts.ts'
import { appendDelta } from '../../packages/api/src/ingest/rollup/delta.queries.ts'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { answerCohorts } from '../../packages/api/src/metrics/cohorts.ts'
import { answerMetrics } from '../../packages/api/src/metrics/engine.ts'
import type { Figure } from '../../packages/api/src/metrics/figure.ts'
import { type Filter, holds, prospects } from '../../packages/api/src/metrics/filter.ts'
import { planFact } from '../../packages/api/src/metrics/plan.ts'
import type { QuestionInput } from '../../packages/api/src/metrics/question.ts'
import { recordsOf } from '../../packages/api/src/metrics/records.ts'
import { askerOf } from '../support/asker.ts'
import { testDatabase } from '../support/database.ts'
import { insertFacts } from '../support/facts.queries.ts'
import { plantFacts, wholeRows } from '../support/facts.ts'
import { BRANDS, customerDays, FIRST_DAY, TODAY, type Trip, trips } from './facts.ts'
import { whereOn } from './questions.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
})
afterAll(() => database.close())

const fromFacts: typeof planFact = (...given) => ({ ...planFact(...given), set: null })

/** What is told by customers' days alone. */
const keys = metricKeysByDay.filter(key =>
  Object.values(metrics.get(key)?.parts ?? {}).every(({ fact }) => fact === 'customer_day'),
)

/** Half of the days in cells, the other half as differences not yet folded. */
async function plant(given: readonly Trip[]): Promise<void> {
  const halves = [0, 1].map(side => customerDays(given.filter((_trip, at) => at % 2 === side)))
  await plantFacts(database, { customer_day: halves[0] ?? [] })
  await rebuild(database)
  const parts = await storedParts(database.owner)
  await database.owner.begin(async sql => {
    await appendDelta(sql, 'customer_day', '(select f.*, -1 as sign from customer_days f)', parts)
    await insertFacts(sql, 'customer_day', wholeRows('customer_day', halves[1] ?? []))
    await appendDelta(sql, 'customer_day', '(select f.*, 1 as sign from customer_days f)', parts)
  })
}

const COLUMNS: Partial<Record<Dimension, string>> = { BRAND: 'brand', SEGMENT: 'segment', COUNTRY: 'country' }

/** The days of brands that the filter may leave are taken together, and those count that it leaves. */
function daysUnder(days: readonly ReferenceRow[], seen: readonly string[], filter: Filter): ReferenceRow[] {
  const brands = seen.filter(brand => prospects(filter, dimension => (dimension === 'BRAND' ? brand : undefined)).may)
  const valueIn = (row: ReferenceRow) => (dimension: Dimension) =>
    (row[COLUMNS[dimension] ?? ''] ?? null) as string | null
  return days
    .filter(row => brands.includes(String(row['brand'])))
    .map(row => ({ ...row, counts: holds(filter, valueIn(row)) }))
}

function expectFigure(
  figure: Figure,
  { from, to }: { from: Day; to: Day },
  days: readonly ReferenceRow[],
  seen: readonly string[],
) {
  const { metric, params } = figure.asked
  const rows = { customer_day: daysUnder(days, seen, figure.filter) }
  const right = reference(metric, rows, { from, to, today: TODAY }, params)
  const where = { key: metric.key, from, to, filter: figure.filter }
  expect({ ...where, parts: figure.parts, n: figure.n }).toEqual({ ...where, parts: right.parts, n: right.n })
}

const dimensions = fc.subarray<Dimension>(['BRAND', 'SEGMENT', 'COUNTRY'])
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const question = fc
  .record({
    from: fc.integer({ min: -5, max: 45 }),
    length: fc.integer({ min: 1, max: 40 }),
    grain: maybe(fc.constantFrom('DAY', 'WEEK', 'MONTH')),
    groupBy: dimensions,
    where: maybe(dimensions.chain(some => (some.length > 0 ? whereOn(some as ['BRAND']) : fc.constant({})))),
    compare: maybe(fc.constantFrom('PREVIOUS_PERIOD', 'YEAR_AGO')),
    inactivityDays: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ from, length, inactivityDays, ...rest }): QuestionInput => {
    const start = addDays(FIRST_DAY, from)
    return { ...rest, keys, period: { from: start, to: addDays(start, length) }, params: { inactivityDays } }
  })

const someBrands = fc.oneof(fc.constant([...BRANDS]), fc.subarray([...BRANDS], { minLength: 1 }))

function askerOfBrands(brands: readonly string[]) {
  const seesAllBrands = brands.length === BRANDS.length
  const seen = seesAllBrands ? [...brands, '*'] : brands
  return askerOf(database, { now: `${TODAY}T12:00:00Z`, brands: seen, seesAllBrands })
}

test('customers are counted once over brands, and over each value of what they were, whatever is asked by', async () => {
  await fc.assert(
    fc.asyncProperty(
      trips,
      fc.array(fc.tuple(someBrands, question), { minLength: 8, maxLength: 8 }),
      async (given, asks) => {
        await plant(given)
        const days = customerDays(given)
        for (const [brands, asked] of asks) {
          const asker = askerOfBrands(brands)
          for (const plan of [planFact, fromFacts]) {
            const { answers } = await answerMetrics(asker, asked, plan)
            for (const { total, series, period } of answers) {
              expectFigure(total, period, days, brands)
              for (const one of series) {
                expectFigure(one.total, period, days, brands)
                for (const { figure, bucket } of one.points) {
                  expectFigure(figure, bucket, days, brands)
                  const { compared } = figure
                  if (compared?.figure) expectFigure(compared.figure, compared.period, days, brands)
                }
              }
            }
            if (plan === fromFacts) continue
            const figures = answers.flatMap(({ total, series }) => [total, ...series.map(one => one.total)])
            for (const figure of figures) {
              const { records } = await recordsOf(asker, figure, 500, null)
              expect({ key: figure.asked.metric.key, filter: figure.filter, records: records.length }).toEqual({
                key: figure.asked.metric.key,
                filter: figure.filter,
                records: figure.n,
              })
            }
          }
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  )
})

test('of customers who came together those are told who were active in each interval of their own lives', async () => {
  const asked = fc.record({
    period: question.map(({ period }) => period),
    interval: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER'),
    mode: fc.constantFrom('ON', 'ON_OR_AFTER'),
    where: maybe(whereOn(['BRAND', 'SEGMENT'])),
  })
  await fc.assert(
    fc.asyncProperty(
      trips,
      fc.array(fc.tuple(someBrands, asked), { minLength: 8, maxLength: 8 }),
      async (given, asks) => {
        await plantFacts(database, { customer_day: customerDays(given) })
        for (const [brands, input] of asks) {
          const { cohorts } = await answerCohorts(askerOfBrands(brands), { key: 'COHORT_RETENTION', ...input })
          for (const { cells, size, bucket } of cohorts) {
            for (const { figure, index } of cells) {
              const days = daysUnder(customerDays(given), brands, figure.filter)
              const { from, to } = bucket
              const parts = cohortParts(days, { from, to, today: TODAY }, { ...input, index })
              expect({ bucket, index, parts: figure.parts }).toEqual({ bucket, index, parts })
              if (index === 0) expect(size).toBe(parts.reached)
              const { records } = await recordsOf(askerOfBrands(brands), figure, 500, null)
              expect(records).toHaveLength(figure.n)
            }
          }
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  )
})
