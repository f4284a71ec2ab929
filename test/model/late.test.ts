import type { RecordKind } from '@tweeluik/schema/records'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { testDatabase } from '../support/database.ts'
import { cellsOf, contentOf, placesOf } from './content.queries.ts'
import { derivedDifferences } from './derived.queries.ts'

const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'north', contactedDays: 30 }

const inMarch = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`
const [journey, touchpoint, contact] = ['trip', 'chat', 'call']

/** One small world, in the order in which it is best sent. */
const world: [kind: RecordKind, records: object[]][] = [
  [
    'touchpoints',
    [
      { id: 'chat', name: 'Chat', channel: 'chat', stage: 'use' },
      { id: 'blog', name: 'Blog', channel: 'web', stage: 'orient' },
    ],
  ],
  ['triggers', [{ id: 'late', name: 'Late parcel', department: 'logistics', avoidable: true }]],
  [
    'journey-maps',
    [{ id: 'buying', name: 'Buying', steps: [{ touchpoint, stage: 'buy' }], stages: [{ id: 'buy', name: 'Buy' }] }],
  ],
  ['cost-rates', [{ id: 'hour', from: '2026-01-01T00:00:00Z', perHour: 36 }]],
  ['exchange-rates', [{ id: 'dollar', from: 'USD', to: 'EUR', day: '2026-03-08', rate: 0.9 }]],
  ['customers', [{ id: 'anja', segment: 'loyal', country: 'NL', acquiredAt: '2025-03-01T00:00:00Z' }]],
  ['journeys', [{ id: journey, customer: 'anja', map: 'buying', startedAt: inMarch(1) }]],
  ['interactions', [{ id: 'visit', customer: 'anja', touchpoint: 'blog', journey, at: inMarch(2) }]],
  [
    'contacts',
    [
      {
        id: contact,
        customer: 'anja',
        channel: 'chat',
        openedAt: inMarch(3),
        journey,
        touchpoint,
        trigger: 'late',
        order: 'shoes',
        talkSeconds: 600,
      },
      {
        id: 'other',
        customer: 'anja',
        channel: 'phone',
        openedAt: inMarch(5),
        journey,
        trigger: 'late',
        talkSeconds: 300,
      },
    ],
  ],
  [
    'contact-events',
    [
      { id: 'seen', contact, at: inMarch(4), type: 'channel_switched', channel: 'video' },
      { id: 'solved', contact, at: inMarch(6), type: 'resolved' },
    ],
  ],
  ['surveys', [{ id: 'asked', contact, kind: 'csat', sentAt: inMarch(6) }]],
  [
    'feedback',
    [
      { id: 'about', contact, survey: 'asked', kind: 'csat', score: 5, at: inMarch(7) },
      { id: 'own', customer: 'anja', journey, touchpoint, kind: 'ces', score: 6, at: inMarch(7) },
    ],
  ],
  [
    'quality-reviews',
    [{ id: 'review', contact, at: inMarch(8), items: [{ name: 'Greets', weight: 1, score: 1, max: 2 }] }],
  ],
  ['orders', [{ id: 'shoes', customer: 'anja', at: inMarch(8), amount: 100, currency: 'USD' }]],
]

/** Loads these deliveries into a database of their own, and does what is left to be derived. */
async function loaded(deliveries: typeof world): Promise<Database> {
  const database = await testDatabase()
  const door = openDoor({
    database,
    ...settings,
    currency: 'EUR',
    batchRowsMax: 100,
    onFailure: error => {
      throw error
    },
  })
  for (const [kind, records] of deliveries) {
    const rows = records.map((record, index) => {
      const value = { updatedAt: '2026-02-01T00:00:00Z', ...record }
      return { line: index + 1, text: JSON.stringify(value), value, fault: null }
    })
    expect(await door.accept({ source: 'shop', kind, textual: false, waitSeconds: 60 }, rows)).toMatchObject({
      state: 'loaded',
      rejected: 0,
    })
  }
  await door.close()
  while (await rederiveSlice(database, settings));
  return database
}

describe('what comes after the facts that name it leaves every fact and figure as if it had come first:', () => {
  let inOrder: { content: string[]; cells: string[] }
  beforeAll(async () => {
    const database = await loaded(world)
    expect(await placesOf(database.owner)).toEqual({
      interaction: 'orient',
      contacts: ['buy', 'orient'],
      feedback: ['buy', 'buy'],
      events: ['video', 'video'],
      review: 'video',
      mapped: [true],
      costs: [60_000, 30_000],
      answered: true,
      contacted: [true, true],
      segments: ['loyal', 'loyal'],
    })
    await compact(database, 1)
    inOrder = { content: await contentOf(database.owner), cells: await cellsOf(database.owner) }
    expect(inOrder.cells.length).toBeGreaterThan(100)
    await database.close()
  })

  const named = [
    'touchpoints',
    'triggers',
    'journey-maps',
    'cost-rates',
    'customers',
    'journeys',
    'interactions',
    'contacts',
    'surveys',
    'orders',
  ]
  test.each([...named.map(kind => [kind]), ['all of them, the other way round']])('%s', async late => {
    const last = world.filter(([kind]) => kind === late)
    const deliveries = last.length > 0 ? [...world.filter(([kind]) => kind !== late), ...last] : world.toReversed()
    const database = await loaded(deliveries)
    try {
      await compact(database, 1)
      expect(await contentOf(database.owner)).toEqual(inOrder.content)
      expect(await cellsOf(database.owner)).toEqual(inOrder.cells)
      expect(await audit(database)).toEqual([])
    } finally {
      await database.close()
    }
  })
})

test('what is derived anew while a restaging is still to be done takes along all that hangs on it', async () => {
  const updatedAt = '2026-02-02T00:00:00Z'
  const database = await loaded([
    ...world,
    ['feedback', [{ id: 'partner', customer: 'bram', contact, kind: 'csat', score: 3, at: inMarch(9) }]],
    ['journey-maps', [{ id: 'buying', deletedAt: updatedAt, updatedAt }]],
    ['touchpoints', [{ id: 'blog', name: 'Blog', channel: 'web', stage: 'look', updatedAt }]],
    ['customers', [{ id: 'anja', segment: 'lost', updatedAt }]],
  ])
  expect(await placesOf(database.owner)).toMatchObject({
    interaction: 'look',
    contacts: ['use', 'look'],
    feedback: ['use', 'use', 'use'],
    segments: ['lost', 'lost'],
  })
  expect(await derivedDifferences(database.owner)).toEqual([])
  expect(await audit(database)).toEqual([])
  await database.close()
})
