import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bareDatabaseOfTest } from '../../../../test/support/database.ts'
import { withServer } from '../../../../test/support/postgres.ts'
import { prepareDatabase, refuseOldServer } from './migrate.ts'

const prepare = (url: string, migrationsDir?: string) =>
  prepareDatabase({ url, ownerOnlyTables: OWNER_ONLY_TABLES, migrationsDir })

/** Migrations as drizzle keeps them: a journal, and one SQL file each. */
async function migrations(statements: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const entries = Object.keys(statements).map((tag, idx) => ({
    idx,
    version: '7',
    when: 1000 + idx,
    tag,
    breakpoints: true,
  }))
  await mkdir(join(folder, 'meta'))
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  for (const [tag, statement] of Object.entries(statements)) await writeFile(join(folder, `${tag}.sql`), statement)
  return folder
}

const skeletonFile = join(import.meta.dirname, '../../../schema/migrations/0000_skeleton.sql')
const skeleton = { '0000_skeleton': await readFile(skeletonFile, 'utf8') }

describe('a database', () => {
  test('gets what it lacks, once', async () => {
    const url = await bareDatabaseOfTest()
    const first = await migrations(skeleton)
    const second = await migrations({ ...skeleton, '0001_visits': 'create table visits (at date)' })
    expect(await prepare(url, first)).toBe(1)
    expect(await prepare(url, second)).toBe(1)
    expect(await prepare(url, second)).toBe(0)
  })

  test('is prepared once by servers that start at the same time', async () => {
    const url = await bareDatabaseOfTest()
    const applied = await Promise.all([prepare(url), prepare(url), prepare(url)])
    expect(applied.filter(count => count > 0)).toHaveLength(1)
  })

  test('is left as it was by a migration that fails half-way', async () => {
    const url = await bareDatabaseOfTest()
    const folder = await migrations({ ...skeleton, '0001_broken': 'create table visits (at nonsense)' })
    await expect(prepare(url, folder)).rejects.toThrow()
    const [row] = await withServer(url, sql => sql`select to_regclass('secrets') as secrets`)
    expect(row).toEqual({ secrets: null })
  })
})

describe('one sentence, no stack, for a database that', () => {
  test('a newer Tweeluik has changed', async () => {
    const url = await bareDatabaseOfTest()
    const folder = await migrations({ ...skeleton, '0001_visits': 'create table visits (at date)' })
    await prepare(url, folder)
    await expect(prepare(url, await migrations(skeleton))).rejects.toMatchObject({
      problem: { code: 'DATABASE_TOO_NEW', message: expect.stringContaining('1 migration') },
    })
  })

  test('is on a server older than 15', () => {
    expect(() => refuseOldServer({ number: 140_019, name: '14.19' })).toThrow('This server is PostgreSQL 14.19')
    expect(() => refuseOldServer({ number: 150_000, name: '15.0' })).not.toThrow()
  })

  test('is not there', async () => {
    const url = new URL(await bareDatabaseOfTest())
    url.pathname = 'no_such_database'
    await expect(prepare(url.href)).rejects.toMatchObject({ problem: { code: 'DATABASE_MISSING' } })
  })

  test('refuses the password, which the sentence does not repeat', async () => {
    const url = new URL(await bareDatabaseOfTest())
    url.password = 'guessed-wrong'
    const failure = await prepare(url.href).catch(error => error)
    expect(failure).toMatchObject({ problem: { code: 'DATABASE_REFUSED' } })
    expect(JSON.stringify(failure.problem)).not.toContain('guessed-wrong')
  })

  test('cannot be reached', async () => {
    await expect(prepare('postgres://a:b@127.0.0.1:1/c')).rejects.toMatchObject({
      problem: { code: 'DATABASE_UNREACHABLE', message: expect.stringContaining('127.0.0.1:1') },
    })
  })
})
