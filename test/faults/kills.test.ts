import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findEmbedded } from '../../packages/api/src/db/embedded.ts'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { findPostmaster } from '../../packages/api/src/db/postmaster.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { derivedDifferences } from '../model/derived.queries.ts'
import { type EmbeddedTrial, embeddedTrial } from '../support/embedded.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { booksOf, processesOf } from './kills.queries.ts'
import { ROWS_A_BATCH, sendUntilAccepted, streamBatch } from './stream.ts'

const SENDERS = 4
/** Each sender's, around one kill. */
const BATCHES = 4
const SEED = 20260402

const { kills } = inject('trials')

let trial: EmbeddedTrial
let server: ServerProcess
let environment: Record<string, string>

beforeAll(async () => {
  trial = await embeddedTrial()
  environment = { TWEELUIK_DATA_DIR: trial.options.dataDir, TWEELUIK_DEMO: 'off', PORT: '0' }
  server = await startServerProcess(environment)
  environment.PORT = new URL(server.address).port
})
afterAll(async () => {
  server.child.kill('SIGKILL')
  await server.result
  await trial.remove()
})

const victims = {
  /** As a crash of the server; whoever runs it starts it again. */
  async server() {
    server.child.kill('SIGKILL')
    await server.result
    server = await startServerProcess(environment)
  },
  async postmaster() {
    await killPostmaster()
  },
  /** One connection of ours, or one of those that write behind them. */
  async process(turn: number) {
    await withDatabase(async ({ owner }) => {
      const pids = await processesOf(owner)
      const pid = pids[turn % pids.length]
      if (pid) process.kill(pid, 'SIGKILL')
    }).catch(() => {})
  },
  /** As a power cut of both. */
  async both() {
    await killPostmaster()
    await victims.server()
  },
}

async function killPostmaster(): Promise<void> {
  const postmaster = await findPostmaster(trial.place)
  if (postmaster) process.kill(postmaster.pid, 'SIGKILL')
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const url = await findEmbedded(trial.options)
  if (!url) throw new Error('PostgreSQL does not run.')
  const database = await openDatabase({ url, ownerConnectionsMax: 2, readerConnectionsMax: 1 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** What the dashboards say. */
async function figures(): Promise<unknown> {
  const query = `{
    metrics(keys: [CONTACTS, ORDERS], period: { from: "2026-01-01", to: "2027-01-01" }) { total { value } }
    contacts { totalCount }
    orders { totalCount }
  }`
  const answer = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return await answer.json()
}

const kill = fc.record({
  victim: fc.constantFrom(...(Object.keys(victims) as (keyof typeof victims)[])),
  /** Answers that the senders get before it. */
  after: fc.integer({ min: 0, max: SENDERS * BATCHES - 1 }),
  delayMs: fc.integer({ min: 0, max: 40 }),
})

const planned = fc.sample(kill, { numRuns: kills, seed: SEED }).map((each, index) => ({
  ...each,
  // Few kills are of everything once.
  victim: kills < 10 ? ((Object.keys(victims) as (keyof typeof victims)[])[index % 4] ?? each.victim) : each.victim,
}))

test(`${kills} times a process of server or PostgreSQL is killed under four senders, and each time what was accepted is stored once and counted`, {
  timeout: 60_000 + kills * 60_000,
}, async () => {
  for (const [round, { victim, after, delayMs }] of planned.entries()) {
    let answers = 0
    const { promise: moment, resolve: come } = Promise.withResolvers<void>()
    const sending = Array.from({ length: SENDERS }, async (_, sender) => {
      for (let number = round * BATCHES; number < (round + 1) * BATCHES; number += 1) {
        if (answers >= after) come()
        await sendUntilAccepted(() => server.address, streamBatch(sender, number))
        answers += 1
      }
    })
    await moment
    await pause(delayMs)
    await victims[victim](round)
    await Promise.all(sending)
    const told = `kill ${round + 1}: ${victim} after ${after} answers and ${delayMs} ms`
    await expectAllOnce((round + 1) * SENDERS * BATCHES, told)
  }
})

async function expectAllOnce(deliveries: number, told: string): Promise<void> {
  const rows = (deliveries * ROWS_A_BATCH) / 2
  const books = () => withDatabase(({ owner }) => booksOf(owner))
  const whole = { deliveries, loaded: deliveries, addingUp: deliveries, contacts: rows, orders: rows }
  await expect.poll(books, { timeout: 60_000, message: told }).toEqual(whole)
  expect(await figures(), told).toEqual({
    data: {
      metrics: [{ total: { value: rows } }, { total: { value: rows } }],
      contacts: { totalCount: rows },
      orders: { totalCount: rows },
    },
  })
  await withDatabase(async database => {
    expect(await derivedDifferences(database.owner), told).toEqual([])
    expect(await audit(database), told).toEqual([])
  })
}
