import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetDeliveries } from '../../packages/api/src/ingest/forget.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { exportRejected } from '../../packages/api/src/ingest/rejected/export.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { ageDeliveries, isBodyKept } from './forget.queries.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const contact = (id: string, more: object = {}) => ({ id, channel: 'phone', openedAt: '2026-03-01T09:00:00Z', ...more })

const send = (key: string, records: readonly object[], kind = 'contacts') =>
  server.ask(`/ingest/${kind}?source=forget`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'wait=60' },
    body: JSON.stringify(records),
  })
const receiptOf = async (batchId: string) => (await server.ask(`/ingest/batches/${batchId}`)).json<BatchReceipt>()

test('a key is kept for seven days and can then be used for other content; the receipt stays', async () => {
  const { owner } = server.database
  const first = (await send('monthly', [contact('march')])).json<BatchReceipt>()
  await ageDeliveries(owner, 6)
  await forgetDeliveries(server.database)
  expect((await send('monthly', [contact('april')])).status).toBe(409)
  expect((await send('monthly', [contact('march')])).json()).toEqual(first)
  await ageDeliveries(owner, 2)
  await forgetDeliveries(server.database)
  const second = (await send('monthly', [contact('april')])).json<BatchReceipt>()
  expect(second).toMatchObject({ state: 'loaded', created: 1 })
  expect(second.batchId).not.toBe(first.batchId)
  expect(await receiptOf(first.batchId)).toEqual(first)
})

test('what a delivery held is kept while a row of it is rejected or waits, whole as it was sent', async () => {
  const { owner } = server.database
  const long = contact('long', { topic: 7, text: 'x'.repeat(3_000) })
  const event = { id: 'event', contact: 'never', at: '2026-03-01T09:00:00Z', type: 'opened' }
  const sent = {
    sound: (await send('sound', [contact('sound')])).json<BatchReceipt>(),
    rejected: (await send('rejected', [long])).json<BatchReceipt>(),
    waiting: (await send('waiting', [event], 'contact-events')).json<BatchReceipt>(),
  }
  expect(sent).toMatchObject({ sound: { created: 1 }, rejected: { rejected: 1 }, waiting: { waiting: 1 } })
  await ageDeliveries(owner, 8)
  const young = (await send('young', [contact('young')])).json<BatchReceipt>()
  await forgetDeliveries(server.database)
  const kept = await Promise.all([...Object.values(sent), young].map(({ batchId }) => isBodyKept(owner, batchId)))
  expect(kept).toEqual([false, true, true, true])
  const [line = ''] = await Array.fromAsync(exportRejected(owner, { batch: sent.rejected.batchId }))
  expect(JSON.parse(line)).toEqual(long)
})
