import { addDays, type Day, daysBetween, earlierDay } from '@tweeluik/schema'
import {
  customerDay,
  customersAtStart,
  type Dimension,
  exposureDays,
  type FactName,
  factNames,
  facts,
  type Params,
  type Part,
  storedDimension,
} from '@tweeluik/schema/facts'
import {
  finalizeOver,
  type Metric,
  metricKeysByDay,
  nParts,
  type ReferenceRow,
  type ReferenceRows,
  rateInto,
  reference,
  referencePart,
  sharedBy,
  withDerived,
} from '@tweeluik/schema/metrics'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { storedParts } from '../../packages/api/src/db/rollup-parts.queries.ts'
import { registerParts } from '../../packages/api/src/db/rollup-parts.ts'
import { appendDelta } from '../../packages/api/src/ingest/rollup/delta.queries.ts'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import type { Answer } from '../../packages/api/src/metrics/answer.ts'
import { answerMetrics } from '../../packages/api/src/metrics/engine.ts'
import type { Figure } from '../../packages/api/src/metrics/figure.ts'
import { askedOf, type Filter, holds, prospects } from '../../packages/api/src/metrics/filter.ts'
import type { Period } from '../../packages/api/src/metrics/periods.ts'
import { addsUp, planFact, sourceName } from '../../packages/api/src/metrics/plan.ts'
import { type RecordPage, recordsOf } from '../../packages/api/src/metrics/records.ts'
import retention from '../../packages/schema/src/metrics/cx/retention-rate.metric.ts'
import { askerOf } from '../support/asker.ts'
import { testDatabase } from '../support/database.ts'
import { insertFacts } from '../support/facts.queries.ts'
import { type FactRows, plantFacts, wholeRows } from '../support/facts.ts'
import { BRANDS, company, customerDays, FIRST_DAY, journeyMaps, TODAY, triggers } from './facts.ts'
import { filteredQuestions, questions } from './questions.ts'

type Company = typeof company extends fc.Arbitrary<infer Value> ? Value : never

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
})
afterAll(() => database.close())

/** Somebody who may see these brands. */
function askerOfBrands(brands: readonly string[]) {
  const seesAllBrands = brands.length === BRANDS.length
  return askerOf(database, {
    now: `${TODAY}T12:00:00Z`,
    brands: seesAllBrands ? [...brands, '*'] : brands,
    seesAllBrands,
  })
}
const someBrands = fc.oneof(fc.constant([...BRANDS]), fc.subarray([...BRANDS], { minLength: 1 }))
const fromFacts: typeof planFact = (...given) => ({ ...planFact(...given), set: null })

/** Half of the facts folded into cells, half as differences not yet folded: some of them taken away and put back. */
async function plant({ trips, ...given }: Company): Promise<void> {
  const rows: FactRows = { ...given, customer_day: customerDays(trips) }
  const half = (fact: FactName, side: 0 | 1) => (rows[fact] ?? []).filter((_row, at) => at % 2 === side)
  await plantFacts(database, { ...rows, ...Object.fromEntries(factNames.map(fact => [fact, half(fact, 0)])) })
  await rebuild(database)
  const parts = await storedParts(database.owner)
  await database.owner.begin(async sql => {
    for (const fact of factNames) {
      const { table } = facts[fact].spec
      await appendDelta(sql, fact, `(select f.*, -1 as sign from ${table} f)`, parts)
      await insertFacts(sql, fact, wholeRows(fact, half(fact, 1)))
      await appendDelta(sql, fact, `(select f.*, 1 as sign from ${table} f)`, parts)
    }
  })
}

/** A value as text; that of a cause's department is what the catalogue that one may see says. */
function valueIn(fact: FactName, row: ReferenceRow, seen: readonly string[]) {
  return (dimension: Dimension): string | null => {
    const value = row[facts[fact].spec.dimensions[storedDimension(dimension)] ?? ''] ?? null
    if (dimension !== 'DEPARTMENT') return value === null ? null : String(value)
    const trigger = triggers.find(({ id, brand }) => id === value && (brand === null || seen.includes(brand)))
    return trigger?.department ?? null
  }
}

/** What one may see of a company. */
interface Sight {
  given: Company
  brands: readonly string[]
}

/** What a metric is divided by is told by the dimensions that it shares. */
function filterOf(metric: Metric, fact: FactName, filter: Filter): Filter {
  const [name] = Object.entries(metric.parts).find(([name, part]) => part.fact === fact && sharedBy(metric, name)) ?? []
  const shared = name === undefined ? null : sharedBy(metric, name)
  return shared ? askedOf({ all: [filter] }, shared) : filter
}

