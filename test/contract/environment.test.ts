import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { settle } from '../../packages/api/src/db/settings.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { runCli } from '../support/cli.ts'
import { testDatabase } from '../support/database.ts'

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-environment-'))
  file = join(folder, 'customers.csv')
  await writeFile(file, 'id\nanja\n')
})
afterAll(() => rm(folder, { recursive: true }))

const importing = () => ['import', file, '--source', 'crm']

test.each<[string, () => string[]]>([
  ['import', importing],
  ['demo', () => ['demo']],
  ['migrate', () => ['migrate']],
  ['rollup', () => ['rollup', '--audit']],
  ['settings', () => ['settings']],
  ['token', () => ['token', 'list']],
  ['doctor', () => ['doctor']],
  ['stop', () => ['stop']],
])('%s in a wrong environment names every fault at once, does nothing and exits 2', async (_verb, args) => {
  const { exitCode, stdout, stderr } = await runCli(args(), {
    DATABASE_URL: 'shop',
    PORT: '70000',
    TWEELUIK_TIME_ZONE: 'Europe/Utrecht',
    TWEELUIK_DATA_DIR: folder,
  })
  expect(
    stderr
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ')[0]),
  ).toEqual(['DATABASE_URL', 'PORT', 'TWEELUIK_TIME_ZONE'])
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
})

describe.each<[string, () => string[]]>([
  ['start', () => ['start']],
  ['import', importing],
])('%s says in one sentence, without a stack, that its database', (_verb, args) => {
  let database: Database
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  /** The last line; `start` tells its steps above it. */
  async function sentence(environment: Record<string, string>): Promise<string | undefined> {
    const everywhere = { DATABASE_URL: database.url, PORT: '0', TWEELUIK_DATA_DIR: folder }
    const { exitCode, stderr } = await runCli(args(), { ...everywhere, ...environment })
    expect(exitCode).toBe(1)
    expect(stderr).not.toMatch(/^\s+at /m)
    return stderr.trimEnd().split('\n').at(-1)
  }

  test('is not there', async () => {
    const url = new URL(database.url)
    url.pathname = '/gone'
    expect(await sentence({ DATABASE_URL: url.href })).toMatch(
      /^There is no database gone at 127\.0\.0\.1:\d+\. Make it: createdb .+$/,
    )
  })

  test('was derived by other settings', async () => {
    await settle(database.owner, readEnvironment({ TWEELUIK_CURRENCY: 'SEK' }))
    expect(await sentence({ TWEELUIK_CURRENCY: 'DKK' })).toBe(
      'TWEELUIK_CURRENCY is DKK, but the data of this database was derived by SEK. ' +
        'Set TWEELUIK_CURRENCY=SEK, or use another database.',
    )
  })

  test('is newer than we are', async () => {
    await database.owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`
    expect(await sentence({})).toBe(
      'A newer Tweeluik has changed this database (1 migration that this one does not know). ' +
        'Update Tweeluik, or use another database.',
    )
  })
})
