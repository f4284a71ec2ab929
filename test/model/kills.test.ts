import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { batchesOnce } from './batches.queries.ts'
import { derivedDifferences } from './derived.queries.ts'

const SENDERS = 4
const BATCHES = 200
/** A sender is killed after so many answers, while its next batch is somewhere on its way. */
const KILLED_AFTER = [8, 15]
const SEED = 20260401

let database: Database

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

function startSender(turn: number, from: number): ChildProcess {
  const args = [database.url, SEED, BATCHES, SENDERS, turn, from].map(String)
  const command = ['--import', '@oxc-node/core/register', join(import.meta.dirname, 'sender.ts'), ...args]
  return spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Sends all of one sender's batches, through as many lives as it takes; what was not answered is sent again. */
async function sendAll(turn: number): Promise<number> {
  let next = 0
  for (let life = 0; ; life += 1) {
    const sender = startSender(turn, next)
    const ended = once(sender, 'close')
    const killedAfter = KILLED_AFTER[(turn + life) % KILLED_AFTER.length]
    let answers = 0
    if (!sender.stdout) throw new Error('The output of the sender is not piped.')
    for await (const line of createInterface({ input: sender.stdout })) {
      next = Number(line) + 1
      answers += 1
      if (answers === killedAfter && life < KILLED_AFTER.length) sender.kill('SIGKILL')
    }
    const [exitCode] = await ended
    if (exitCode === 0) return life
  }
}

test('four senders that are killed on their way lose nothing, double nothing and leave every figure true', {
  timeout: 600_000,
}, async () => {
  const lives = await Promise.all(Array.from({ length: SENDERS }, (_, turn) => sendAll(turn)))
  expect(lives).toEqual([2, 2, 2, 2])
  const door = openDoor({
    database,
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    defaultBrand: 'north',
    contactedDays: 30,
    batchRowsMax: 1_000,
    onFailure: error => {
      throw error
    },
  })
  await door.recover(0)
  await door.close()
  while (await rederiveSlice(database, { timeZone: 'Europe/Amsterdam', defaultBrand: 'north', contactedDays: 30 }));
  expect(await batchesOnce(database.owner)).toEqual({ batches: BATCHES, loaded: BATCHES, addingUp: BATCHES })
  expect(await derivedDifferences(database.owner)).toEqual([])
  expect(await audit(database)).toEqual([])
  await compact(database, 1)
  expect(await audit(database)).toEqual([])
})
