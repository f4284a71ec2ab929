import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { kindNames } from '@tweeluik/schema/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Asked, type TestServer, testServer } from '../../../../test/support/serving.ts'
import { createToken } from '../security/tokens.ts'
import type { BatchReceipt } from './receipt.ts'

const BODY_BYTES_MAX = 65_536

let server: TestServer

beforeAll(async () => {
  server = await testServer({
    variables: { TWEELUIK_BODY_BYTES_MAX: String(BODY_BYTES_MAX), TWEELUIK_BATCH_ROWS_MAX: '500' },
  })
})
afterAll(() => server.close())

const NDJSON = { 'content-type': 'application/x-ndjson', prefer: 'wait=60' }
const JSON_ARRAY = { ...NDJSON, 'content-type': 'application/json' }
const CSV = { ...NDJSON, 'content-type': 'text/csv; charset=utf-8' }

const send = (path: string, asked: Asked): Promise<Answer> => server.ask(path, { method: 'POST', ...asked })
const contact = (id: string) => `{"id":"${id}","channel":"phone","openedAt":"2026-01-01T00:00:00Z"}`

describe('records are taken', () => {
  const ways: [string, Record<string, string>, string][] = [
    ['as NDJSON', NDJSON, `${contact('n1')}\n${contact('n2')}\n`],
    ['as a JSON array', JSON_ARRAY, `[${contact('j1')}, ${contact('j2')}]`],
    ['as CSV', CSV, 'id,channel,openedAt\nv1,phone,2026-01-01T00:00:00Z\nv2,"mail, or so",2026-01-01T00:00:00Z\n'],
  ]

  test.each(ways)('%s', async (_name, headers, body) => {
    const answer = await send('/ingest/contacts?source=ways', { headers, body })
    expect(answer.status).toBe(200)
    expect(answer.json()).toEqual({
      batchId: expect.any(String),
      state: 'loaded',
      received: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      waiting: 0,
      rejected: 0,
      rejections: [],
      notices: [],
    })
  })

  test('with every bad row told by its line, and the good ones kept', async () => {
    const body = `${contact('mixed')}\n{"id":"x","channel":"phone"}\nnonsense\n`
    const answer = await send('/ingest/contacts?source=ways', { headers: NDJSON, body })
    const receipt = answer.json<BatchReceipt>()
    expect(receipt).toMatchObject({ received: 3, created: 1, rejected: 2 })
    expect(receipt.rejections.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: 2, code: 'MISSING_FIELD' },
      { line: 3, code: expect.any(String) },
    ])
  })

  test('and asked for later by the id of their batch', async () => {
    const answer = await send('/ingest/contacts?source=ways', { headers: NDJSON, body: contact('later') })
    const receipt = answer.json<BatchReceipt>()
    const later = await server.ask(`/ingest/batches/${receipt.batchId}`)
    expect(later.status).toBe(200)
    expect(later.json()).toEqual(receipt)
  })

  test('with 202 for who will not wait, and the same batch loaded soon', async () => {
    const headers = { ...NDJSON, prefer: 'respond-async, wait=0' }
    const answer = await send('/ingest/contacts?source=ways', { headers, body: contact('soon') })
    expect([200, 202]).toContain(answer.status)
    const { batchId } = answer.json<BatchReceipt>()
    const state = async () => (await server.ask(`/ingest/batches/${batchId}`)).json<BatchReceipt>().state
    await expect.poll(state, { timeout: 20_000 }).toBe('loaded')
  })

  test('not at all in a dry run, which counts the same', async () => {
    const answer = await send('/ingest/customers?source=dry&dryRun=true', { headers: NDJSON, body: '{"id":"nobody"}' })
    expect(answer.json()).toMatchObject({ state: 'loaded', received: 1, created: 1 })
    const { data } = await server.graphql('{ customers { totalCount } }')
    expect(data).toEqual({ customers: { totalCount: 0 } })
  })

  test('once under one key, and other content under it is a conflict', async () => {
    const headers = { ...NDJSON, 'idempotency-key': 'monday' }
    const first = await send('/ingest/contacts?source=keys', { headers, body: contact('k1') })
    const again = await send('/ingest/contacts?source=keys', { headers, body: contact('k1') })
    expect(again.json()).toEqual(first.json())
    const other = await send('/ingest/contacts?source=keys', { headers, body: contact('k2') })
    expect(other.status).toBe(409)
    expect(other.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  test('and a brand that they bring is seen at once', async () => {
    const body = '{"id":"b","brand":"brandnew","channel":"phone","openedAt":"2026-01-01T00:00:00Z"}'
    await server.graphql('{ contacts { totalCount } }')
    await send('/ingest/contacts?source=brands', { headers: NDJSON, body })
    const { data } = await server.graphql('{ contacts(where: {brand: {eq: "brandnew"}}) { totalCount } }')
    expect(data).toEqual({ contacts: { totalCount: 1 } })
  })
})

const refusals: [string, string, Asked, number, string, string][] = [
  ['an unknown kind', '/ingest/contact?source=s', { headers: NDJSON, body: '{}' }, 404, 'UNKNOWN_KIND', 'contacts?'],
  ['no source', '/ingest/contacts', { headers: NDJSON, body: '{}' }, 400, 'SOURCE_MISSING', '?source='],
  ['two sources', '/ingest/contacts?source=a&source=b', { headers: NDJSON, body: '{}' }, 400, 'SOURCE_MISSING', ''],
  ['nothing', '/ingest/contacts?source=s', { headers: NDJSON, body: '' }, 400, 'EMPTY_INPUT', ''],
  ['no array', '/ingest/contacts?source=s', { headers: JSON_ARRAY, body: '"x"' }, 400, '', ''],
  [
    'a form',
    '/ingest/contacts?source=s',
    { headers: { 'content-type': 'text/plain' }, body: 'x' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'text/csv',
  ],
  [
    'packed bytes',
    '/ingest/contacts?source=s',
    { headers: { ...NDJSON, 'content-encoding': 'gzip' }, body: 'x' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'uncompressed',
  ],
  ['a flag that is none', '/ingest/contacts?source=s&dryRun=yes', { headers: NDJSON, body: '{}' }, 400, 'BAD_FLAG', ''],
  [
    'an endless key',
    '/ingest/contacts?source=s',
    { headers: { ...NDJSON, 'idempotency-key': 'k'.repeat(201) }, body: '{}' },
    400,
    'BAD_KEY',
    '',
  ],
  [
    'too many rows',
    '/ingest/contacts?source=s',
    { headers: NDJSON, body: '{"id":1}\n'.repeat(501) },
    413,
    'BATCH_TOO_LARGE',
    'tweeluik import',
  ],
  [
    'too many bytes',
    '/ingest/contacts?source=s',
    { headers: NDJSON, body: 'x'.repeat(BODY_BYTES_MAX + 1) },
    413,
    'BODY_TOO_LARGE',
    '',
  ],
]

test.each(refusals)('%s is refused with code and fix', async (_name, path, asked, status, code, fix) => {
  const answer = await send(path, asked)
  expect(answer.status).toBe(status)
  expect(answer.json()).toMatchObject({
    code: code === '' ? expect.any(String) : code,
    fix: expect.stringContaining(fix),
    requestId: answer.headers['x-request-id'],
  })
})

test('a body of unsaid length is answered as soon as it is too large, and never held', async () => {
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  socket.write(
    `POST /ingest/contacts?source=s HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n` +
      'Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n',
  )
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
  for (let sent = 0; sent < 6; sent++) socket.write(chunk)
  // The body is not over: whoever waited for its end would wait for ever.
  socket.once('data', () => socket.write('0\r\n\r\n'))
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1.1 413 /)
  expect(answer).toContain('BODY_TOO_LARGE')
})

test.each([
  ['packed', 'Content-Type: text/csv\r\nContent-Encoding: gzip', 415],
  ['of another type', 'Content-Type: text/plain', 415],
  ['too large', 'Content-Type: application/x-ndjson', 413],
])(
  'whatever is left unread of a body that is %s, the next request of its connection is answered',
  async (_what, headers, status) => {
    const { hostname, port } = new URL(server.address)
    const host = `Host: ${hostname}:${port}`
    // More than the connection itself would hold.
    const body = 'x'.repeat(1_000_000)
    const socket = connect(Number(port), hostname)
    socket.write(
      `POST /ingest/contacts?source=s HTTP/1.1\r\n${host}\r\n${headers}\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
        `GET /health/live HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    )
    expect((await text(socket)).match(/(?<=HTTP\/1.1 )\d+/g)).toEqual([String(status), '200'])
  },
)

test('what a kind takes can be read as JSON Schema, limits and forms too', async () => {
  const schema = (await server.ask('/ingest/schema/cost-rates')).json()
  expect(schema).toMatchObject({
    title: 'cost-rates',
    type: 'object',
    anyOf: [{ required: ['id', 'from', 'perHour'] }, { required: ['id', 'deletedAt'] }],
    additionalProperties: false,
    properties: {
      from: { type: 'string', format: 'date-time' },
      overheadShare: { anyOf: [{ type: 'number', minimum: 0, maximum: 100 }, { type: 'null' }] },
    },
  })
  expect(JSON.stringify(schema)).not.toContain('"form"')
  const unknown = await server.ask('/ingest/schema/cost-rate')
  expect(unknown.status).toBe(404)
  expect(unknown.json()).toMatchObject({ code: 'UNKNOWN_KIND', fix: 'Did you mean /ingest/schema/cost-rates?' })
})

test('every kind is listed with where its schema is', async () => {
  const { kinds } = (await server.ask('/ingest/schema')).json<{
    kinds: { name: string; about: string; schema: string }[]
  }>()
  expect(kinds.map(({ name }) => name)).toEqual(kindNames)
  const schemas = await Promise.all(kinds.map(({ schema }) => server.ask(schema)))
  const told = schemas.map(({ status, json }) => ({ status, ...json<{ title: string; description: string }>() }))
  expect(told).toMatchObject(kinds.map(({ name, about }) => ({ status: 200, title: name, description: about })))
})

describe('an integrator', () => {
  let headers: Record<string, string>

  beforeAll(async () => {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const given = { name: 'crm', role: 'integrator', brands: null, source: 'crm', expiresAt } as const
    const { token } = await createToken(server.database.owner, given)
    headers = { ...NDJSON, authorization: `Bearer ${token}` }
  })

  test('writes its own source and reads its own batches', async () => {
    const answer = await send('/ingest/contacts?source=crm', { headers, body: contact('own') })
    expect(answer.status).toBe(200)
    const { batchId } = answer.json<BatchReceipt>()
    expect((await server.ask(`/ingest/batches/${batchId}`, { headers })).status).toBe(200)
  })

  test('reads what kinds there are; a viewer does not', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const viewer = { name: 'v', role: 'viewer', brands: null, source: null, expiresAt } as const
    const { token } = await createToken(server.database.owner, viewer)
    const statuses = async (asked: Asked) =>
      (await Promise.all(['', '/contacts'].map(path => server.ask(`/ingest/schema${path}`, asked)))).map(
        ({ status }) => status,
      )
    expect(await statuses({ headers })).toEqual([200, 200])
    expect(await statuses({ headers: { authorization: `Bearer ${token}` } })).toEqual([403, 403])
    // A server learns within a second that there are tokens.
    await expect.poll(() => statuses({}), { timeout: 10_000 }).toEqual([401, 401])
  })

  test('writes no other source', async () => {
    const answer = await send('/ingest/contacts?source=shop', { headers, body: contact('other') })
    expect(answer.status).toBe(403)
  })

  test('of one brand sends no batches, which might move records of another to it', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const given = { name: 'north', role: 'integrator', brands: ['north'], source: 'crm', expiresAt } as const
    const { token } = await createToken(server.database.owner, given)
    const own = { ...NDJSON, authorization: `Bearer ${token}` }
    const answer = await send('/ingest/contacts?source=crm', { headers: own, body: contact('brand') })
    expect({ status: answer.status, code: answer.json<{ code: string }>().code }).toEqual({
      status: 403,
      code: 'BRAND_WITHHELD',
    })
  })

  test("does not learn whether another source's batch is there", async () => {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const admin = await createToken(server.database.owner, {
      name: 'a',
      role: 'admin',
      brands: null,
      source: null,
      expiresAt,
    })
    const others = await send('/ingest/contacts?source=shop', {
      headers: { ...NDJSON, authorization: `Bearer ${admin.token}` },
      body: contact('shop'),
    })
    const { batchId } = others.json<BatchReceipt>()
    const ids = [batchId, '00000000-0000-4000-8000-000000000000', 'nonsense', "'"]
    const answers = await Promise.all(ids.map(id => server.ask(`/ingest/batches/${id}`, { headers })))
    const told = answers.map(({ status, text }) => `${status} ${text.replace(/"requestId":"[^"]+"/, '')}`)
    expect(answers[0]?.status).toBe(404)
    expect(new Set(told).size).toBe(1)
  })
})
