import { recordId } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { registerParts } from '../../packages/api/src/db/rollup-parts.ts'
import { settle } from '../../packages/api/src/db/settings.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { insertDecisions } from '../../packages/api/src/ingest/identity/decide.queries.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { saveState } from '../../packages/api/src/ingest/singer/states.queries.ts'
import { dueFits, makeFits } from '../../packages/api/src/lifetime/refit.ts'
import { createToken } from '../../packages/api/src/security/tokens.ts'

export const BRANDS = ['north', 'south'] as const

/** In the order in which they are sent. */
const ofBrand = (brand: string) => {
  const id = (name: string) => `${brand}-${name}`
  const [anja, call, map, chat] = [id('anja'), id('contact-1'), id('map'), id('chat')]
  return {
    touchpoints: [{ id: chat, brand, name: 'Chat', channel: 'chat', stage: 'use' }],
    triggers: [{ id: id('late'), brand, name: 'Late parcel', department: 'logistics' }],
    'journey-maps': [
      {
        id: map,
        brand,
        name: 'Buying',
        steps: [{ touchpoint: chat, stage: 'buy' }],
        stages: [{ id: 'buy', name: 'Buy' }],
      },
    ],
    calendars: [
      {
        id: id('hours'),
        brand,
        zone: 'Europe/Amsterdam',
        hours: { mon: [['09:00', '17:00']] },
        from: '2026-01-01T00:00:00Z',
      },
    ],
    'sla-policies': [
      { id: id('policy'), brand, version: 1, from: '2026-01-01T00:00:00Z', where: {}, resolutionSeconds: 3_600 },
    ],
    'exchange-rates': [{ id: id('dollar'), brand, from: 'USD', to: 'EUR', day: '2026-02-01', rate: 0.9 }],
    annotations: [{ id: id('invoice'), brand, name: 'New invoice', from: '2026-02-01', to: '2026-02-15' }],
    customers: [
      { id: anja, brand, name: 'Anja', segment: 'loyal', acquiredAt: '2026-01-05T09:00:00Z' },
      { id: id('gone'), brand, name: 'Bo', acquiredAt: '2026-01-05T09:00:00Z', churnedAt: '2026-03-01T09:00:00Z' },
      { id: id('twin'), brand, email: 'twin@example.com', sameAs: [{ source: 'shop', id: anja }] },
      { id: id('double'), brand, email: 'twin@example.com' },
    ],
    journeys: [{ id: id('journey'), brand, customer: anja, map, startedAt: '2026-02-01T08:00:00Z' }],
    interactions: [
      {
        id: id('visit'),
        brand,
        customer: anja,
        touchpoint: chat,
        journey: id('journey'),
        at: '2026-02-01T09:00:00Z',
      },
    ],
    contacts: [1, 2, 3].map(number => ({
      id: id(`contact-${number}`),
      brand,
      customer: anja,
      channel: 'phone',
      team: 'A',
      topic: 'bill',
      openedAt: `2026-02-0${number}T10:00:00Z`,
      queueSeconds: 20,
      talkSeconds: 300,
      outcome: number === 1 ? 'unresolved' : 'resolved',
      journey: id('journey'),
    })),
    'contact-events': [
      { id: id('solved'), brand, contact: call, type: 'resolved', at: '2026-02-01T10:30:00Z' },
      { id: id('waits'), brand, contact: id('never'), type: 'resolved', at: '2026-02-01T10:30:00Z' },
    ],
    surveys: [{ id: id('survey'), brand, customer: anja, contact: call, kind: 'csat', sentAt: '2026-02-01T10:45:00Z' }],
    feedback: [
      {
        id: id('csat'),
        brand,
        contact: call,
        survey: id('survey'),
        kind: 'csat',
        score: 4,
        at: '2026-02-01T11:00:00Z',
      },
      { id: id('nps'), brand, customer: anja, kind: 'relational_nps', score: 9, at: '2026-02-09T11:00:00Z' },
    ],
    'quality-reviews': [
      {
        id: id('review'),
        brand,
        contact: call,
        at: '2026-02-03T11:00:00Z',
        items: [{ name: 'Greets', weight: 1, score: 1, max: 1 }],
      },
    ],
    exposures: [{ id: id('exposure'), brand, customer: anja, trigger: id('late'), at: '2026-02-01T07:00:00Z' }],
    orders: [1, 8].map(day => ({
      id: id(`order-${day}`),
      brand,
      customer: anja,
      at: `2026-02-0${day}T12:00:00Z`,
      amount: '99.95',
      margin: '40',
      refunds: [{ at: '2026-02-10T12:00:00Z', amount: '9.95' }],
    })),
    investments: [
      { id: id('training'), brand, at: '2026-02-01T12:00:00Z', amount: 1_000, purpose: 'service', lens: 'cx' },
    ],
  } satisfies Partial<Record<RecordKind, readonly Readonly<Record<string, unknown>>[]>>
}

const rateOf = (brand: string) => ({
  id: `${brand}-rate`,
  brand,
  team: 'A',
  from: '2026-01-01T00:00:00Z',
  perHour: '36',
})

/**
 * Records of every kind for two brands, through the door, one of them wrong, some waiting, some deleted again; partly
 * folded, and with a changed cost rate still to be worked in. Afterwards every table holds rows, of both brands where it
 * has brands.
 */
export async function fillWithTwoBrands(database: Database): Promise<readonly BatchReceipt[]> {
  await registerParts(database.owner)
  const settings = await settle(database.owner, readEnvironment({}))
  const door = openDoor({
    database,
    ...settings,
    batchRowsMax: 100,
    onFailure: error => {
      throw error
    },
  })
  const send = (kind: RecordKind, records: readonly Readonly<Record<string, unknown>>[]) =>
    door.accept(
      { source: 'shop', kind, textual: false },
      records.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value, fault: null })),
    )
  const [north, south] = [ofBrand('north'), ofBrand('south')]
  const receipts: BatchReceipt[] = []
  for (const kind of Object.keys(north) as (keyof typeof north)[])
    receipts.push(await send(kind, [...north[kind], ...south[kind]]))
  await compact(database, 1)

  const shared = { id: 'rate', from: '2026-01-01T00:00:00Z', perHour: '30' }
  receipts.push(await send('cost-rates', [shared, ...BRANDS.map(rateOf)]))
  const deleted = BRANDS.map(brand => ({ id: `${brand}-contact-3`, deletedAt: '2027-01-01T00:00:00Z' }))
  receipts.push(await send('contacts', [...deleted, { id: 'wrong', channel: 'phone', openedAt: 'yesterday' }]))
  await door.close()
  const [one = '', other = ''] = [
    recordId('customer', 'shop', 'north-gone'),
    recordId('customer', 'shop', 'north-double'),
  ]
  await database.owner.begin(sql => insertDecisions(sql, one, [other], false, 'board'))
  const fits = await dueFits(database, settings)
  await Array.fromAsync(makeFits(database, settings, fits.slice(0, BRANDS.length + 1)))
  await saveState(database.owner, { source: 'shop', job: 'nightly' }, { page: 3 })

  const expiresAt = new Date('2100-01-01T00:00:00Z')
  await createToken(database.owner, { name: 'board', role: 'viewer', brands: ['north'], source: null, expiresAt })
  return receipts
}
