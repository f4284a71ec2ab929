import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { contentOf } from './content.queries.ts'
import { derivedDifferences } from './derived.queries.ts'
import { type ModelBatch, type ModelRecord, modelHistory } from './records.ts'

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

/** What a database holds after these batches. */
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
      const receipt = await door.accept({ source: 'model', kind, textual: false, waitSeconds: 60 }, rows)
      expect(receipt).toMatchObject({ state: 'loaded', rejections: [] })
    }
    while (await rederiveSlice(database, settings));
    expect(await derivedDifferences(database.owner)).toEqual([])
    expect(await audit(database)).toEqual([])
    return await contentOf(database.owner)
  } finally {
    await door.close()
    await database.close()
  }
}

async function expectOneEnd(of: fc.Arbitrary<Version[]>, seed: number): Promise<void> {
  const [history = []] = fc.sample(of, { numRuns: 1, seed })
  const shuffling = fc.shuffledSubarray(history, { minLength: history.length })
  const [shuffled = []] = fc.sample(shuffling, { numRuns: 1, seed })
  const inOrder = await contentAfter(batchesOf(history, 60))
  expect(inOrder.length).toBeGreaterThan(history.length)
  expect(await contentAfter(batchesOf(shuffled, 25)), 'shuffled').toEqual(inOrder)
  expect(await contentAfter(batchesOf(history.toReversed(), history.length)), 'all together').toEqual(inOrder)
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
