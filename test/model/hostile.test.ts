import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import { lockLoads } from '../../packages/api/src/ingest/load/lock.queries.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { testDatabase } from '../support/database.ts'
import {
  hideDeltas,
  identitiesSeenBy,
  longestSurvivors,
  overlaps,
  passRetryTime,
  segmentsOf,
  setReady,
  showDeltas,
  stampedSegments,
  storedRates,
} from './hostile.queries.ts'

let database: Database
let door: Door

beforeAll(async () => {
  database = await testDatabase()
  door = doorOf(database, error => {
    throw error
  })
})

const doorOf = (database: Database, onFailure: (error: unknown) => void) =>
  openDoor({
    database,
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    defaultBrand: 'north',
    contactedDays: 30,
    batchRowsMax: 1_000,
    onFailure,
  })

afterAll(async () => {
  await door.close()
  await database.close()
})

const send = (
  kind: RecordKind,
  records: readonly Record<string, unknown>[],
  { through = door, waitSeconds = 60 } = {},
) =>
  through.accept(
    { source: 'hostile', kind, textual: false, waitSeconds },
    records.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value, fault: null })),
  )

test('a contact whose opening is a placeholder of long ago is refused alone; the others of its batch go on', async () => {
  const receipt = await send('contacts', [
    { id: 'old', channel: 'phone', openedAt: '1900-01-01T00:00:00Z', answeredAt: '2026-03-02T10:00:00Z' },
    { id: 'new', channel: 'phone', openedAt: '2026-03-02T09:59:00Z', answeredAt: '2026-03-02T10:00:00Z' },
  ])
  expect(receipt).toMatchObject({ state: 'loaded', created: 1, rejected: 1 })
  expect(receipt.rejections).toMatchObject([{ line: 1, path: 'answeredAt', code: 'OUT_OF_RANGE' }])
})

test('the dearest rate over the longest handling costs what a cell can hold', async () => {
  await send('cost-rates', [
    { id: 'dear', team: 'dear', from: '2026-01-01T00:00:00Z', perHour: 10_000_000, overheadShare: 100 },
  ])
  const receipt = await send('contacts', [
    { id: 'dear', channel: 'phone', team: 'dear', openedAt: '2026-03-02T10:00:00Z', talkSeconds: 31_622_400 },
  ])
  expect(receipt).toMatchObject({ state: 'loaded', created: 1 })
})

test('refunds follow the segment of their order when its customer comes late', async () => {
  await send('orders', [
    {
      id: 'o1',
      customer: 'late',
      at: '2026-03-02T10:00:00Z',
      amount: 100,
      refunds: [{ at: '2026-03-04T10:00:00Z', amount: 40 }],
    },
  ])
  await send('customers', [{ id: 'late', segment: 'loyal' }])
  expect(await segmentsOf(database.owner, 'o1')).toEqual([{ order: 'loyal', refund: 'loyal' }])
  expect(await audit(database)).toEqual([])
})

test('segments at a fact are the same whether versions come in order or late', async () => {
  const months = ['01', '02', '03', '04']
  await send(
    'contacts',
    months.map(month => ({
      id: `stamp${month}`,
      customer: 'stamped',
      channel: 'phone',
      openedAt: `2026-${month}-15T10:00:00Z`,
    })),
  )
  const version = (month: string, segment: string) => [
    { id: 'stamped', segment, updatedAt: `2026-${month}-01T00:00:00Z` },
  ]
  await send('customers', version('01', 'new'))
  await send('customers', version('03', 'new'))
  await send('customers', version('02', 'loyal'))
  expect(await stampedSegments(database.owner)).toEqual(['new', 'loyal', 'new', 'new'])
})

test('a rate that is refused stays in force as it was, and nothing else may overlap it', async () => {
  await send('cost-rates', [
    { id: 'a', team: 'T', from: '2026-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z', perHour: 10 },
    { id: 'b', team: 'T', from: '2026-06-01T00:00:00Z', perHour: 20 },
  ])
  const receipt = await send('cost-rates', [
    { id: 'c', team: 'T', from: '2026-02-01T00:00:00Z', to: '2026-05-01T00:00:00Z', perHour: 30 },
    { id: 'a', team: 'T', from: '2026-07-01T00:00:00Z', perHour: 10 },
  ])
  expect(await overlaps(database.owner)).toEqual([])
  expect(receipt).toMatchObject({ received: 2, rejected: 2, created: 0, updated: 0 })
  expect(await storedRates(database.owner)).not.toContain('c')
})

test('a deletion that is sent again is unchanged, and still outweighs an image from between', async () => {
  await send('orders', [{ id: 'gone', customer: 'x', at: '2026-03-02T10:00:00Z', amount: 1 }])
  await send('customers', [{ id: 'forgotten', name: 'Somebody' }])
  for (const [kind, id] of [
    ['orders', 'gone'],
    ['customers', 'forgotten'],
    ['cost-rates', 'b'],
  ] as const) {
    const deletion = (updatedAt: string) => send(kind, [{ id, deletedAt: '2099-03-03T10:00:00Z', updatedAt }])
    expect(await deletion('2099-01-01T00:00:00Z')).toMatchObject({ updated: 1 })
    expect(await deletion('2099-03-01T00:00:00Z')).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  }
  const between = { customer: 'x', at: '2026-03-02T10:00:00Z', amount: 1, updatedAt: '2099-02-01T00:00:00Z' }
  expect(await send('orders', [{ id: 'gone', ...between }])).toMatchObject({ created: 0, unchanged: 1 })
})

