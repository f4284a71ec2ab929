import { metricKeysByDay, metrics } from '@tweeluik/schema/metrics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { insertBatch, setReady } from '../../../../test/support/facts.queries.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import type { Answer } from './answer.ts'
import { answerMetrics } from './engine.ts'
import { differenceOf } from './figure.ts'
import { ANSWER_ROWS_MAX, type FigureRow } from './figures.queries.ts'
import { foldFigures } from './fold.ts'
import { type FactPlan, sourceName } from './plan.ts'
import type { QuestionInput } from './question.ts'
import { RAW_ROWS_MAX } from './raw.queries.ts'
import { recordsOf } from './records.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const march = { from: '2026-03-01', to: '2026-04-01' }

async function one(input: QuestionInput, asker = askerOf(database)): Promise<Answer> {
  const { answers } = await answerMetrics(asker, input)
  if (!answers[0]) throw new Error('No answer')
  return answers[0]
}

test('an empty database gives every metric: nothing to divide is null, nothing counted is 0', async () => {
  await plantFacts(database, {})
  const keys = metricKeysByDay.filter(key => metrics.get(key)?.grains?.includes('WEEK') ?? true)
  const { answers } = await answerMetrics(askerOf(database), { keys, period: march, grain: 'WEEK' })
  expect(answers.map(({ asked }) => asked.metric.key)).toEqual(keys)
  for (const { total, asked, series } of answers) {
    expect(total).toMatchObject({ n: 0, leftOut: 0, suppressed: true })
    expect(total.value).toBe(
      ['count', 'money'].includes(asked.metric.unit) &&
        asked.metric.finalize.denominator(total.parts, asked.params) === null
        ? 0
        : null,
    )
    expect(series).toHaveLength(Object.keys(asked.metric.alwaysBy?.parts ?? { all: '' }).length)
    expect(series[0]?.points).toHaveLength(6)
  }
})

describe('what is received and not yet loaded', () => {
  const contact = (openedDay: string) => ({ openedDay, inChain: true, previousGapDays: null, nearestGapDays: null })
  beforeEach(async () => {
    await plantFacts(database, { contact: ['2026-03-01', '2026-03-05', '2026-03-10'].map(contact) })
    await rebuild(database)
  })
  const fixed = (now: string) =>
    one({ keys: ['FIRST_TIME_FIX'], period: march, grain: 'WEEK' }, askerOf(database, { now }))

  test('a contact counts when its day and the window lie before today', async () => {
    expect((await fixed('2026-03-17T12:00:00+01:00')).total.n).toBe(2)
    expect((await fixed('2026-03-18T12:00:00+01:00')).total.n).toBe(3)
  })

  test('a batch in the queue holds back asOf, and with it what is ripe and settled', async () => {
    await insertBatch(database.owner, { receivedAt: '2026-03-12T23:30:00Z', state: 'queued' })
    await insertBatch(database.owner, { receivedAt: '2026-03-02T12:00:00Z', state: 'loaded' })
    const { asOf, total, series } = await fixed('2026-03-30T12:00:00+02:00')
    expect(asOf.toISOString()).toBe('2026-03-12T23:30:00.000Z')
    // The day of asOf in Amsterdam is the 13th.
    expect(total.n).toBe(2)
    expect(series[0]?.points.map(({ partial }) => partial)).toEqual([true, true, true, true, true, true])
  })
})

describe('days are those of the organisation', () => {
  test('today begins at midnight there, also on the night of a clock change', async () => {
    await plantFacts(database, {})
    const partial = async (now: string) => {
      const { series } = await one(
        { keys: ['CONTACTS'], period: { from: '2026-03-28', to: '2026-03-30' }, grain: 'DAY' },
        askerOf(database, { now }),
      )
      return series[0]?.points.map(point => point.partial)
    }
    expect(await partial('2026-03-28T22:59:59Z')).toEqual([true, true])
    expect(await partial('2026-03-28T23:00:00Z')).toEqual([false, true])
    expect(await partial('2026-03-29T21:59:59Z')).toEqual([false, true])
    expect(await partial('2026-03-29T22:00:00Z')).toEqual([false, false])
  })
})

