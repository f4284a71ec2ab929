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

const AT = '2026-03-01T09:00:00Z'
const FIRST_DAY_MS = Date.UTC(1960, 0, 1)

let days = 0
/** A day that no rate before it has. */
function newDay(): string {
  days += 1
  return new Date(FIRST_DAY_MS + days * 86_400_000).toISOString().slice(0, 10)
}

/** A record that is taken, of no more fields than it needs. Rates of one team, or of one day, would overlap. */
export const sound: Record<RecordKind, (id: string) => Record<string, unknown>> = {
  touchpoints: id => ({ id, name: 'Chat', channel: 'chat' }),
  triggers: id => ({ id, name: 'Late parcel', department: 'logistics' }),
  'journey-maps': id => ({ id, name: 'Buying', steps: [], stages: [{ id: 'buy', name: 'Buy' }] }),
  calendars: id => ({ id, zone: 'Europe/Amsterdam', hours: { mon: [['09:00', '17:30']] }, from: AT }),
  'sla-policies': id => ({ id, version: 1, from: AT, where: {}, resolutionSeconds: 60 }),
  'cost-rates': id => ({ id, team: randomUUID(), from: '2026-03-01T00:00:00Z', perHour: 36 }),
  'exchange-rates': id => ({ id, from: 'USD', to: 'EUR', day: newDay(), rate: 0.9 }),
  annotations: id => ({ id, name: 'New invoice', from: '2026-03-02' }),
  customers: id => ({ id }),
  journeys: id => ({ id, customer: 'anja', map: 'buying', startedAt: AT }),
  interactions: id => ({ id, touchpoint: 'chat', at: AT }),
  contacts: id => ({ id, channel: 'phone', openedAt: AT }),
  'contact-events': id => ({ id, contact: 'call', at: AT, type: 'opened' }),
  surveys: id => ({ id, kind: 'csat', sentAt: AT }),
  feedback: id => ({ id, kind: 'csat', score: 4, at: AT }),
  'quality-reviews': id => ({ id, contact: 'call', at: AT, items: [{ name: 'Greets', weight: 1, score: 1, max: 1 }] }),
  exposures: id => ({ id, customer: 'anja', trigger: 'late', at: AT }),
  orders: id => ({ id, customer: 'anja', at: AT, amount: '19.99' }),
  investments: id => ({ id, at: AT, amount: 10, purpose: 'service', lens: 'cx' }),
}

/** What waits for its contact when that has not come. */
const waitsForContact: ReadonlySet<RecordKind> = new Set(['contact-events', 'quality-reviews'])

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

/** Unless told, every delivery is of a source of its own, so that no test meets the records of another. */
export async function deliver(
  server: TestServer,
  kind: RecordKind,
  contentType: string,
  body: string | Buffer,
  query = '',
  source: string = randomUUID(),
): Promise<Sent> {
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

/** Between two sound records this one alone is refused, told by line, and kept as it was sent. */
export async function expectRefusal(
  server: TestServer,
  kind: RecordKind,
  line: Buffer,
  code: string,
  path: string,
  kept = line.toString(),
): Promise<void> {
  const [before, after] = ['before', 'after'].map(id => JSON.stringify(sound[kind](id)))
  const body = Buffer.concat([Buffer.from(`${before}\n`), line, Buffer.from(`\n${after}\n`)])
  const receipt = receiptIn(await deliver(server, kind, NDJSON, body))
  expect(receipt).toMatchObject({ received: 3, [waitsForContact.has(kind) ? 'waiting' : 'created']: 2, rejected: 1 })
  expect(receipt.rejections).toEqual([
    { line: 2, code, path, message: expect.stringMatching(/\S/), fix: expect.stringMatching(/\S/) },
  ])
  expect(await rejectedRows(server, receipt)).toEqual([{ line: 2, code, text: kept }])
}
