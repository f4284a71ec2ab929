import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { findEmbedded } from '../../packages/api/src/db/embedded.ts'
import { openDatabase } from '../../packages/api/src/db/pools.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { type EmbeddedTrial, embeddedTrial } from '../support/embedded.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { booksOf } from './kills.queries.ts'
import { sendUntilAccepted } from './stream.ts'

const run = promisify(execFile)
const MEBIBYTE = 1_048_576
const ROWS = 500
const DISK_MEBIBYTES = 320
const BALLAST_MEBIBYTES = 120
const BATCHES_MAX = 2_000

const { heavy } = inject('trials')
const reason = heavy ? 'only root can mount a small disk' : 'the long form tries it'

let trial: EmbeddedTrial
let server: ServerProcess
let ballast: string

/** A disk of its own for PostgreSQL, with something on it that can be thrown away. */
beforeEach(async () => {
  trial = await embeddedTrial()
  const { home } = trial.place
  await mkdir(home, { recursive: true })
  await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEBIBYTES}m`, 'tweeluik', home])
  ballast = join(home, 'ballast')
  await writeFile(ballast, Buffer.alloc(BALLAST_MEBIBYTES * MEBIBYTE))
  server = await startServerProcess({
    TWEELUIK_DATA_DIR: trial.options.dataDir,
    TWEELUIK_DEMO: 'off',
    TWEELUIK_LOG_LEVEL: 'fatal',
    PORT: '0',
  })
})
afterEach(async () => {
  server.child.kill('SIGKILL')
  await server.result
  await trial.stop()
  await run('umount', [trial.place.home])
  await trial.remove()
})

/** Text that no compression makes small. */
const noise = (seed: number) => {
  let state = seed
  return Array.from({ length: 100 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state.toString(36)
  }).join('')
}

const batch = (number: number) => ({
  source: 'stream' as const,
  kind: 'contacts' as const,
  key: `full ${number}`,
  records: Array.from({ length: ROWS }, (_, row) => ({
    id: `${number}-${row}`,
    channel: 'mail',
    openedAt: '2026-03-01T09:00:00Z',
    text: noise(number * ROWS + row),
  })),
})

async function send({ key, kind, records }: ReturnType<typeof batch>) {
  const answer = await fetch(`${server.address}/ingest/${kind}?source=stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(records),
  })
  return { status: answer.status, told: (await answer.json()) as BatchReceipt & { code: string; fix: string } }
}

test.skipIf(!heavy || process.getuid?.() !== 0)(
  `a disk that is full is told, nothing that was accepted is lost, and with room it goes on by itself (left out where ${reason})`,
  { timeout: 600_000 },
  async () => {
    let next = 0
    let refused: Awaited<ReturnType<typeof send>> | undefined
    for (; !refused && next < BATCHES_MAX; next += 1) {
      const answer = await send(batch(next))
      if (answer.status >= 300) refused = answer
    }
    expect(refused).toMatchObject({ status: 503, told: { fix: expect.stringMatching(/\S/) } })
    expect(['DISK_FULL', 'DATABASE_AWAY', 'QUEUE_FULL']).toContain(refused?.told.code)
    process.stdout.write(`The disk was full after ${next} batches: ${refused?.told.code}\n`)
    // As its senders go on trying, the disk stays full.
    for (let more = 0; more < 5; more += 1) expect((await send(batch(next + more))).status).toBeGreaterThanOrEqual(202)

    await rm(ballast)
    for (let number = 0; number < next + 5; number += 1) await sendUntilAccepted(() => server.address, batch(number))
    const url = await findEmbedded(trial.options)
    expect(url).not.toBeNull()
    const database = await openDatabase({ url: url ?? '', ownerConnectionsMax: 2, readerConnectionsMax: 1 })
    const deliveries = next + 5
    await expect
      .poll(() => booksOf(database.owner), { timeout: 120_000 })
      .toMatchObject({ deliveries, loaded: deliveries, addingUp: deliveries, contacts: deliveries * ROWS })
    expect(await audit(database)).toEqual([])
    await database.close()
  },
)
