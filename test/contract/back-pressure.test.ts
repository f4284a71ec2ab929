import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockLoads } from '../../packages/api/src/ingest/load/lock.queries.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { resultOf, spawnCli } from '../support/cli.ts'
import { type TestServer, testServer } from '../support/serving.ts'

const QUEUE = { TWEELUIK_QUEUE_ROWS_MAX: '250' }

let server: TestServer
beforeAll(async () => {
  server = await testServer({ variables: QUEUE })
})
afterAll(() => server.close())

const contacts = (name: string, count: number) =>
  Array.from({ length: count }, (_, number) => ({
    id: `${name}${number}`,
    channel: name,
    openedAt: '2026-03-01T09:00:00Z',
  }))

const post = (records: readonly object[]) =>
  server.ask('/ingest/contacts?source=pressure', {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'wait=0' },
    body: JSON.stringify(records),
  })
const receiptOf = async (batchId: string) => (await server.ask(`/ingest/batches/${batchId}`)).json<BatchReceipt>()
const countOf = async (channel: string) =>
  (await server.graphql(`{ contacts(where: { channel: { eq: "${channel}" } }) { totalCount } }`)).data

/** Nothing is loaded while this goes on. */
const whileNothingLoads = <T>(work: () => Promise<T>) =>
  server.database.owner.begin(async sql => {
    await lockLoads(sql)
    return { result: await work() }
  })

test('past its bound the door answers 429 and when to come again; what it accepted is loaded, and reads go on', async () => {
  const accepted: string[] = []
  await whileNothingLoads(async () => {
    for (const [name, count] of [
      ['chat', 100],
      ['chats', 200],
    ] as const) {
      const answer = await post(contacts(name, count))
      expect(answer.status).toBe(202)
      accepted.push(answer.json<BatchReceipt>().batchId)
    }
    const refused = await post(contacts('late', 1))
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '5' } })
    const file = await server.ask('/ingest/files?name=contacts.csv&source=pressure', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'id,channel,openedAt\n',
    })
    expect(file).toMatchObject({ status: 429, headers: { 'retry-after': '5' } })
    expect(refused.json()).toEqual({
      code: 'QUEUE_FULL',
      path: '',
      message: 'Too many records are still to be loaded',
      fix: expect.stringContaining('Retry-After'),
      requestId: refused.headers['x-request-id'],
    })
    expect(await countOf('chat')).toEqual({ contacts: { totalCount: 0 } })
  })
  for (const batchId of accepted)
    await expect.poll(() => receiptOf(batchId), { timeout: 20_000 }).toMatchObject({ state: 'loaded' })
  expect([await countOf('chat'), await countOf('chats')]).toMatchObject([
    { contacts: { totalCount: 100 } },
    { contacts: { totalCount: 200 } },
  ])
  expect((await post(contacts('late', 1))).status).toBeLessThan(300)
})

test('an import waits for room and goes on by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tweeluik-pressure-'))
  const file = join(folder, 'contacts.ndjson')
  await writeFile(
    file,
    contacts('mail', 30)
      .map(record => JSON.stringify(record))
      .join('\n'),
  )
  const importing = await whileNothingLoads(async () => {
    await post(contacts('full', 300))
    const environment = { DATABASE_URL: server.database.url, ...QUEUE }
    const child = spawnCli(['import', file, '--source', 'pressure', '--json'], environment)
    if (child.stderr) await once(child.stderr, 'data')
    return { ended: resultOf(child) }
  })
  const { exitCode, stdout } = await importing.result.ended
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ received: 30, created: 30 })
  expect(await countOf('full')).toEqual({ contacts: { totalCount: 300 } })
  await rm(folder, { recursive: true })
})
