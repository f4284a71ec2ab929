import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { resultOf, runCli, spawnCli } from '../../../../test/support/cli.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import type { Database } from '../db/pools.ts'
import { selectState } from '../ingest/singer/states.queries.ts'
import { acceptedRows, storedTickets } from './sync.test.queries.ts'

const MAPPING = `
file: { format: singer }
zone: UTC
records:
  - stream: users
    kind: customers
    id: id
    fields: { name: name, updatedAt: { column: changed, time: iso } }
  - stream: tickets
    kind: contacts
    fields:
      customer: user_id
      channel: via
      openedAt: { column: created_at, time: iso }
      updatedAt: { column: updated_at, time: iso }
`

let database: Database
let folder: string
let mapping: string
let source: string
let runs = 0

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-sync-'))
  mapping = join(folder, 'desk.yaml')
  await writeFile(mapping, MAPPING)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  source = `desk-${++runs}`
})

const cli = (...args: string[]) => runCli(['sync', ...args, '--source', source], { DATABASE_URL: database.url })

/** A tap, and the sync that it feeds; neither waits for the other to begin. */
function piped(...tapArgs: string[]): ChildProcess {
  const tap = spawn(process.execPath, [join(import.meta.dirname, '../../../../test/support/tap.ts'), ...tapArgs], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const args = ['sync', 'singer', '--mapping', mapping, '--source', source, '--json']
  const sync = spawnCli(args, { DATABASE_URL: database.url }, undefined, 'pipe')
  if (sync.stdin) tap.stdout.pipe(sync.stdin).on('error', () => tap.kill())
  return sync
}

async function synced(...tapArgs: string[]) {
  const { exitCode, stdout, stderr } = await resultOf(piped(...tapArgs))
  const lines = stderr.trim().split('\n')
  const told = lines.pop() ?? ''
  if (!told.startsWith('{')) throw new Error(`It ended with ${exitCode} and told: ${stderr}`)
  return { exitCode, stdout, told: JSON.parse(told), notes: lines }
}

test('a careless tap comes out right: rows twice, late and before their schema, deletions, noise and what cannot be followed', async () => {
  const { exitCode, stdout, told, notes } = await synced('--careless')
  expect(told).toMatchObject({ rejected: 0, rejections: [], unmapped: { macros: 1 }, problems: [], states: 1 })
  expect(told.kinds.customers).toMatchObject({ received: 5, created: 3 })
  expect(exitCode).toBe(0)
  expect(stdout).toBe('{"ticket":10}\n')
  expect(notes.join('\n')).toContain('no Singer message and is passed over: INFO Starting sync')
  expect(notes.join('\n')).toContain('tickets: ACTIVATE_VERSION deletes nothing here')
  expect(await storedTickets(database.owner, source)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])

  const again = await synced('--careless')
  expect(again.told).toMatchObject({ created: 0, updated: 0 })
})

test('a sync that is killed at any time has saved no state ahead of its records, and goes on from there', async () => {
  const tickets = 6_000
  const sync = piped('--tickets', String(tickets), '--page', '500')
  const ended = resultOf(sync)
  if (!sync.stdout) throw new Error('The output of the process is not piped.')
  for await (const _state of createInterface({ input: sync.stdout })) {
    sync.kill('SIGKILL')
    break
  }
  await ended
  const saved = await selectState(database.owner, { source, job: 'default' })
  const { ticket = 0 } = (saved?.state ?? {}) as { ticket?: number }
  expect(ticket).toBeGreaterThan(0)
  expect(await acceptedRows(database.owner, source, 'contacts')).toBeGreaterThanOrEqual(ticket)

  const file = join(folder, `${source}.json`)
  await writeFile(file, JSON.stringify(saved?.state))
  const { told } = await synced('--tickets', String(tickets), '--page', '500', '--state', file)
  expect(told).toMatchObject({ rejected: 0, problems: [] })
  expect(told.kinds.contacts.received).toBe(tickets - ticket)
})

test('a tap that is cut off leaves what it sent whole, and the state before it', async () => {
  const { exitCode, stdout, told } = await synced('--cut', '7')
  expect(exitCode).toBe(1)
  expect(told.problems).toMatchObject([{ code: 'TORN_MESSAGE' }])
  expect(stdout).toBe('{"ticket":4}\n')
  expect(await storedTickets(database.owner, source)).toEqual([1, 2, 3, 4, 5, 6])

  const reset = await cli('state', 'reset', '--json')
  expect(JSON.parse(reset.stdout)).toEqual({ reset: true })
  expect((await cli('state', 'show')).stdout).toBe('{}\n')
})

test.each([
  [['--mapping', 'nowhere.yaml'], 'The mapping nowhere.yaml cannot be read.'],
  [['--mapping', 'mappings/cdnow.yaml'], 'reads a file, no tap'],
])('sync singer %j is called wrongly, and says how', async (args, words) => {
  const { exitCode, stderr } = await cli('singer', ...args)
  expect(stderr).toContain(words)
  expect(exitCode).toBe(2)
})
