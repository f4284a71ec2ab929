import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { judgeOverdue } from '../../packages/api/src/ingest/load/overdue.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { contentOf } from './content.queries.ts'
import { derivedDifferences } from './derived.queries.ts'
import { type ModelBatch, type ModelRecord, modelHistory } from './records.ts'

const SENDERS = 4
const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'north', contactedDays: 30 }

type Version = { kind: RecordKind; record: ModelRecord }

/** Deliveries of at most so many versions; what comes together is sent kind by kind. */
function batchesOf(versions: readonly Version[], size: number): ModelBatch[] {
  const batches: ModelBatch[] = []
  for (let from = 0; from < versions.length; from += size) {
    const together = Map.groupBy(versions.slice(from, from + size), ({ kind }) => kind)
    for (const [kind, some] of together) batches.push({ kind, records: some.map(({ record }) => record) })
  }
  return batches
}

/** What a database holds after these batches, one after the other. */
async function contentAfter(batches: readonly ModelBatch[]): Promise<string[]> {
  const database = await testDatabase()
  const door = openDoor({
    database,
    ...settings,
    currency: 'EUR',
    batchRowsMax: 1_000,
    onFailure: error => {
      throw error
    },
  })
  try {
    for (const { kind, records } of batches) {
      const rows = records.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value, fault: null }))
      const receipt = await door.accept({ source: 'test', kind, textual: false, waitSeconds: 60 }, rows)
      expect(receipt).toMatchObject({ state: 'loaded', rejections: [] })
    }
    return await settledContent(database)
  } finally {
    await door.close()
    await database.close()
  }
}

/** What it holds when four senders have sent them at once, by two servers. */
async function contentAfterSenders(batches: readonly ModelBatch[]): Promise<string[]> {
  const database = await testDatabase()
  const beside = await openDatabase({ url: database.url, ownerConnectionsMax: 4, readerConnectionsMax: 2 })
  const variables = { TWEELUIK_DEFAULT_BRAND: settings.defaultBrand }
  const servers = [await testServer({ database, variables }), await testServer({ database: beside, variables })]
  const left = [...batches]
  const sendOn = async (server: TestServer | undefined) => {
    for (let batch = left.shift(); batch; batch = left.shift()) await server?.ingest(batch.kind, batch.records)
  }
  try {
    await Promise.all(Array.from({ length: SENDERS }, (_, sender) => sendOn(servers[sender % servers.length])))
  } finally {
    // What a server has in hand behind the loads is finished before anybody looks: others pass over it.
    for (const server of servers) await server.close()
    await beside.close()
  }
  try {
    return await settledContent(database)
  } finally {
    await database.close()
  }
}

/** What goes on behind the loads is done first. */
async function settledContent(database: Database): Promise<string[]> {
  while ((await rederiveSlice(database, settings)) || (await judgeOverdue(database, settings)));
  expect(await derivedDifferences(database.owner)).toEqual([])
  expect(await audit(database)).toEqual([])
  return await contentOf(database.owner)
}

async function expectOneEnd(of: fc.Arbitrary<Version[]>, seed: number): Promise<void> {
  const [history = []] = fc.sample(of, { numRuns: 1, seed })
  const shuffling = fc.shuffledSubarray(history, { minLength: history.length })
  const [shuffled = []] = fc.sample(shuffling, { numRuns: 1, seed })
  const inOrder = await contentAfter(batchesOf(history, 60))
  expect(inOrder.length).toBeGreaterThan(history.length)
  expect(await contentAfter(batchesOf(shuffled, 25)), 'shuffled').toEqual(inOrder)
  expect(await contentAfter(batchesOf(history.toReversed(), history.length)), 'all together').toEqual(inOrder)
  expect(await contentAfterSenders(batchesOf(shuffled, 9)), 'by four senders and two servers').toEqual(inOrder)
}

test(
  'a history ends in the same content, in whatever order and deliveries its versions come',
  { timeout: 300_000 },
  () => expectOneEnd(modelHistory(220), 1),
)

const customersAndContacts = fc.constantFrom<RecordKind>('customers', 'contacts')

test.each([1, 2])('so does history %i of customers who are named, told and deleted', { timeout: 300_000 }, seed =>
  expectOneEnd(modelHistory(80, customersAndContacts), seed),
)
