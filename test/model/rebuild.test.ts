import type { FactName } from '@tweeluik/schema/facts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { compact } from '../../packages/api/src/ingest/rollup/compact.ts'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { spoilCells } from './rebuild.queries.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const BATCHES_MIN = 4
const CONTACTS = 30
/** So few that there are several. */
const ROWS_PER_SLICE = 10

/** Contacts of a few customers over two years; a batch comes back on those of the one before, and orders come with it. */
async function send(batch: number): Promise<void> {
  const numbers = Array.from({ length: CONTACTS }, (_, at) => batch * (CONTACTS / 2) + at)
  const at = (number: number) => new Date(Date.UTC(2025, 0, 1 + ((number * 37) % 700), 9, number % 60)).toISOString()
  await server.ingest(
    'contacts',
    numbers.map(number => ({
      id: `c${number}`,
      customer: `p${number % 7}`,
      channel: number % 3 ? 'chat' : 'phone',
      team: number % 2 ? 'red' : null,
      openedAt: at(number),
      answeredAt: at(number),
      talkSeconds: (number * 13 + batch) % 900,
      queueSeconds: number % 50,
      outcome: 'resolved',
      updatedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, batch)).toISOString(),
    })),
  )
  await server.ingest(
    'orders',
    numbers.slice(0, 10).map(number => ({ id: `o${number}`, customer: `p${number % 7}`, at: at(number), amount: 5 })),
  )
}

test('an audit finds what is wrong and a rebuild mends it, both while records come in', async () => {
  await send(0)
  await compact(server.database, 1)
  expect(await audit(server.database)).toEqual([])
  await spoilCells(server.database.owner)
  const spoilt = await audit(server.database, 1_000_000)
  const of = (word: string) => spoilt.filter(({ part }) => part.startsWith(word))
  expect(of('count(opened)').length).toBeGreaterThan(0)
  expect(of('sketch(handled.handleSeconds)').length).toBeGreaterThan(0)
  expect(spoilt.filter(({ fact }) => fact === 'customer_day').length).toBeGreaterThan(0)

  let batch = 1
  let isMended = false
  const sending = (async () => {
    while (!isMended || batch < BATCHES_MIN) {
      await send(batch)
      if (batch % 4 === 0) await compact(server.database, 1)
      batch += 1
    }
  })()
  const slices: FactName[] = []
  await rebuild(server.database, fact => slices.push(fact), ROWS_PER_SLICE)
  expect(slices.filter(fact => fact === 'contact').length).toBeGreaterThan(1)
  expect(await audit(server.database, 100, () => {}, ROWS_PER_SLICE)).toEqual([])
  isMended = true
  await sending
  expect(await audit(server.database)).toEqual([])
})