describe('a compared figure', () => {
  beforeEach(async () => {
    const answers = (day: string, promoters: number, others: number) =>
      Array.from({ length: promoters + others }, (_, at) => ({ day, kind: 'csat', favourable: at < promoters }))
    await plantFacts(database, { feedback: [...answers('2026-03-10', 80, 20), ...answers('2026-02-10', 40, 60)] })
    await rebuild(database)
  })

  test('tells difference, ratio and whether the change is more than chance', async () => {
    const { total } = await one({ keys: ['CSAT'], period: march, compare: 'PREVIOUS_PERIOD' })
    expect(total.compared?.period).toEqual({ from: '2026-02-01', to: '2026-03-01' })
    const change = differenceOf(total, total.compared?.figure ?? null)
    expect(change).toMatchObject({ difference: 0.4, ratio: 2, significant: true })
    expect(change.interval?.low).toBeGreaterThan(0.25)
    expect(change.interval?.high).toBeLessThan(0.55)
  })

  test('is null where the other period has nothing, and so is the difference', async () => {
    const { total } = await one({ keys: ['CSAT'], period: march, compare: 'YEAR_AGO' })
    expect(total.compared?.figure?.value).toBeNull()
    expect(differenceOf(total, total.compared?.figure ?? null)).toEqual({
      difference: null,
      ratio: null,
      interval: null,
      significant: null,
    })
  })

  test('pairs points by position; where the other period is shorter there is no partner', async () => {
    const { series } = await one({ keys: ['CSAT'], period: march, grain: 'DAY', compare: 'PREVIOUS_PERIOD' })
    const points = series[0]?.points ?? []
    expect(points[9]?.figure.compared).toMatchObject({
      period: { from: '2026-02-10', to: '2026-02-11' },
      figure: { n: 100 },
    })
    expect(points.slice(28).map(({ figure }) => figure.compared)).toEqual(
      Array.from({ length: 3 }, () => ({ period: { from: '2026-03-01', to: '2026-03-01' }, figure: null })),
    )
  })
})

test('a viewer gets small groups withheld, whoever may see rows gets them marked', async () => {
  const contacts = (team: string, count: number) =>
    Array.from({ length: count }, () => ({ openedDay: '2026-03-10', team }))
  await plantFacts(database, { contact: [...contacts('red', 90), ...contacts('blue', 40), ...contacts('green', 3)] })
  await rebuild(database)
  const question: QuestionInput = { keys: ['CONTACTS'], period: march, groupBy: ['TEAM'] }
  const analyst = await one(question, askerOf(database, { role: 'analyst' }))
  expect(analyst.series.map(({ total }) => [total.value, total.suppressed, total.withheld])).toEqual([
    [90, false, false],
    [40, false, false],
    [3, true, false],
  ])
  const viewer = await one(question, askerOf(database, { role: 'viewer' }))
  expect(viewer.series.map(({ total }) => total.withheld)).toEqual([false, true, true])
  expect(viewer.total.withheld).toBe(false)
})

describe('money of another currency', () => {
  const spent = { day: '2026-03-10', lens: 'cx', currency: 'USD' }
  const rate = { from: 'USD', to: 'EUR', day: '2026-03-10', rate: 0.9 }
  const asker = () => askerOf(database, { brands: ['north', 'south', '*'] })

  test("converts by its own brand's rate and never by another's, whoever asks", async () => {
    await plantFacts(database, {
      investment: [
        { ...spent, brand: 'north', amountE4: 10_000_000 },
        { ...spent, brand: 'south', amountE4: 10_000_000 },
      ],
      exchange_rate: [{ ...rate, brand: 'south' }],
    })
    await rebuild(database)
    const { total, series } = await one(
      { keys: ['CX_INVESTMENT'], period: march, groupBy: ['BRAND'], compare: 'PREVIOUS_PERIOD' },
      asker(),
    )
    expect([total, ...series.map(group => group.total)].map(({ value, n, leftOut }) => [value, n, leftOut])).toEqual([
      [900, 1, 1],
      [900, 1, 0],
      [0, 0, 1],
    ])
  })

  test('is rounded once for all of a bucket, not for each record', async () => {
    const investment = Array.from({ length: 3 }, () => ({ ...spent, amountE4: 1 }))
    await plantFacts(database, { investment, exchange_rate: [{ ...rate, rate: 0.4 }] })
    await rebuild(database)
    const { total } = await one({ keys: ['CX_INVESTMENT'], period: march })
    expect(total.value).toBe(0.0001)
  })
})

test('customers after the top are asked once more, since one may be in several groups', async () => {
  const on = (customerId: string, brand: string) => ({ customerId, day: '2026-03-10', brand, visited: true })
  await plantFacts(database, {
    customer_day: [
      on('anja', 'north'),
      on('bram', 'north'),
      on('cees', 'north'),
      ...['anja', 'bram'].flatMap(customer => ['south', 'west'].map(brand => on(customer, brand))),
    ],
  })
  await rebuild(database)
  const asker = askerOf(database, { brands: ['north', 'south', 'west', '*'] })
  const question: QuestionInput = { keys: ['ACTIVE_CUSTOMERS'], period: march, grain: 'MONTH', groupBy: ['BRAND'] }
  const all = await one(question, asker)
  expect([all.total.n, ...all.series.map(one => one.total.n)]).toEqual([3, 3, 2, 2])
  const { total, series } = await one({ ...question, top: 1 }, asker)
  expect([total.n, ...series.map(one => one.total.n)]).toEqual([3, 3, 2])
  expect(series.map(one => one.keys)).toMatchObject([[{ value: 'north' }], [{ value: null, other: true }]])
  expect(series[1]?.points.map(({ figure }) => figure.n)).toEqual([2])
  const other = series[1]?.total
  expect(other && (await recordsOf(asker, other, 10, null)).records).toHaveLength(2)
})

