import { randomUUID } from 'node:crypto'
import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { type Answer, type TestServer, testServer } from '../support/serving.ts'
import { rejectedOf } from './rejected.queries.ts'

export const MEBIBYTE = 1_048_576
export const NDJSON = 'application/x-ndjson'
export const CSV = 'text/csv'
const ERROR_LEVEL = 50

/** A record that is taken, of no more fields than it needs. Rates of one team would overlap. */
export const sound: Record<RecordKind, (id: string) => Record<string, unknown>> = {
  customers: id => ({ id }),
  contacts: id => ({ id, channel: 'phone', openedAt: '2026-03-01T09:00:00Z' }),
  feedback: id => ({ id, kind: 'csat', score: 4, at: '2026-03-01T09:00:00Z' }),
  orders: id => ({ id, customer: 'anja', at: '2026-03-01T09:00:00Z', amount: '19.99' }),
  'cost-rates': id => ({ id, team: randomUUID(), from: '2026-03-01T00:00:00Z', perHour: 36 }),
}

/** The running file's own server, while its tests run. No test may end with a fault of ours in the log. */
export function badInputServer(): { readonly server: TestServer } {
  let server: TestServer
  let linesLogged = 0
  beforeAll(async () => {
    server = await testServer({ variables: { TWEELUIK_BODY_BYTES_MAX: String(256 * MEBIBYTE) } })
  })
  afterAll(() => server.close())
  beforeEach(() => {
    linesLogged = server.logged.length
  })
  afterEach(() => {
    const faults = server.logged.slice(linesLogged).filter(line => JSON.parse(line).level >= ERROR_LEVEL)
    expect(faults, 'bad input is never a fault of ours').toEqual([])
  })
  return {
    get server() {
      return server
    },
  }
}

export interface Sent {
  source: string
  answer: Answer
}

/** Every delivery is of a source of its own, so that no test meets the records of another. */
export async function deliver(
  server: TestServer,
  kind: RecordKind,
  contentType: string,
  body: string | Buffer,
  query = '',
): Promise<Sent> {
  const source = randomUUID()
  const answer = await server.ask(`/ingest/${kind}?source=${source}${query}`, {
    method: 'POST',
    headers: { 'content-type': contentType, prefer: 'wait=60' },
    body,
  })
  return { source, answer }
}

/** The receipt of a delivery that was taken; its counts add up. */
export function receiptIn({ answer }: Sent): BatchReceipt {
  expect(answer.status, answer.text).toBe(200)
  const receipt = answer.json<BatchReceipt>()
  const { received, created, updated, unchanged, waiting, rejected } = receipt
  expect(receipt.state).toBe('loaded')
  expect(created + updated + unchanged + waiting + rejected).toBe(received)
  return receipt
}

/** What is kept of the rows that were refused. */
export const rejectedRows = ({ database }: TestServer, { batchId }: BatchReceipt) => rejectedOf(database.owner, batchId)