/** The rows that sight and filter leave, those of customers as they are over the brands that are left. */
function rowsUnder(
  { given: { trips, ...given }, brands: seen }: Sight,
  whole: Filter,
  metric: Metric,
): Record<string, ReferenceRow[]> {
  const isSeen = (row: ReferenceRow) => seen.includes(String(row['brand']))
  const ofBrands = Object.entries(given).map(([fact, rows]) => [fact, (rows as readonly ReferenceRow[]).filter(isSeen)])
  const plain: ReferenceRows = withDerived({ ...Object.fromEntries(ofBrands), journey_map: journeyMaps })
  const told = (Object.keys(facts) as FactName[]).map((fact): [string, ReferenceRow[]] => {
    const filter = filterOf(metric, fact, whole)
    return [
      fact,
      fact === 'customer_day'
        ? daysUnder(customerDays(trips), seen, filter)
        : fact === 'lifetime'
          ? fitsUnder(given.lifetime, seen, filter)
          : (plain[fact] ?? []).filter(row => holds(filter, valueIn(fact, row, seen))),
    ]
  })
  return { ...Object.fromEntries(told), exchange_rate: given.exchange_rate }
}

/** The fits of the only brand that the filter leaves, those of all when it leaves every one that has any, else none. */
function fitsUnder(fits: Company['lifetime'], seen: readonly string[], filter: Filter): ReferenceRow[] {
  const sees = (brand: string) => seen.includes(brand) || (brand === '*' && seen.length === BRANDS.length)
  const seenFits = fits.filter(({ brand }) => sees(brand))
  const fitted = new Set(seenFits.flatMap(({ brand }) => (brand === '*' ? [] : [brand])))
  const left = [...fitted].filter(brand => holds(filter, dimension => (dimension === 'BRAND' ? brand : null)))
  const isAll = left.length === fitted.size && seenFits.some(({ brand }) => brand === '*')
  const whole = left.length === 1 ? left[0] : isAll ? '*' : undefined
  return seenFits.filter(({ brand }) => brand === whole)
}

/** The days of brands that the filter may leave are taken together, and those count that it leaves. */
function daysUnder(days: readonly ReferenceRow[], seen: readonly string[], filter: Filter): ReferenceRow[] {
  const brands = seen.filter(brand => prospects(filter, dimension => (dimension === 'BRAND' ? brand : undefined)).may)
  return days
    .filter(row => brands.includes(String(row['brand'])))
    .map(row => ({ ...row, counts: holds(filter, valueIn('customer_day', row, seen)) }))
}

function expectFigure(figure: Figure, period: Period, sight: Sight, whole: Figure): void {
  const { metric, params } = figure.asked
  const rows = rowsUnder(sight, figure.filter, metric)
  const among = figure.filter === whole.filter ? undefined : rowsUnder(sight, whole.filter, metric)
  const right = reference(metric, rows, { ...period, today: TODAY, among }, params)
  const where = { key: metric.key, period, filter: figure.filter }
  const records = recordsIn(figure, rows)
  const parts = Object.fromEntries(
    Object.entries(metric.parts).map(([name, part]) => {
      const [found = 0, exact = 0] = [figure.parts[name], right.parts[name]]
      return [name, isConverted(part) && isNear(found, exact, records) ? exact : found]
    }),
  )
  expect({ ...where, parts, n: figure.n }).toEqual({ ...where, parts: right.parts, n: right.n })
  expect(figure.value).toEqual(finalizeOver(metric, params, period).value(figure.parts, params))
}

const isConverted = (part: Part) => part.type === 'latest' || ('money' in part && part.money && part.type !== 'count')
/** What money may be in: n need not count the orders of a ratio. */
const recordsIn = ({ n }: Figure, rows: FactRows) =>
  ['order', 'refund', 'stage_order', 'stage_refund'].reduce((sum, fact) => sum + (rows[fact]?.length ?? 0), n)
/** Money is rounded to its 1/10,000 once for each row of an answer: by less than one for each record. */
const isNear = (found: number, exact: number, records: number) =>
  Math.abs(found - exact) <= records + 1e-9 * Math.abs(exact)

function expectAnswer({ total, series, period }: Answer, sight: Sight): void {
  const all: [Figure, Period][] = [
    [total, period],
    ...series.map((one): [Figure, Period] => [one.total, period]),
    ...series.flatMap(one => one.points.map(({ figure, bucket }): [Figure, Period] => [figure, bucket])),
  ]
  for (const [figure, days] of all) {
    expectFigure(figure, { from: days.from, to: days.to }, sight, total)
    const { compared } = figure
    if (compared?.figure) expectFigure(compared.figure, compared.period, sight, total)
  }
}

