import { afterAll, beforeAll, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerMetrics } from './engine.ts'
import type { QuestionInput } from './question.ts'
import { recordsOf } from './records.ts'

const march = { from: '2026-03-01', to: '2026-04-01' }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  const day = '2026-03-10'
  const on = { openedDay: day, handledDay: day, resolutionDay: day, handled: true, resolved: true }
  const said = { favourable: true, unfavourable: false, resolved: true }
  await plantFacts(database, {
    contact: [
      { ...on, team: 'red', topic: 'bill', segment: 'gold', handleSeconds: 100 },
      { ...on, team: 'red', handleSeconds: 300 },
      { ...on, team: 'blue', segment: 'gold', handleSeconds: 500 },
    ],
    order: [
      { day, segment: 'gold' },
      { day, segment: 'silver' },
    ],
    feedback: [
      { ...said, day, team: 'red', segment: 'gold', contacted: true },
      { ...said, day, team: 'blue' },
    ],
  })
  await rebuild(database)
})
afterAll(() => database.close())

/** What each metric is not filtered by, on how many records it stands, and how many these are one by one. */
async function told(input: QuestionInput) {
  const asker = askerOf(database)
  const { answers } = await answerMetrics(asker, { leaveOutUnknown: true, ...input })
  return await Promise.all(
    answers.map(async ({ asked, notFilteredBy, total }) => {
      const { records } = await recordsOf(asker, total, 100, null)
      return [asked.metric.key, notFilteredBy, total.n, records.length]
    }),
  )
}

test('a metric is filtered by what it has, says what it is not filtered by, and opens into the same records', async () => {
  const where = { team: { eq: 'red' }, segment: { eq: 'gold' } }
  expect(await told({ keys: ['CONTACTS', 'ORDERS', 'CSAT'], period: march, where })).toEqual([
    ['CONTACTS', [], 1, 1],
    ['ORDERS', ['TEAM'], 1, 1],
    ['CSAT', [], 1, 1],
  ])
})

test('two metrics of one fact of which one has less are told each by its own conditions', async () => {
  const where = { team: { eq: 'red' }, topic: { eq: 'bill' } }
  expect(await told({ keys: ['CONTACTS', 'REOPEN_RATE'], period: march, where })).toEqual([
    ['CONTACTS', [], 1, 1],
    ['REOPEN_RATE', ['TOPIC'], 2, 2],
  ])
})

test('a choice between what a metric has and what it has not is left out whole', async () => {
  const where = { or: [{ team: { eq: 'red' } }, { segment: { eq: 'gold' } }], not: { segment: { eq: 'silver' } } }
  expect(await told({ keys: ['ORDERS', 'CONTACTS'], period: march, where })).toEqual([
    ['ORDERS', ['TEAM', 'SEGMENT'], 1, 1],
    ['CONTACTS', [], 3, 3],
  ])
})

test('percentiles stand on the values of each metric under its own conditions', async () => {
  const where = { team: { eq: 'red' }, contacted: { eq: 'true' } }
  const { answers } = await answerMetrics(askerOf(database), {
    keys: ['AHT', 'CSAT'],
    period: march,
    where,
    values: true,
    leaveOutUnknown: true,
  })
  const values = answers.map(({ total }) => [...(total.counts?.().values() ?? [])].reduce((sum, one) => sum + one, 0))
  expect(values).toEqual([2, 1])
})

test('a stage of life that a metric does not have is left out for it alone', async () => {
  const where = { lifecycleStage: { eq: 'NEW' }, team: { eq: 'red' } }
  const { answers } = await answerMetrics(askerOf(database), {
    keys: ['LIFECYCLE', 'CONTACTS'],
    period: march,
    where,
    leaveOutUnknown: true,
  })
  expect(answers.map(({ notFilteredBy, series }) => [notFilteredBy, series.map(({ keys }) => keys[0]?.value)])).toEqual(
    [
      [['TEAM'], ['NEW']],
      [['LIFECYCLE_STAGE'], [undefined]],
    ],
  )
})

test('what it is grouped by every metric must have', async () => {
  await expect(told({ keys: ['ORDERS'], period: march, groupBy: ['TEAM'] })).rejects.toMatchObject({
    problem: { code: 'DIMENSION_NOT_KNOWN', path: 'groupBy.0' },
  })
})
