import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { loadsOf, poison } from './together.queries.ts'

const AT = '2026-03-02T10:00:00Z'
const contact = (id: string, fields: object = {}) => ({
  id,
  customer: 'anja',
  channel: 'chat',
  openedAt: AT,
  ...fields,
})
const event = (id: string, of: string, fields: object = {}) => ({
  id,
  contact: of,
  at: AT,
  type: 'resolved',
  ...fields,
})

let database: Database
let door: Door
const failures: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor({
    database,
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    defaultBrand: 'north',
    contactedDays: 30,
    batchRowsMax: 1_000,
    onFailure: (_error, batchId) => failures.push(batchId),
  })
})
afterAll(async () => {
  await door.close()
  await database.close()
})

/** Sends the batches one behind the other while somebody else has the turn, so that all of them wait for the next. */
async function sendWaiting(kind: RecordKind, batches: readonly (readonly object[])[]): Promise<BatchReceipt[]> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const turn = door.inOneTurn(() => released)
  const receipts: Promise<BatchReceipt>[] = []
  for (const records of batches) {
    const rows = records.map((record, at) => ({ line: at + 1, text: JSON.stringify(record), value: null, fault: null }))
    await new Promise<void>(onTurn => {
      receipts.push(door.accept({ source: 'late', kind, textual: false, waitSeconds: 60, onTurn }, rows))
    })
  }
  release()
  await turn
  return await Promise.all(receipts)
}

const idsOf = (receipts: readonly BatchReceipt[]) => receipts.map(({ batchId }) => batchId)

test('batches that wait are loaded in one transaction, and each is told what it did', async () => {
  const earlier = await sendWaiting('contact-events', [[event('solved', 'first')], [event('lost', 'nowhere')]])
  expect(earlier).toMatchObject([{ waiting: 1 }, { waiting: 1 }])
  expect(await loadsOf(database.owner, idsOf(earlier))).toBe(1)

  const later = await sendWaiting('contacts', [
    [contact('first'), contact('second', { outcome: 'unresolved' }), { id: 'bad' }],
    [contact('third'), { id: 'older', deletedAt: AT }],
    [contact('first', { outcome: 'abandoned', updatedAt: '2020-01-01T00:00:00Z' })],
  ])
  expect(later).toMatchObject([
    { received: 3, created: 2, rejected: 1, rejections: [{ line: 3 }], notices: [] },
    { received: 2, created: 2, rejected: 0, rejections: [] },
    { received: 1, unchanged: 1 },
  ])
  // The third holds a record of the first: what it did is told by itself.
  expect(await loadsOf(database.owner, idsOf(later.slice(0, 2)))).toBe(1)
  expect(await loadsOf(database.owner, idsOf(later))).toBe(2)
  expect(await door.receipt(earlier[0]?.batchId ?? '')).toMatchObject({ created: 1, waiting: 0 })

  const contradicting = await sendWaiting('contact-events', [
    [event('again', 'third')],
    [event('opened', 'third', { type: 'opened' }), event('closed', 'second')],
  ])
  expect(contradicting).toMatchObject([
    { created: 1, notices: [] },
    { created: 2, notices: [{ line: 2, code: 'OUTCOME_CONTRADICTS_EVENTS' }] },
  ])
  expect(await audit(database)).toEqual([])
})

test('a batch that cannot be loaded takes none of those down with it that waited with it', async () => {
  await poison(database.owner, 'poison')
  const receipts = await sendWaiting('contacts', [
    [contact('before')],
    [contact('poison'), contact('beside')],
    [contact('after')],
  ])
  expect(receipts).toMatchObject([
    { state: 'loaded', created: 1 },
    { state: 'queued', created: 0 },
    { state: 'loaded', created: 1 },
  ])
  expect(failures).toEqual([receipts[1]?.batchId])
  expect(await audit(database)).toEqual([])
})
