import { setTimeout as pause } from 'node:timers/promises'
import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { modelBatch } from '../model/records.ts'

const ROWS = 20
const CUSTOMERS = 50
const RETRY_MS = 50
const ANSWER_MS_MAX = 60_000
const FIRST_DAY_MS = Date.UTC(2026, 0, 1)
const DAYS = 60

export interface StreamBatch {
  source: 'stream' | 'model'
  kind: RecordKind
  key: string
  records: readonly object[]
}

/**
 * The n-th batch of a sender, always the same: by turns contacts and orders, each of an id of its own and of customers
 * that all senders share, and of any kind, where everything meets everything.
 */
export function streamBatch(sender: number, number: number): StreamBatch {
  const key = `${sender}-${number}`
  const ofAnyKind = number % 3 === 2
  const [any] = ofAnyKind ? fc.sample(modelBatch, { numRuns: 1, seed: number * 10 + sender }) : []
  if (any) return { source: 'model', key, ...any }
  const kind = number % 3 === 0 ? 'contacts' : 'orders'
  const records = Array.from({ length: ROWS }, (_, row) => {
    const at = new Date(FIRST_DAY_MS + ((number * 7 + row * 3 + sender) % DAYS) * 86_400_000).toISOString()
    const customer = `c${(number * 13 + row * 5 + sender) % CUSTOMERS}`
    const id = `${key}-${row}`
    return kind === 'contacts'
      ? { id, customer, channel: 'phone', openedAt: at, topic: `t${row % 3}`, talkSeconds: 60 }
      : { id, customer, at, amount: 10 }
  })
  return { source: 'stream', kind, key, records }
}

/**
 * Sends until it is accepted, as a good sender does: under its key, again after every answer that says so and every
 * connection that breaks.
 */
export async function sendUntilAccepted(
  address: () => string,
  { source, kind, key, records }: StreamBatch,
): Promise<BatchReceipt> {
  for (;;) {
    const answer = await fetch(`${address()}/ingest/${kind}?source=${source}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(records),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    }).then(
      async response => ({ status: response.status, text: await response.text() }),
      () => null,
    )
    if (answer && answer.status < 300) return JSON.parse(answer.text) as BatchReceipt
    if (answer && answer.status < 500) expect(answer, 'a sound delivery is refused').toMatchObject({ status: 429 })
    await pause(RETRY_MS)
  }
}
