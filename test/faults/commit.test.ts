import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { lockLoads } from '../../packages/api/src/ingest/load/lock.queries.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { testDatabase } from '../support/database.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { type Harm, openProxy, type PostgresProxy } from './postgres-proxy.ts'

let database: Database
let proxy: PostgresProxy
let proxied: Database
let server: TestServer

beforeAll(async () => {
  database = await testDatabase()
  proxy = await openProxy(database.url)
  proxied = await openDatabase({ url: proxy.url })
  server = await testServer({ database: proxied })
})
afterAll(async () => {
  await server.close()
  await proxied.close()
  await proxy.close()
  await database.close()
})

const send = (key: string) =>
  server.ask('/ingest/contacts?source=commit', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, prefer: 'wait=60' },
    body: JSON.stringify([{ id: key, channel: 'phone', openedAt: '2026-03-01T09:00:00Z' }]),
  })

const commits: [string, string][] = [
  ['makes a delivery durable', 'insertInbox'],
  ['loads it', 'finishBatch'],
]
const harms: Harm[] = ['refused', 'cut before', 'cut after']

test.each(commits.flatMap(([which, statement]) => harms.map(harm => [which, harm, statement] as const)))(
  'the commit that %s is %s its answer: the sender is told what to do, and what is sent again is in once',
  async (_which, harm, statement) => {
    const key = `${statement} ${harm}`
    proxy.harmCommitOf(statement, harm)
    const first = await send(key)
    expect(proxy.heal().done).toBe(true)
    if (first.status >= 400 && harm !== 'refused') {
      expect(first).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
      expect(first.json()).toMatchObject({ code: 'DATABASE_AWAY', fix: expect.stringContaining('Idempotency-Key') })
    }
    const again = await send(key)
    expect(again.status, again.text).toBe(200)
    expect(again.json()).toMatchObject({ state: 'loaded', received: 1, created: 1 })
    expect((await send(key)).json<BatchReceipt>()).toEqual(again.json())
    const { data } = await server.graphql(`{ contacts(where: { channel: { eq: "phone" } }) { totalCount } }`)
    const { metrics } = (
      await server.graphql(
        `{ metrics(keys: [CONTACTS], period: { from: "2026-03-01", to: "2026-03-02" }) { total { value } } }`,
      )
    ).data as { metrics: { total: { value: number } }[] }
    expect(data).toEqual({ contacts: { totalCount: metrics[0]?.total.value } })
    expect(await audit(database)).toEqual([])
  },
)

test('senders whose loads a lost database cuts off are all answered at once, and served when it is back', async () => {
  const keys = ['one', 'two', 'three']
  const answers = await database.owner.begin(async sql => {
    await lockLoads(sql)
    const waiting = keys.map(send)
    const accepted = () =>
      database.owner<
        { n: number }[]
      >`select count(*)::int as n from ingest_batches where idempotency_key = any(${keys})`
    await expect.poll(accepted, { timeout: 20_000 }).toEqual([{ n: keys.length }])
    proxy.goAway()
    return { all: await Promise.all(waiting) }
  })
  for (const { status } of answers.all) expect(status).toBe(503)
  proxy.comeBack()
  for (const key of keys)
    await expect
      .poll(async () => (await send(key)).json(), { timeout: 20_000 })
      .toMatchObject({ state: 'loaded', created: 1 })
})
