import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerMetrics } from './engine.ts'
import { differenceOf } from './figure.ts'
import type { QuestionInput } from './question.ts'
import { recordsOf } from './records.ts'

const march = { from: '2026-03-01', to: '2026-04-01' }

/** Answers of a team on a day: so many satisfied, so many not. */
const answers = (team: string | null, day: string, satisfied: number, others: number) =>
  Array.from({ length: satisfied + others }, (_, at) => ({
    kind: 'csat',
    channel: 'chat',
    team,
    day,
    favourable: at < satisfied,
    standardScoreE2: at < satisfied ? 500 : 100,
  }))

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await plantFacts(database, {
    feedback: [
      ...answers('red', '2026-03-10', 80, 20),
      ...answers('red', '2026-02-10', 40, 60),
      ...answers('blue', '2026-03-11', 30, 30),
      ...answers(null, '2026-03-12', 20, 20),
      ...answers('green', '2026-03-13', 5, 5),
      ...answers('gone', '2026-02-13', 6, 6),
    ],
  })
  await rebuild(database)
})
afterAll(() => database.close())

async function seriesOf(input: Partial<QuestionInput>, asker = askerOf(database)) {
  const question = { keys: ['CSAT'], period: march, groupBy: ['TEAM'] as const, ...input }
  const { answers } = await answerMetrics(asker, question)
  return answers[0]?.series ?? []
}
const named = (series: Awaited<ReturnType<typeof seriesOf>>) =>
  series.map(({ keys, total }) => {
    const [key] = keys
    return [key?.other ? 'OTHER' : (key?.value ?? null), total.n, total.value]
  })

describe('groups', () => {
  test('come with most records first, what is not set is one of them, and the rest is gathered', async () => {
    expect(named(await seriesOf({}))).toEqual([
      ['red', 100, 0.8],
      ['blue', 60, 0.5],
      [null, 40, 0.5],
      ['green', 10, 0.5],
    ])
    expect(named(await seriesOf({ top: 1 }))).toEqual([
      ['red', 100, 0.8],
      ['OTHER', 110, 0.5],
    ])
  })

  test('a group that only the compared period has is one, too, and opens into no records of this one', async () => {
    const series = await seriesOf({ compare: 'PREVIOUS_PERIOD' })
    const gone = series.find(({ keys }) => keys[0]?.value === 'gone')
    expect(gone?.total).toMatchObject({ n: 0, value: null, compared: { figure: { n: 12, value: 0.5 } } })
  })

  test('are compared group by group: difference, ratio, interval and whether it is more than chance', async () => {
    const [red, blue] = await seriesOf({ compare: 'PREVIOUS_PERIOD', top: 1 })
    const change = differenceOf(red?.total ?? fail(), red?.total.compared?.figure ?? null)
    expect(change).toMatchObject({ difference: expect.closeTo(0.4, 9), ratio: 2, significant: true })
    expect(change.interval?.low).toBeGreaterThan(0)
    const other = differenceOf(blue?.total ?? fail(), blue?.total.compared?.figure ?? null)
    expect(other).toMatchObject({ difference: 0, ratio: 1, significant: false })
  })

  test('what is gathered under other opens into its records, and only those', async () => {
    const series = await seriesOf({ top: 2 })
    const other = series.at(-1)
    const { records, hasNextPage } = await recordsOf(askerOf(database), other?.total ?? fail(), 100, null)
    expect([other?.keys[0]?.other, records.length, hasNextPage]).toEqual([true, 50, false])
  })

  test('percentiles are those of each group, also of other and of what is not set', async () => {
    const series = await seriesOf({ keys: ['CSAT_MEAN'], values: true, top: 2 })
    const counts = series.map(({ total }) => Object.fromEntries(total.counts?.() ?? []))
    expect(counts).toEqual([
      { 500: 80, 100: 20 },
      { 500: 30, 100: 30 },
      { 500: 25, 100: 25 },
    ])
    const notSet = await seriesOf({ keys: ['CSAT_MEAN'], values: true, where: { team: { isNull: true } } })
    expect(Object.fromEntries(notSet[0]?.total.counts?.() ?? [])).toEqual({ 500: 20, 100: 20 })
  })
})

function fail(): never {
  throw new Error('A group is missing')
}