/** Unless customers are counted in several groups, or the figure is divided by what no group has. */
const addsUpOverGroups = (answer: Answer) => answer.facts.every(({ plan }) => addsUp(plan) && plan.key === plan.fact)
const addsUpOverTime = ({ asked }: Answer) =>
  Object.values(asked.metric.parts).every(part =>
    part.type === 'exposure' ? part.of === 'days' : ['count', 'sum', 'squares', 'beyond'].includes(part.type),
  )

/** Groups add up to the whole, and buckets to their period, wherever nobody is counted once over several. */
function expectSums(answer: Answer): void {
  const { total, series } = answer
  if (addsUpOverGroups(answer)) {
    expect(
      series.reduce((sum, one) => sum + one.total.n, 0),
      answer.asked.metric.key,
    ).toBe(total.n)
  }
  if (!addsUpOverTime(answer)) return
  for (const one of series.filter(({ points }) => points.length > 0)) {
    const parts = Object.keys(one.total.parts).map(name => [
      name,
      one.points.reduce((sum, { figure }) => sum + (figure.parts[name] ?? 0), 0),
    ])
    expect(Object.fromEntries(parts)).toEqual(one.total.parts)
  }
}

test('customers are counted as one would count them by hand, day by day', () => {
  const idleDays = fc.integer({ min: 1, max: 30 })
  const start = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(company, idleDays, start, fc.integer({ min: 1, max: 20 }), ({ trips }, inactivityDays, at, length) => {
      const from = addDays(FIRST_DAY, at)
      const window = { from, to: addDays(from, length), today: TODAY }
      const rows = { customer_day: customerDays(trips) }
      const part = (found: Part) => referencePart(found, rows, window, { inactivityDays })
      const ordered = trips.map(({ days }) => new Set(days.filter(one => one.flag === 'ordered').map(one => one.day)))
      const inWindow = trips.filter(({ days }) =>
        days.some(({ flag, day }) => ['ordered', 'visited'].includes(flag) && day >= from && day < window.to),
      )
      const byThen = ordered.map(days => [...days].filter(day => day < window.to).length)
      expect(part(customerDay.distinct('activity'))).toBe(inWindow.length)
      expect(part(customerDay.until('buyer'))).toBe(byThen.filter(days => days >= 1).length)
      expect(part(customerDay.until('secondOrder'))).toBe(byThen.filter(days => days >= 2).length)
      const asked = Array.from({ length }, (_, days) => addDays(from, days)).filter(day => day <= TODAY)
      const inBase = asked.flatMap(day => trips.filter(trip => isInBase(trip, day, inactivityDays)))
      expect(part(exposureDays(inactivityOf))).toBe(inBase.length)
      const isIn = (day: Day) => (trip: Company['trips'][number]) => isInBase(trip, day, inactivityDays)
      const [isAtStart, isAtEnd] = [isIn(addDays(from, -1)), isIn(earlierDay(addDays(window.to, -1), TODAY))]
      expect(part(customersAtStart(inactivityOf))).toBe(trips.filter(isAtStart).length)
      if (length > inactivityDays) return
      const loyal = trips.filter(({ churned }) => churned === null)
      const kept = reference(retention, { customer_day: customerDays(loyal) }, window, { inactivityDays })
      const stayed = loyal.filter(isAtStart).filter(isAtEnd)
      expect(retention.finalize.numerator(kept.parts, { inactivityDays })).toBe(stayed.length)
    }),
  )
})

const inactivityOf = (params: Params) => Number(params['inactivityDays'])

/** Whether the last order or acquisition lies at most so many days back, and the customer has not churned since. */
function isInBase({ days, churned }: Company['trips'][number], day: Day, inactivityDays: number): boolean {
  const last = days
    .flatMap(one => (['ordered', 'acquired'].includes(one.flag) && one.day <= day ? [one.day] : []))
    .sort()
    .at(-1)
  if (last === undefined || daysBetween(last, day) > inactivityDays) return false
  return churned === null || churned.day > day || churned.day < last
}

test('every road gives what the records give, in every bucket, group and compared period', async () => {
  const roads = new Set<string>()
  await fc.assert(
    fc.asyncProperty(company, someBrands, questions, async (given, brands, all) => {
      await plant(given)
      const asker = askerOfBrands(brands)
      for (const asked of all) {
        for (const plan of [planFact, fromFacts]) {
          const { answers } = await answerMetrics(asker, asked, plan)
          for (const answer of answers) {
            expectAnswer(answer, { given, brands })
            for (const { plan } of answer.facts) for (const road of sourceName(plan).split(' + ')) roads.add(road)
            expectSums(answer)
          }
        }
      }
    }),
    { numRuns: 5, endOnFailure: true },
  )
  // Those of customers' days are tried in a test of their own (days.test.ts).
  const everySet = factNames
    .filter(fact => !facts[fact].spec.perBrandAndAll)
    .flatMap(fact => facts[fact].spec.sets.map(set => sourceName({ set, rest: [] })))
  expect(['raw', ...everySet].filter(road => !roads.has(road))).toEqual([])
})

