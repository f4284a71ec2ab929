import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { type ModelBatch, modelBatch } from '../model/records.ts'
import { testDatabase } from '../support/database.ts'
import { everythingOf } from './snapshot.queries.ts'

const SEED = 20260404
const BATCHES_A_CASE = 5

const { cases } = inject('trials')

let database: Database
let door: Door

beforeAll(async () => {
  database = await testDatabase()
  const settings = { timeZone: 'Europe/Amsterdam', currency: 'EUR', defaultBrand: 'north', contactedDays: 30 }
  const onFailure = (error: unknown) => {
    throw error
  }
  door = openDoor({ database, ...settings, batchRowsMax: 1_000, onFailure })
})
afterAll(async () => {
  await door.close()
  await database.close()
})

/** Rows that are refused: of themselves, beside another of their batch, or for what the database holds. */
const refused = (batch: ModelBatch): fc.Arbitrary<object[]> =>
  fc.subarray<object>([
    { id: '' },
    { id: 'odd', updatedAt: 'yesterday' },
    { ...batch.records[0], brand: 'a second opinion' },
    ...(batch.kind === 'cost-rates' ? [{ id: 'r99', from: '2026-03-01T00:00:00Z', perHour: 1 }] : []),
  ])

const batchAndRefused = modelBatch.chain(batch =>
  refused(batch).map(more => ({ ...batch, records: [...batch.records, ...more] })),
)

/** Now and then a batch comes that came before. */
const history = (length: number) =>
  fc
    .array(fc.tuple(batchAndRefused, fc.option(fc.nat(length), { freq: 6 })), { minLength: length, maxLength: length })
    .map(batches =>
      batches.map(([batch, before], at) => (before === null ? batch : (batches[before % (at + 1)]?.[0] ?? batch))),
    )

const deliver = (kind: ModelBatch['kind'], records: readonly object[], dryRun: boolean): Promise<BatchReceipt> =>
  door.accept(
    { source: 'model', kind, textual: false, dryRun, waitSeconds: 60 },
    records.map((record, index) => ({ line: index + 1, text: JSON.stringify(record), value: null, fault: null })),
  )

test('a dry run tells of any batch what the real run then tells, and leaves nothing behind', {
  timeout: 1_800_000,
}, async () => {
  const [batches = []] = fc.sample(history(cases * BATCHES_A_CASE), { numRuns: 1, seed: SEED })
  const totals = { created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 0 }
  for (const [number, { kind, records }] of batches.entries()) {
    const told = `batch ${number}: ${kind} ${JSON.stringify(records)}`
    const before = await everythingOf(database.owner)
    const dry = await deliver(kind, records, true)
    expect(await everythingOf(database.owner), told).toBe(before)
    expect(await door.receipt(dry.batchId), told).toBeNull()
    const { batchId, ...real } = await deliver(kind, records, false)
    expect({ ...dry, batchId }, told).toEqual({ batchId, ...real })
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += real[name]
  }
  for (const [name, count] of Object.entries(totals)) expect(count, name).toBeGreaterThan(0)
  expect(await audit(database)).toEqual([])
})