test('a day of 1900 makes no cell longer than a question can ask', async () => {
  await send('customers', [{ id: 'ancient', acquiredAt: '1900-01-02T00:00:00Z' }])
  await send('orders', [{ id: 'recent', customer: 'ancient', at: '2026-03-02T10:00:00Z', amount: 5 }])
  await compact(database, 1)
  expect(await longestSurvivors(database.owner)).toBeLessThan(10_000)
  expect(await audit(database)).toEqual([])
})

/** No load has its turn until what this gives is called. */
async function holdLoads(): Promise<() => Promise<void>> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const { promise: locked, resolve: lock } = Promise.withResolvers<void>()
  const holding = database.owner.begin(async sql => {
    await lockLoads(sql)
    lock()
    await released
  })
  await locked
  return async () => {
    release()
    await holding
  }
}

test('beyond what may wait at hand a batch waits in the inbox alone, however long its sender would wait', async () => {
  const patient = doorOf(database, () => {})
  const release = await holdLoads()
  const text = 'a long story '.repeat(1_500)
  const large = (batch: number) =>
    Array.from({ length: 1_000 }, (_, row) => ({
      id: `story ${batch} ${row}`,
      channel: 'email',
      openedAt: '2026-03-02T10:00:00Z',
      text,
    }))
  const waiting = await Promise.all(
    [0, 1, 2, 3].map(batch => send('contacts', large(batch), { through: patient, waitSeconds: 0 })),
  )
  const beyond = await send('contacts', [{ id: 'last', channel: 'chat', openedAt: '2026-03-02T10:00:00Z' }], {
    through: patient,
    waitSeconds: 3_600,
  })
  expect([...waiting, beyond].map(({ state }) => state)).toEqual(Array(5).fill('queued'))
  await release()
  await patient.recover(0)
  expect(await patient.receipt(beyond.batchId)).toMatchObject({ state: 'loaded', created: 1 })
  await patient.close()
})

test('loads that wait for their turn leave connections to answer with', async () => {
  const few = await openDatabase({ url: database.url, ownerConnectionsMax: 2 })
  const crowded = doorOf(few, () => {})
  const release = await holdLoads()
  const receipts = await Promise.all(
    Array.from({ length: 6 }, (_, number) =>
      send('customers', [{ id: `crowd${number}` }], { through: crowded, waitSeconds: 0 }),
    ),
  )
  expect(receipts.map(({ state }) => state)).toEqual(Array(6).fill('queued'))
  await release()
  await crowded.recover(0)
  for (const { batchId } of receipts)
    expect(await crowded.receipt(batchId)).toMatchObject({ state: 'loaded', created: 1 })
  await crowded.close()
  await few.close()
})

test('a batch whose loads fail keeps its other tries for later, however often it is looked for', async () => {
  const failures: unknown[] = []
  const patient = doorOf(database, error => failures.push(error))
  await hideDeltas(database.owner)
  const { batchId } = await send('orders', [{ id: 'patient', customer: 'p', at: '2026-03-02T10:00:00Z', amount: 1 }], {
    through: patient,
  })
  await patient.recover(0)
  await patient.recover(0)
  expect(await patient.receipt(batchId)).toMatchObject({ state: 'queued' })
  expect(failures).toHaveLength(1)
  await showDeltas(database.owner)
  await passRetryTime(database.owner)
  expect(await patient.recover(0)).toBe(1)
  expect(await patient.receipt(batchId)).toMatchObject({ state: 'loaded', created: 1 })
  await patient.close()
})

test('a customer whom only facts of one brand name is seen by that brand alone, and stays there when it is deleted', async () => {
  const namesSeenBy = (brand: string) => identitiesSeenBy(database, brand, 'southerner')
  await send('contacts', [
    { id: 'south', customer: 'southerner', channel: 'phone', brand: 'south', openedAt: '2026-03-02T10:00:00Z' },
  ])
  expect(await namesSeenBy('north')).toBe(0)
  expect(await namesSeenBy('south')).toBe(1)
  await send('customers', [{ id: 'southerner', brand: 'south', name: 'Somebody' }])
  await send('customers', [{ id: 'southerner', deletedAt: '2026-03-03T10:00:00Z' }])
  expect(await namesSeenBy('north')).toBe(0)
  expect(await namesSeenBy('south')).toBe(1)
})

test('a customer whom facts of two brands name lives in the same brand, whichever comes first', async () => {
  const named = (customer: string, brand: string) =>
    send('contacts', [
      { id: `${customer} ${brand}`, customer, channel: 'phone', brand, openedAt: '2026-03-02T10:00:00Z' },
    ])
  await named('north first', 'north')
  await named('north first', 'south')
  await named('south first', 'south')
  await named('south first', 'north')
  for (const customer of ['north first', 'south first']) {
    expect(await identitiesSeenBy(database, 'north', customer)).toBe(1)
    expect(await identitiesSeenBy(database, 'south', customer)).toBe(0)
  }
})

test('an audit holds only those parts to the records that every cell has', async () => {
  await setReady(database.owner, false)
  expect(await audit(database)).toEqual([])
  await setReady(database.owner, true)
  expect(await audit(database)).toEqual([])
})