test('nobody is told to have stayed away by whoever does not see where they ordered before', async () => {
  const ordered = { customerId: 'anja', amountE4: 10_000, currency: 'EUR' }
  await plantFacts(database, {
    order: [
      { ...ordered, brand: 'south', day: '2026-03-01', repeat: false },
      { ...ordered, brand: 'north', day: '2026-03-10', repeat: true },
    ],
  })
  const question: QuestionInput = { keys: ['ORDERS'], period: march, groupBy: ['LIFECYCLE_STAGE'] }
  const stages = async (brands: string[], seesAllBrands: boolean) => {
    const { series } = await one(question, askerOf(database, { brands, seesAllBrands }))
    return new Map(series.map(({ keys, total }) => [keys[0]?.value, total.n]))
  }
  const all = Object.entries({ NEW: 1, RETURNING: 1 })
  expect(await stages(['north', 'south', '*'], true)).toEqual(new Map(all))
  expect(await stages(['north'], false)).toEqual(new Map([[null, 1]]))
})

test.each(['SHARE_OF_REVENUE', 'LIFECYCLE'])('%s is told beside all others, and not gathered', async key => {
  const countries = ['NL', 'BE'].map(country => ({ day: '2026-03-10', country }))
  await plantFacts(database, {
    order: countries.map(row => ({ ...row, amountE4: 10_000 })),
    customer_day: countries.map(row => ({ ...row, ordered: true })),
  })
  await rebuild(database)
  const question: QuestionInput = { keys: [key], period: march, groupBy: ['COUNTRY'], top: 1 }
  await expect(one(question)).rejects.toMatchObject({ problem: { code: 'TOP_NOT_ADDITIVE' } })
})

test('a part that not every cell has yet is read from the facts, and from the rollup as soon as it is ready', async () => {
  const fresh = await testDatabase()
  await plantFacts(fresh, { contact: [{ openedDay: '2026-03-10' }, { openedDay: '2026-03-11' }] })
  await rebuild(fresh)
  const roadAndValue = async () => {
    const { total, facts } = await one({ keys: ['CONTACTS'], period: march }, askerOf(fresh))
    return [...facts.map(({ plan }) => sourceName(plan)), total.value]
  }
  await setReady(fresh.owner, 'contact', false)
  expect(await roadAndValue()).toEqual(['raw', 2])
  await setReady(fresh.owner, 'contact', true)
  expect(await roadAndValue()).toEqual(['rollup:{}', 2])
  await fresh.close()
})

describe('too much', () => {
  const question = { groupBy: [], window: { ...march, buckets: [] }, compared: null }
  const plan = { spec: {}, terms: [], set: null, scope: null, width: 1, question } as unknown as FactPlan
  const row = { stretch: 1, keys: [], rows: 1, sums: [1] }
  const fold = (rows: FigureRow[]) => foldFigures(rows, plan, { bounds: [], indexOf: new Map(), tomorrow: '' })

  test('to read one by one is refused with a way out', () => {
    expect(fold([{ ...row, rows: RAW_ROWS_MAX }]).rowsRead).toBe(RAW_ROWS_MAX)
    expect(() => fold([{ ...row, rows: RAW_ROWS_MAX + 1 }])).toThrow(`More than ${RAW_ROWS_MAX} records would be read`)
  })

  test.each([
    ['NET_REVENUE_RETENTION', { order: [{ day: '2025-03-10', amountE4: 10_000 }] }, undefined],
    ['ACTIVE_CUSTOMERS', { interaction: [{ day: '2025-03-10', stage: 'use' }] }, { stage: { eq: 'use' } }],
  ] as const)('%s: what is read counts, also where only the compared period has any', async (key, rows, where) => {
    await plantFacts(database, rows)
    const { facts } = await one({ keys: [key], period: march, compare: 'YEAR_AGO', where })
    expect(facts.map(({ rowsRead }) => rowsRead)).toEqual([1])
  })

  test('to answer is refused with a way out', () => {
    const rows = Array.from({ length: ANSWER_ROWS_MAX + 1 }, () => row)
    expect(() => fold(rows)).toThrow(`The answer has more than ${ANSWER_ROWS_MAX} cells`)
  })
})
