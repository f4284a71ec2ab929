import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerCohorts, type CohortsInput } from './cohorts.ts'
import { answerMetrics } from './engine.ts'
import { answerFixCurve } from './fix-curve.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  const members = (count: number, day: string) =>
    Array.from({ length: count }, (_, at) => ({ customerId: `${day.slice(5, 7)}x${at}`, day, ordered: true }))
  await plantFacts(database, {
    customer_day: [
      ...members(40, '2026-01-10'),
      ...members(5, '2026-02-10'),
      ...members(31, '2025-12-10'),
      { customerId: '01x0', day: '2026-02-09', visited: true },
      { customerId: '01x1', day: '2026-02-10', visited: true },
    ],
    contact: ['2026-03-01', '2026-03-08'].map(openedDay => ({ openedDay, inChain: true })),
  })
  await rebuild(database)
})
afterAll(() => database.close())

const months: CohortsInput = {
  key: 'COHORT_RETENTION',
  period: { from: '2026-01-01', to: '2026-03-01' },
  interval: 'MONTH',
  mode: 'ON',
}
const asker = (more: Parameters<typeof askerOf>[1] = {}) => askerOf(database, { now: '2026-03-11T12:00:00Z', ...more })

describe('cohorts', () => {
  test('go on to the interval that their eldest member is in, which is partial', async () => {
    const { cohorts } = await answerCohorts(asker(), months)
    const told = cohorts.map(({ cells }) =>
      cells.map(({ figure, partial }) => [figure.parts['active'], figure.n, partial]),
    )
    expect(told).toEqual([
      [
        [40, 40, false],
        [1, 40, false],
        [0, 40, true],
      ],
      [
        [5, 5, false],
        [0, 5, true],
      ],
    ])
  })

  test('are told to viewers when they are large enough, small ones not even by what all others leave', async () => {
    const period = { from: '2025-12-01', to: '2026-03-01' }
    const { cohorts } = await answerCohorts(asker({ role: 'viewer' }), { ...months, period })
    expect(cohorts.map(({ size, cells }) => [size, cells.map(({ figure }) => figure.withheld)])).toEqual([
      [0, [true, true, true, true]],
      [40, [false, false, false]],
      [0, [true, true]],
    ])
  })

  test.each([
    ['a metric that is told by days', { key: 'CSAT' }, 'NOT_BY_COHORT', 'key'],
    ['a period without a day', { period: { from: '2026-03-01', to: '2026-03-01' } }, 'PERIOD_EMPTY', 'period'],
    ['what no member is', { where: { channel: { eq: 'web' } } }, 'DIMENSION_NOT_KNOWN', 'where.channel'],
    [
      'a table of every day of twenty years',
      { period: { from: '2006-01-01', to: '2026-01-01' }, interval: 'DAY' as const },
      'TOO_MANY_CELLS',
      '',
    ],
  ])('refuse %s', async (_what, more, code, path) => {
    await expect(answerCohorts(asker(), { ...months, ...more })).rejects.toMatchObject({ problem: { code, path } })
  })

  test('are all that answers their metric', async () => {
    const asked = answerMetrics(asker(), { keys: ['CSAT', 'COHORT_RETENTION'], period: months.period })
    await expect(asked).rejects.toMatchObject({
      problem: { code: 'NOT_BY_DAYS', path: 'keys.1', fix: 'Ask `cohorts`' },
    })
  })
})

describe('the curve of first-time fix', () => {
  const march = { from: '2026-03-01', to: '2026-04-01' }

  test('counts for each window the contacts that are ripe for it, from 1 to 30 days when none is named', async () => {
    const points = await answerFixCurve(asker(), { period: march })
    expect(points.map(({ windowDays }) => windowDays)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    expect(points.slice(0, 10).map(({ figure }) => figure.n)).toEqual([2, 2, 1, 1, 1, 1, 1, 1, 1, 0])
  })

  test.each([
    [[7, 0], 'windowDays.1'],
    [[31], 'windowDays.0'],
  ])('refuses a window of no day or beyond what is kept: %j', async (windowDays, path) => {
    const asked = answerFixCurve(asker(), { period: march, windowDays })
    await expect(asked).rejects.toMatchObject({ problem: { code: 'OUT_OF_RANGE', path } })
  })
})
