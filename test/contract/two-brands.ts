import type { RecordKind } from '@tweeluik/schema/records'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { registerParts } from '../../packages/api/src/db/rollup-parts.ts'
import { settle } from '../../packages/api/src/db/settings.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { createToken } from '../../packages/api/src/security/tokens.ts'

export const BRANDS = ['north', 'south'] as const

const ofBrand = (brand: string) => ({
  customers: [
    { id: `${brand}-anja`, brand, name: 'Anja', segment: 'loyal', acquiredAt: '2026-01-05T09:00:00Z' },
    { id: `${brand}-gone`, brand, name: 'Bo', acquiredAt: '2026-01-05T09:00:00Z', churnedAt: '2026-03-01T09:00:00Z' },
  ],
  contacts: [1, 2, 3].map(number => ({
    id: `${brand}-contact-${number}`,
    brand,
    customer: `${brand}-anja`,
    channel: 'phone',
    team: 'A',
    topic: 'bill',
    openedAt: `2026-02-0${number}T10:00:00Z`,
    queueSeconds: 20,
    talkSeconds: 300,
    outcome: 'resolved',
  })),
  feedback: [
    { id: `${brand}-csat`, brand, contact: `${brand}-contact-1`, kind: 'csat', score: 4, at: '2026-02-01T11:00:00Z' },
    {
      id: `${brand}-nps`,
      brand,
      customer: `${brand}-anja`,
      kind: 'relational_nps',
      score: 9,
      at: '2026-02-09T11:00:00Z',
    },
  ],
  orders: [1, 8].map(day => ({
    id: `${brand}-order-${day}`,
    brand,
    customer: `${brand}-anja`,
    at: `2026-02-0${day}T12:00:00Z`,
    amount: '99.95',
    margin: '40',
    refunds: [{ at: '2026-02-10T12:00:00Z', amount: '9.95' }],
  })),
  'cost-rates': [{ id: `${brand}-rate`, brand, team: 'A', from: '2026-01-01T00:00:00Z', perHour: '36' }],
})

/**
 * Records of every kind for two brands, through the door, one of them wrong and one deleted again; partly folded, and
 * with a changed cost rate still to be worked in. Afterwards every table holds rows, of both brands where it has brands.
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
  for (const kind of ['customers', 'contacts', 'orders', 'feedback'] as const)
    receipts.push(await send(kind, [...north[kind], ...south[kind]]))
  await compact(database, 1)

  const shared = { id: 'rate', from: '2026-01-01T00:00:00Z', perHour: '30' }
  receipts.push(await send('cost-rates', [shared, ...north['cost-rates'], ...south['cost-rates']]))
  const deleted = BRANDS.map(brand => ({ id: `${brand}-contact-3`, deletedAt: '2027-01-01T00:00:00Z' }))
  receipts.push(await send('contacts', [...deleted, { id: 'wrong', channel: 'phone', openedAt: 'yesterday' }]))
  await door.close()

  const expiresAt = new Date('2100-01-01T00:00:00Z')
  await createToken(database.owner, { name: 'board', role: 'viewer', brands: ['north'], source: null, expiresAt })
  return receipts
}