test('a figure opens into exactly its n records, and they give the figure', async () => {
  const filtersOf = new Map(metricKeysByDay.map(key => [key, 0]))
  await fc.assert(
    fc.asyncProperty(company, someBrands, filteredQuestions, async (given, brands, all) => {
      await plant(given)
      const asker = askerOfBrands(brands)
      for (const asked of all) {
        const { answers } = await answerMetrics(asker, asked)
        for (const { metric } of answers.map(answer => answer.asked)) {
          filtersOf.set(metric.key, (filtersOf.get(metric.key) ?? 0) + 1)
        }
        const figures = answers.flatMap(({ total, series }) =>
          [total, ...series.map(one => one.total)].map(figure => ({ figure, whole: total })),
        )
        await Promise.all(figures.map(({ figure, whole }) => expectRecords(figure, whole, { given, brands }, asker)))
      }
    }),
    { numRuns: 7, endOnFailure: true },
  )
  expect(Math.min(...filtersOf.values()), 'filters that every metric was tried with').toBeGreaterThanOrEqual(20)
})

async function expectRecords(
  figure: Figure,
  whole: Figure,
  sight: Sight,
  asker: ReturnType<typeof askerOf>,
): Promise<void> {
  const ids = await everyRecord(asker, figure)
  const { metric, params } = figure.asked
  if (Object.values(metric.parts).some(part => part.type === 'exposure')) return
  if (metric.parts['refunded'] && !movesAsOne(sight.given, String(params['currency']))) return
  const rows = rowsUnder(sight, figure.filter, metric)
  const told = Object.values(metric.parts)
  if (told.some(({ type }) => type === 'latest')) return
  const counted = new Set(nParts(metric, params).map(name => metric.parts[name]?.fact))
  const isSpending = counted.has('spending')
  const own = (Object.keys(facts) as FactName[])
    .filter(fact => isSpending || counted.has(fact))
    .map((fact): [string, ReferenceRow[]] => {
      const idColumn = isSpending ? 'customerId' : facts[fact].spec.record?.idColumn
      return [fact, (rows[fact] ?? []).filter(row => ids.has(String(row[idColumn ?? ''])))]
    })
  const among = figure.filter === whole.filter ? undefined : rowsUnder(sight, whole.filter, metric)
  const window = { from: figure.period.from, to: figure.period.to, today: TODAY, among }
  const again = reference(metric, { ...rows, ...Object.fromEntries(own) }, window, params)
  const isOfMoney = told.some(isConverted)
  if (!isOfMoney || again.value === null) expect(again.value, metric.key).toEqual(figure.value)
  else if (metric.unit === 'money') {
    expect(Math.abs(again.value - (figure.value ?? Number.NaN))).toBeLessThan((figure.n + 1) / 10_000)
  } else {
    // What could not be counted is in no record: only how many there are is told.
    const leftOut = typeof metric.leftOut === 'function' ? metric.leftOut(params) : metric.leftOut
    const belonging = [leftOut?.[0] ?? []].flat()
    for (const [name, exact] of Object.entries(again.parts).filter(([name]) => !belonging.includes(name))) {
      const found = figure.parts[name] ?? Number.NaN
      expect(isNear(found, exact, recordsIn(figure, rows)), `${metric.key} ${name}: ${found}, not ${exact}`).toBe(true)
    }
  }
}

/** Whether of every order all movements can be told in a currency or none: else a refund counts without its order. */
function movesAsOne({ order, refund, exchange_rate }: Company, currency: string): boolean {
  const movements = Map.groupBy([...order, ...refund], ({ id }) => id)
  return [...movements.values()].every(
    rows => new Set(rows.map(row => rateInto(currency, row, exchange_rate) === null)).size === 1,
  )
}

/** In small pages, so that the cursor has work. */
async function everyRecord(asker: ReturnType<typeof askerOf>, figure: Figure): Promise<Set<string>> {
  const ids = new Set<string>()
  let seen = 0
  for (let after: string | null = null; ; ) {
    const page: RecordPage = await recordsOf(asker, figure, 15, after)
    for (const { id } of page.records) ids.add(id)
    seen += page.records.length
    if (!page.hasNextPage) break
    after = page.endCursor
  }
  const { metric, params } = figure.asked
  const { key, alwaysBy } = metric
  expect(seen, key).toBe(figure.n)
  // Who falls asleep twice in a bucket is told twice, and an order once for each stage that led to it.
  const isByStage = nParts(metric, params).some(name => metric.parts[name]?.fact.startsWith('stage_'))
  if (!alwaysBy && !isByStage) expect(ids.size, key).toBe(seen)
  return ids
}
