import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { testDatabase } from '../support/database.ts'
import { derivedDifferences } from './derived.queries.ts'
import { derivedAtAll } from './derived-service.queries.ts'
import { catalogues, modelBatch } from './records.ts'

const BATCHES = 180
const CHECKED_EVERY = 20
const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'north', contactedDays: 30 }

let database: Database
let door: Door

beforeAll(async () => {
  database = await testDatabase()
  door = openDoor({
    database,
    ...settings,
    currency: 'EUR',
    batchRowsMax: 1_000,
    onFailure: error => {
      throw error
    },
  })
})

afterAll(async () => {
  await door.close()
  await database.close()
})

const send = (kind: RecordKind, records: readonly Record<string, unknown>[]) =>
  door.accept(
    { source: 'model', kind, textual: false },
    records.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value, fault: null })),
  )

test('records of every kind, in any order, leave all that is derived and every figure as if computed anew', {
  timeout: 300_000,
}, async () => {
  const batches = [...catalogues, ...fc.sample(modelBatch, { numRuns: BATCHES, seed: 20260301 })]
  const told: Record<string, number> = {}
  for (const [number, { kind, records }] of batches.entries()) {
    const receipt = await send(kind, records)
    expect(receipt, `batch ${number}`).toMatchObject({ state: 'loaded', rejections: [] })
    const { received, created, updated, unchanged, waiting, rejected } = receipt
    expect(created + updated + unchanged + waiting + rejected).toBe(received)
    if (number % 7 === 0) await compact(database, 1)
    if (number % CHECKED_EVERY === CHECKED_EVERY - 1) {
      while (await rederiveSlice(database, settings));
      expect(await derivedDifferences(database.owner), `after batch ${number}`).toEqual([])
      expect(await audit(database), `after batch ${number}`).toEqual([])
      for (const [what, rows] of Object.entries(await derivedAtAll(database.owner)))
        told[what] = (told[what] ?? 0) + rows
    }
  }
  expect(Object.entries(told).filter(([, rows]) => rows === 0)).toEqual([])
  await rebuild(database)
  expect(await audit(database)).toEqual([])
})
