import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { derivedDifferences } from '../model/derived.queries.ts'
import { testDatabase } from '../support/database.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { type Payload, payload } from './payloads.ts'

const SEED = 20260403
const SENDERS = 4
const TOOK_MS_MAX = 5_000
const MEBIBYTE = 1_048_576
const GROWTH_MAX = 64 * MEBIBYTE

const { payloads, heavy } = inject('trials')

let database: Database
let dataDir: string
let server: ServerProcess

beforeAll(async () => {
  database = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'tweeluik-fuzz-'))
  server = await startServerProcess({
    DATABASE_URL: database.url,
    TWEELUIK_DATA_DIR: dataDir,
    TWEELUIK_DEMO: 'off',
    PORT: '0',
  })
})
afterAll(async () => {
  server.child.kill('SIGKILL')
  await server.result
  await rm(dataDir, { recursive: true })
  await database.close()
})

interface Told {
  status: number
  body: string
  tookMs: number
}

function send({ path, headers, body }: Payload): Promise<Told> {
  const { hostname, port } = new URL(server.address)
  const begunAt = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: 'POST', headers }, async answer => {
      resolve({ status: answer.statusCode ?? 0, body: await text(answer), tookMs: performance.now() - begunAt })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const named = {
  code: expect.stringMatching(/^[A-Z_0-9]+$/),
  path: expect.any(String),
  message: expect.stringMatching(/\S/),
  fix: expect.stringMatching(/\S/),
}

/** What is wrong with an answer; nothing is the only good one. */
function expectSound({ status, body }: Told, made: string): BatchReceipt | null {
  const told = JSON.parse(body) as unknown
  const message = `${made}\n${status} ${body.slice(0, 500)}`
  expect(status, message).toBeLessThan(500)
  if (status >= 400) {
    expect(told, message).toEqual({ ...named, requestId: expect.any(String) })
    return null
  }
  const receipt = told as BatchReceipt
  const { state, received, created, updated, unchanged, waiting, rejected, rejections } = receipt
  expect(state === 'loaded' || (state === 'queued' && status === 202), message).toBe(true)
  if (state === 'loaded') expect(created + updated + unchanged + waiting + rejected, message).toBe(received)
  if (state === 'loaded') expect(rejections.length, message).toBe(rejected)
  for (const rejection of rejections) expect(rejection, message).toEqual({ ...named, line: expect.any(Number) })
  return receipt
}

/** What the server holds when it has tidied up. */
async function heapBytes(): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let look = 0; look < 20; look += 1) {
    const metrics = await (await fetch(`${server.address}/metrics`)).text()
    const used = Number(/^tweeluik_nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1])
    least = Math.min(least, used)
  }
  return least
}

test(`${payloads} mutated payloads of all kinds and formats: none is a fault of the server, and each refusal names its cause`, {
  timeout: 60_000 + payloads * 500,
}, async () => {
  const all = fc.sample(payload, { numRuns: payloads, seed: SEED })
  const slowest = { tookMs: 0, made: '' }
  const outcomes = { refused: 0, rejected: 0, taken: 0 }
  let next = 0
  let heapEarly = 0
  const sendOn = async () => {
    for (let one = all[next++]; one; one = all[next++]) {
      if (heavy && next === Math.floor(payloads / 4)) heapEarly = await heapBytes()
      const told = await send(one).catch((error: Error) => {
        throw new Error(`${one.made}: ${error.message}`)
      })
      const receipt = expectSound(told, one.made)
      if (!receipt) outcomes.refused += 1
      else if (receipt.rejected > 0) outcomes.rejected += 1
      else outcomes.taken += 1
      if (told.tookMs > slowest.tookMs) Object.assign(slowest, { tookMs: told.tookMs, made: one.made })
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sendOn))
  // A fuzz of which nothing comes through, or everything, tries nothing.
  for (const [outcome, count] of Object.entries(outcomes)) expect(count, outcome).toBeGreaterThan(payloads / 20)
  expect(await derivedDifferences(database.owner)).toEqual([])
  expect(await audit(database)).toEqual([])
  if (!heavy) return
  const grownBytes = (await heapBytes()) - heapEarly
  process.stdout.write(`${JSON.stringify({ outcomes, slowest, grownMebibytes: grownBytes / MEBIBYTE })}\n`)
  expect(slowest.tookMs, slowest.made).toBeLessThan(TOOK_MS_MAX)
  expect(grownBytes).toBeLessThan(GROWTH_MAX)
})

test('nothing that came was written down as a fault', async () => {
  server.child.kill('SIGTERM')
  const { stdout, stderr } = await server.result
  expect(stderr).toBe('')
  expect(stdout.split('\n').filter(line => line.includes('"level":50'))).toEqual([])
})
