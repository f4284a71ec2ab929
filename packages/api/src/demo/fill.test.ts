import { afterAll, beforeAll, expect, test } from 'vitest'
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
