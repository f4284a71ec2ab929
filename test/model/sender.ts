import fc from 'fast-check'
import { openDatabase } from '../../packages/api/src/db/pools.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { modelBatch } from './records.ts'

/**
 * Sends every batch of a model that is this sender's turn, from one on, and prints the number of each that was
 * accepted. Started as a process of its own, to be killed.
 */
const [url = '', seed = '', count = '', senders = '', turn = '', from = ''] = process.argv.slice(2)

const database = await openDatabase({ url })
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

const batches = fc.sample(modelBatch, { numRuns: Number(count), seed: Number(seed) })
for (const [number, { kind, records }] of batches.entries()) {
  if (number % Number(senders) !== Number(turn) || number < Number(from)) continue
  const rows = records.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value, fault: null }))
  await door.accept(
    { source: 'model', kind, textual: false, idempotencyKey: `batch ${number}`, waitSeconds: 600 },
    rows,
  )
  process.stdout.write(`${number}\n`)
}
await door.close()
await database.close()
