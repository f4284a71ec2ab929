import * as tables from '@tweeluik/schema/tables'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { testDatabase } from '../support/database.ts'
import { BRANDS, fillWithTwoBrands } from './two-brands.ts'

/** Tables of no brand that every reader may see. */
const OF_ANY_READER = ['ingest_batches', 'rederivations', 'rollup_parts', 'settings']

const ownerOnly: readonly string[] = tables.OWNER_ONLY_TABLES
const everyTable = Object.values(tables)
  .filter(table => is(table, PgTable))
  .map(table => ({ name: getTableName(table), branded: 'brand' in getTableColumns(table) }))
const readable = everyTable.filter(({ name }) => !ownerOnly.includes(name))
const branded = readable.filter(table => table.branded)

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await fillWithTwoBrands(database)
})
afterAll(() => database.close())

/** The brands of the rows that a reader with these brands sees; null for a row of none. */
async function brandsSeen(name: string, brands: readonly string[]): Promise<readonly (string | null)[]> {
  const [rows] = await database.asReader(brands, sql => [
    sql<{ brand: string | null }[]>`select brand from ${sql(name)}`,
  ])
  return rows.map(({ brand }) => brand)
}

test('the database has exactly the tables of the schema', async () => {
  const rows = await database.owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
  expect(rows.map(({ name }) => name).sort()).toEqual(everyTable.map(({ name }) => name).sort())
})

test('a table without brands is the owner’s own, or one of few that tell nothing of a brand', () => {
  const unbranded = readable.filter(table => !table.branded).map(({ name }) => name)
  expect(unbranded.sort()).toEqual(OF_ANY_READER)
})

describe.each(everyTable)('$name', ({ name }) => {
  test('is under row security by a policy, and the owner passes it', async () => {
    const [table] = await database.owner`
      select relrowsecurity as secured, relforcerowsecurity as forced,
        (select count(*)::int from pg_policies where tablename = relname and schemaname = 'public') as policies
      from pg_class where oid = ${name}::regclass`
    expect(table).toEqual({ secured: true, forced: false, policies: 1 })
    expect((await database.owner`select from ${database.owner(name)}`).length).toBeGreaterThan(0)
  })

  test('can be changed by no reader', async () => {
    const [right] = await database.reader`
      select has_table_privilege(${name}, 'insert, update, delete, truncate, references, trigger') as changes`
    expect(right).toEqual({ changes: false })
  })

  test('shows a reader nothing without the setting', async () => {
    const asked = database.reader`select from ${database.reader(name)}`
    if (ownerOnly.includes(name)) await expect(asked).rejects.toMatchObject({ code: '42501' })
    else expect(await asked).toHaveLength(0)
  })
})

describe.each(branded)('$name', ({ name }) => {
  test.each(BRANDS)('shows a reader of %s all rows of this brand and no other', async brand => {
    const seen = await brandsSeen(name, [brand])
    const own = await database.owner`select from ${database.owner(name)} where brand = ${brand}`
    const shared = await database.owner`select from ${database.owner(name)} where brand is null`
    expect(own.length).toBeGreaterThan(0)
    expect(seen.filter(one => one === brand)).toHaveLength(own.length)
    expect(seen.filter(one => one === null)).toHaveLength(shared.length)
    expect(seen).toHaveLength(own.length + shared.length)
  })

  test('shows nothing of a brand to a reader of a brand that does not exist', async () => {
    expect((await brandsSeen(name, ['nowhere'])).filter(brand => brand !== null)).toEqual([])
  })

  test('takes a brand’s name as a whole word, whatever it holds', async () => {
    for (const brand of ['nort', 'NORTH', 'north ', "north' or true --", '{north}', '%'])
      expect((await brandsSeen(name, [brand])).filter(one => one !== null)).toEqual([])
  })
})
