import { afterAll, beforeAll, expect, test } from 'vitest'
import { customersOf, impossibleCustomers, storyOf } from '../../../../test/model/identity.queries.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import type { Database } from '../db/pools.ts'
import { type Settings, settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { type Door, openDoor } from '../ingest/door.ts'
import { audit } from '../ingest/rollup/audit.ts'
import { fillDemo, unfilledDemo } from './fill.ts'

const CUSTOMERS = 40

let database: Database
let settings: Settings
let door: Door

beforeAll(async () => {
  database = await testDatabase()
  settings = await settle(database.owner, readEnvironment({}))
  // Less than the company sends at once.
  door = openDoor({
    ...settings,
    database,
    batchRowsMax: 400,
    onFailure: error => {
      throw error
    },
  })
})
afterAll(async () => {
  await door.close()
  await database.close()
})

test('a fill that is cut off goes on at the next start as the same company, and is done once', async () => {
  const begun = await unfilledDemo(database, settings, { customers: CUSTOMERS })
  if (!begun) throw new Error('An empty database wants a demo company')
  for await (const { share } of fillDemo(database, door, settings, begun)) if (share > 0) break

  const left = await unfilledDemo(database, settings, { customers: 5 })
  expect(left).toEqual(begun)
  const shares: number[] = []
  for await (const { share } of fillDemo(database, door, settings, begun)) shares.push(share)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual([...shares].sort((one, other) => one - other))
  expect(await unfilledDemo(database, settings)).toBeNull()
  expect(await audit(database)).toEqual([])
})

test('Anja, whom the web, the shop and the CRM know under an id each, is one customer with her whole story', async () => {
  const known = await customersOf(database.owner)
  expect(known.filter(ids => ids.includes('C-48213'))).toEqual(['crm C-48213, shop 10021, web v-8f3c21'])
  expect(await storyOf(database.owner, 'crm', 'C-48213')).toEqual({
    name: 'Anja de Vries',
    interactions: 14,
    journeys: 4,
    contacts: 3,
    orders: 4,
    answers: 6,
    surveys: 7,
    merges: 2,
  })
  expect(await impossibleCustomers(database.owner)).toEqual([])
})
