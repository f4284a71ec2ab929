import { afterAll, beforeAll, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerMetrics } from './engine.ts'
import { recordsOf } from './records.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const id = (digit: number) => '11111111-1111-4111-8111-111111111111'.replaceAll('1', String(digit))

/** The last digits of the ids of all records, read one by one. */
async function order(key: string): Promise<string> {
  const asker = askerOf(database)
  const period = { from: '2026-03-01', to: '2026-04-01' }
  const { answers } = await answerMetrics(asker, { keys: [key], period })
  const found: string[] = []
  for (let after: string | null = null, more = true; more && answers[0]; ) {
    const page = await recordsOf(asker, answers[0].total, 1, after)
    found.push(...page.records.map(record => record.id.slice(-1)))
    after = page.endCursor
    more = page.hasNextPage
  }
  return found.join('')
}

test('records come newest first, also within a day and of two kinds; one without a time comes last of its day', async () => {
  const resolved = { resolutionDay: '2026-03-10', resolved: true }
  await plantFacts(database, {
    contact: [
      { ...resolved, id: id(1), resolvedAt: '2026-03-10T11:00:00.123Z' },
      { ...resolved, id: id(2), resolvedAt: null },
      { ...resolved, id: id(3), resolvedAt: '2026-03-10T11:00:00.124Z' },
      { ...resolved, id: id(4), resolutionDay: '2026-03-11', resolvedAt: null },
      { ...resolved, id: id(5), resolvedAt: '2026-03-10T11:00:00.123Z' },
    ],
    contact_event: [{ id: id(6), day: '2026-03-10', at: '2026-03-10T10:00:00Z' }],
  })
  await rebuild(database)
  expect(await order('REOPEN_RATE')).toBe('435162')
})

test('a contact of which several promises were judged at one moment comes once for each, also over pages', async () => {
  const judged = { id: id(7), day: '2026-03-12', judgedAt: '2026-03-12T09:00:00Z' }
  await plantFacts(database, {
    sla_target: [
      { ...judged, target: 'FIRST_RESPONSE', met: true },
      { ...judged, target: 'RESOLUTION', met: true },
      { ...judged, target: 'NEXT_REPLY', met: false },
      { ...judged, target: 'NEXT_REPLY', met: false, startedAt: '2026-03-12T08:00:00.5Z' },
    ],
  })
  await rebuild(database)
  expect(await order('SLA_ATTAINMENT')).toBe('7777')
})
