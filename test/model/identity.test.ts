import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { cellsOf, contentOf } from './content.queries.ts'
import { derivedDifferences } from './derived.queries.ts'
import { type Sent, sentRecords } from './identities.ts'
import { customersOf, duplicatesOf, impossibleCustomers } from './identity.queries.ts'

const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'north', contactedDays: 30 }

async function withDoor<T>(work: (door: Door, database: Database) => Promise<T>): Promise<T> {
  const database = await testDatabase()
  const onFailure = (error: unknown) => {
    throw error
  }
  const door = openDoor({ database, ...settings, currency: 'EUR', batchRowsMax: 1_000, onFailure })
  try {
    return await work(door, database)
  } finally {
    await door.close()
    await database.close()
  }
}

/** Sends what comes together by kind and source. */
async function send(door: Door, records: readonly Sent[]): Promise<void> {
  const together = Map.groupBy(records, ({ kind, source }) => `${kind} ${source}`)
  for (const [key, some] of together) {
    const [kind, source = ''] = key.split(' ') as [RecordKind, string]
    const rows = some.map(({ record: value }, index) => ({
      line: index + 1,
      text: JSON.stringify(value),
      value,
      fault: null,
    }))
    const receipt = await door.accept({ source, kind, textual: false, waitSeconds: 60 }, rows)
    expect(receipt).toMatchObject({ state: 'loaded', rejections: [] })
  }
}

async function soundContent(database: Database) {
  const { owner } = database
  expect(await impossibleCustomers(owner)).toEqual([])
  expect(await derivedDifferences(owner)).toEqual([])
  expect(await audit(database)).toEqual([])
  return {
    customers: await customersOf(owner),
    duplicates: await duplicatesOf(owner),
    content: await contentOf(owner),
    cells: await cellsOf(owner),
  }
}

/** What a database holds after these records, so many at a time. */
const contentAfter = (records: readonly Sent[], size: number) =>
  withDoor(async (door, database) => {
    for (let from = 0; from < records.length; from += size) await send(door, records.slice(from, from + size))
    return await soundContent(database)
  })

test.each([1, 2, 3])(
  'identities that name, resemble and contradict each other end in the same customers and figures, in whatever order they come (%i)',
  { timeout: 300_000 },
  async seed => {
    const [records = []] = fc.sample(sentRecords(90), { numRuns: 1, seed })
    const [shuffled = []] = fc.sample(fc.shuffledSubarray(records, { minLength: records.length }), { numRuns: 1, seed })
    const together = await contentAfter(records, records.length)
    expect(await contentAfter(shuffled, 15), 'shuffled').toEqual(together)
  },
)
