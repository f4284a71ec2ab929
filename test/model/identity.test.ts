import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import { keepApart, mergeByHand, undoMerge } from '../../packages/api/src/ingest/identity/decide.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { cellsOf, contentOf } from './content.queries.ts'
import { derivedDifferences } from './derived.queries.ts'
import { type Sent, sentRecords } from './identities.ts'
import { customerIds, customersOf, duplicatesOf, impossibleCustomers, mergesInForce } from './identity.queries.ts'

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

test.each([1, 3])(
  'identities that name, resemble and contradict each other end in the same customers and figures, in whatever order they come (%i)',
  { timeout: 300_000 },
  async seed => {
    const [records = []] = fc.sample(sentRecords(90), { numRuns: 1, seed })
    const [shuffled = []] = fc.sample(fc.shuffledSubarray(records, { minLength: records.length }), { numRuns: 1, seed })
    const together = await contentAfter(records, records.length)
    expect(await contentAfter(shuffled, 15), 'shuffled').toEqual(together)
  },
)

/** Something that somebody decides; what cannot be done is no fault. */
const decision = fc.record({
  what: fc.constantFrom('merge', 'merge', 'part', 'undo', 'undo'),
  place: fc.nat(),
  other: fc.nat(),
})

test('people who merge, part and undo at any time leave customers and figures as if computed anew', {
  timeout: 300_000,
}, async () => {
  const [records = []] = fc.sample(sentRecords(60), { numRuns: 1, seed: 4 })
  const decisions = fc.sample(decision, { numRuns: 30, seed: 4 })
  await withDoor(async (door, database) => {
    const { owner } = database
    const done: string[] = []
    for (const [number, { what, place, other }] of decisions.entries()) {
      await send(door, records.slice(number * 2, number * 2 + 2))
      const ids = what === 'undo' ? await mergesInForce(owner) : await customerIds(owner)
      if (ids.length < 2) continue
      const [one = '', two = ''] = [ids[place % ids.length], ids[other % ids.length]]
      await door
        .inOneTurn(async sql => {
          const deciding = { sql, settings, decider: { name: 'somebody', seesBrand: () => true } }
          if (what === 'undo') await undoMerge(deciding, one)
          else await (what === 'merge' ? mergeByHand : keepApart)(deciding, [one, two])
          done.push(what)
        })
        .catch(error => {
          expect(error).toMatchObject({ problem: { code: expect.stringMatching(/^(FEW_CUSTOMERS|OTHER_BRAND)$/) } })
        })
      expect(await impossibleCustomers(owner), `after decision ${number}`).toEqual([])
      if (number % 10 === 9) await soundContent(database)
    }
    expect(new Set(done)).toEqual(new Set(['merge', 'part', 'undo']))
  })
})
