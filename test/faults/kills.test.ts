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
import { booksOf, processesOf, storedFacts } from './kills.queries.ts'
import { type StreamBatch, sendUntilAccepted, streamBatch } from './stream.ts'

const SENDERS = 4
/** Each sender's, around one kill. */
const BATCHES = 4
const SEED = 20260402

const { kills, heavy } = inject('trials')

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
  /** One connection of ours, or one of the processes behind them: PostgreSQL then ends all others too. */
  async process(turn: number) {
    const pids = await withDatabase(({ owner }) => processesOf(owner))
    process.kill(pids[turn % pids.length] ?? 0, 'SIGKILL')
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

/** What was killed after the last answer is up again only when its keeper has seen it. */
async function up(): Promise<void> {
  const status = () =>
    fetch(`${server.address}/health/ready`).then(
      answer => answer.status,
      () => null,
    )
  await expect.poll(status, { timeout: 60_000 }).toBe(200)
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

const names = Object.keys(victims) as (keyof typeof victims)[]

const moment = fc.record({
  /** Answers that the senders get before it. */
  after: fc.integer({ min: 1, max: SENDERS * BATCHES - 1 }),
  delayMs: fc.integer({ min: 0, max: 40 }),
})

test(`${kills} times a process of server or PostgreSQL is killed under four senders: what was accepted is stored once and counted`, {
  timeout: 60_000 + kills * 60_000,
}, async () => {
  const accepted: StreamBatch[] = []
  for (const [round, { after, delayMs }] of fc.sample(moment, { numRuns: kills, seed: SEED }).entries()) {
    const victim = names[round % names.length] ?? 'server'
    let answers = 0
    const { promise: come, resolve: arrive } = Promise.withResolvers<void>()
    const sending = Array.from({ length: SENDERS }, async (_, sender) => {
      for (let number = round * BATCHES; number < (round + 1) * BATCHES; number += 1) {
        const batch = streamBatch(sender, number)
        await sendUntilAccepted(() => server.address, batch)
        accepted.push(batch)
        answers += 1
        if (answers >= after) arrive()
      }
    })
    await come
    await pause(delayMs)
    await victims[victim](round)
    await Promise.all(sending)
    if (heavy) process.stdout.write(`kill ${round + 1}: ${victim}, ${accepted.length} batches accepted\n`)
    await up()
    await expectAllOnce(accepted, `kill ${round + 1}: ${victim} after ${after} answers and ${delayMs} ms`)
  }
})

async function expectAllOnce(batches: readonly StreamBatch[], told: string): Promise<void> {
  const rowsOf = (wanted: string) =>
    batches.reduce(
      (sum, { source, kind, records }) => sum + (source === 'stream' && kind === wanted ? records.length : 0),
      0,
    )
  await withDatabase(async database => {
    const { owner } = database
    const sent = { deliveries: batches.length, loaded: batches.length, addingUp: batches.length }
    const whole = { ...sent, contacts: rowsOf('contacts'), orders: rowsOf('orders'), rederivations: 0 }
    await expect.poll(() => booksOf(owner), { timeout: 60_000, message: told }).toEqual(whole)
    const { contacts, orders } = (await storedFacts(owner)) ?? {}
    expect(await figures(), told).toEqual({
      data: {
        metrics: [{ total: { value: contacts } }, { total: { value: orders } }],
        contacts: { totalCount: contacts },
        orders: { totalCount: orders },
      },
    })
    expect(await derivedDifferences(owner), told).toEqual([])
    expect(await audit(database), told).toEqual([])
  })
}
