import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCompany } from '../../../../test/golden/company.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import { openDatabase } from '../db/pools.ts'
import { readerName } from '../db/roles.queries.ts'
import { allowReading, forbidReading, lockTable } from './masking.test.queries.ts'

let server: TestServer
let reader: string

beforeAll(async () => {
  server = await testServer()
  await loadCompany(server)
  reader = await readerName(server.database.owner)
})
afterAll(() => server.close())

const MASKED = {
  message: 'Something went wrong on our side',
  extensions: { code: 'INTERNAL', path: '', fix: expect.any(String), requestId: expect.any(String) },
}

describe('a resolver that really fails', () => {
  beforeEach(async () => {
    await forbidReading(server.database.owner, 'orders', reader)
    return () => allowReading(server.database.owner, 'orders', reader)
  })

  test('tells nothing but a request id, under which the log has it', async () => {
    const answer = await server.ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ orders(first: 1) { nodes { externalId } } }' }),
    })
    const { errors } = answer.json<{ errors: { extensions: { requestId: string } }[] }>()
    expect(errors).toEqual([{ ...MASKED, locations: expect.anything(), path: ['orders', 'nodes'] }])
    expect(answer.text).not.toMatch(/permission|denied|select|postgres|\.ts/i)
    const requestId = errors[0]?.extensions.requestId
    expect(answer.headers['x-request-id']).toBe(requestId)
    const lines = server.logged.filter(line => line.includes(`"requestId":"${requestId}"`))
    const fault = lines
      .map(line => JSON.parse(line) as { level: number; err?: object })
      .find(({ level }) => level >= 50)
    expect(fault?.err).toMatchObject({ name: 'PostgresError', code: '42501', statement: 'page: orders' })
  })

  test('counts among the faults that are measured', async () => {
    const count = async () => Number(/^tweeluik_faults_total (\d+)$/m.exec((await server.ask('/metrics')).text)?.[1])
    const before = await count()
    await server.graphql('{ orders(first: 1) { nodes { externalId } } }')
    expect(await count()).toBe(before + 1)
  })

  test('leaves what was asked beside it in another turn', async () => {
    const { data, errors } = await server.graphql('{ customers { nodes { name orders { nodes { externalId } } } } }')
    expect(data).toBeNull()
    expect(errors?.every(({ message }) => message === MASKED.message)).toBe(true)
    expect((await server.graphql('{ customers { totalCount } }')).data).toEqual({ customers: { totalCount: 3 } })
  })
})

test('a question that takes the database too long is told so, with what to ask instead', async () => {
  const database = await openDatabase({ url: server.database.url, readTimeoutMs: 50 })
  const impatient = await testServer({ database })
  await server.database.owner.begin(async sql => {
    await lockTable(sql, 'orders')
    const { errors } = await impatient.graphql('{ orders(first: 1) { nodes { id } } }')
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUESTION_TOO_HEAVY', fix: expect.any(String) })
  })
  await impatient.close()
  await database.close()
})

const failures: [
  string,
  string,
  { method?: string; headers?: Record<string, string>; body?: string },
  number,
  string,
][] = [
  ['JSON that is none', '/graphql', { body: '{"query":' }, 400, 'BAD_JSON'],
  ['no body', '/graphql', { body: '' }, 400, 'EMPTY_BODY'],
  ['a poisoned prototype', '/graphql', { body: '{"__proto__": {"a": 1}}' }, 400, 'BAD_JSON'],
  ['an unknown page', '/nothing', { method: 'GET' }, 404, 'NOT_FOUND'],
  ['a broken address', '/%E0%A4%A', { method: 'GET' }, 400, 'BAD_REQUEST'],
  ['a method that is not there', '/health/live', { method: 'DELETE', headers: {} }, 404, 'NOT_FOUND'],
  [
    'a form',
    '/graphql',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['plain text', '/graphql', { headers: { 'content-type': 'text/plain' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a file',
    '/graphql',
    { headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['no content type', '/graphql', { headers: { 'content-type': '' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
]

test.each(failures)(
  '%s is answered with code, path, fix and a request id',
  async (_name, path, asked, status, code) => {
    const { method = 'POST', headers = { 'content-type': 'application/json' }, body } = asked
    const answer = await server.ask(path, { method, headers, body: method === 'POST' ? (body ?? '{}') : undefined })
    expect(answer.status).toBe(status)
    expect(answer.json()).toEqual({
      code,
      path: expect.any(String),
      message: expect.any(String),
      fix: expect.any(String),
      requestId: answer.headers['x-request-id'],
    })
  },
)

test('neither questions nor their variables are logged', async () => {
  await server.graphql('query ($name: String) { customers(where: {brand: {eq: $name}}) { totalCount } }', {
    name: 'anja@example.com',
  })
  await server.ask('/?email=anja@example.com')
  expect(server.logged.join('')).not.toContain('anja@example.com')
})
