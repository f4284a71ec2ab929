import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { derivedDifferences } from '../model/derived.queries.ts'
import { testDatabase } from '../support/database.ts'
import { type Harm, openProxy, type PostgresProxy } from './postgres-proxy.ts'
import { deliveriesOf, snapshotOf } from './snapshot.queries.ts'
import { firstBatch, kinds, nextBatch } from './story.ts'

const HARMS: readonly Harm[] = ['refused', 'cut before', 'cut after']

const settings = { timeZone: 'Europe/Amsterdam', currency: 'EUR', defaultBrand: 'north', contactedDays: 30 }

const { statementStep, statementsMax } = inject('trials')

let database: Database
let proxy: PostgresProxy
let proxied: Database
let door: Door

beforeAll(async () => {
  database = await testDatabase()
  proxy = await openProxy(database.url)
  // On one connection statements come in one order.
  proxied = await openDatabase({ url: proxy.url, ownerConnectionsMax: 1, readerConnectionsMax: 1 })
  door = openDoor({ database: proxied, ...settings, batchRowsMax: 1_000, onFailure: () => {} })
})
afterAll(async () => {
  await door.close()
  await proxied.close()
  await proxy.close()
  await database.close()
})

const deliver = (kind: RecordKind, key: string, records: readonly object[]): Promise<BatchReceipt> =>
  door.accept(
    { source: 'story', kind, textual: false, idempotencyKey: key, waitSeconds: 60 },
    records.map((record, index) => ({ line: index + 1, text: JSON.stringify(record), value: null, fault: null })),
  )

const keyOf = (kind: RecordKind, number: number) => `${kind} ${number}`
const deliverNext = (kind: RecordKind, number: number) => deliver(kind, keyOf(kind, number), nextBatch(kind, number))

/** The next batch of a kind, whose n-th statement fails; then again, as a sender does. Gives whether it has so many. */
async function tryHarm(kind: RecordKind, number: number, n: number, how: Harm): Promise<boolean> {
  const { owner } = database
  const kept = () => deliveriesOf(owner, 'story', keyOf(kind, number))
  const whole = [{ state: 'loaded', settled: 4 }]
  const before = await snapshotOf(owner)
  proxy.harm(n, how)
  const told = await deliverNext(kind, number).catch((error: Error) => error)
  const { names, done } = proxy.heal()
  const place = `${kind}: statement ${n}, ${names.at(-1)}, ${how}`
  const between = await snapshotOf(owner)
  const keptBetween = await kept()
  if (between !== before) expect(keptBetween, place).toEqual(whole)
  else if (keptBetween.length > 0) expect(keptBetween, place).toEqual([{ state: 'queued', settled: 0 }])
  if (!(told instanceof Error)) expect(keptBetween, place).toMatchObject([{ state: told.state }])

  const receipt = await deliverNext(kind, number)
  expect(receipt, place).toMatchObject({ state: 'loaded', received: 4, created: 1, updated: 2, rejected: 1 })
  const after = await snapshotOf(owner)
  if (between === before) expect(after, place).not.toBe(before)
  else expect(after, place).toBe(between)
  expect(await deliverNext(kind, number), place).toEqual(receipt)
  expect(await snapshotOf(owner), place).toBe(after)
  expect(await kept(), place).toEqual(whole)
  return done
}

/** Harms one statement after the other, of one batch each; gives how many were harmed. */
async function harmEach(kind: RecordKind, from: number): Promise<number> {
  for (let number = 1; number <= statementsMax; number += 1) {
    const n = from + (number - 1) * statementStep
    if (!(await tryHarm(kind, number, n, HARMS[(n + from) % HARMS.length] ?? 'refused'))) return number - 1
  }
  return statementsMax
}

test(`of a batch of each of the ${kinds.length} kinds, whichever statement fails, all is in or nothing; sent again it is in once`, {
  timeout: 3_600_000,
}, async () => {
  for (const kind of kinds) {
    expect(await deliver(kind, kind, firstBatch(kind)), kind).toMatchObject({
      state: 'loaded',
      created: 2,
      rejected: 0,
    })
  }
  const harmed: [RecordKind, number][] = []
  for (const [index, kind] of kinds.entries()) harmed.push([kind, await harmEach(kind, 1 + (index % statementStep))])
  for (const [kind, count] of harmed) expect(count, kind).toBeGreaterThan(0)
  while (await rederiveSlice(database, settings));
  expect(await derivedDifferences(database.owner)).toEqual([])
  expect(await audit(database)).toEqual([])
  if (statementsMax === Number.POSITIVE_INFINITY)
    process.stdout.write(`Statements that failed once: ${harmed.join(' ')}\n`)
})
