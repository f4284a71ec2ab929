import { type IncomingMessage, request } from 'node:http'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import { writeFit } from '../lifetime/lifetime.queries.ts'
import { createToken } from '../security/tokens.ts'
import { openFeed } from './feed.ts'
import { endListeners } from './stream.test.queries.ts'

const QUERY = 'subscription { figuresChanged { asOf facts } }'

interface Change {
  asOf: string
  facts: string[]
}

let server: TestServer
let admin: Readonly<Record<string, string>>

async function bearer(brands: string[] | null, role: 'viewer' | 'admin' | 'integrator' = 'viewer') {
  const source = role === 'integrator' ? 'crm' : null
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { token } = await createToken(server.database.owner, { name: 'live', role, brands, source, expiresAt })
  return { authorization: `Bearer ${token}` }
}

beforeAll(async () => {
  server = await testServer()
  admin = await bearer(null, 'admin')
  // Whoever has learnt that there are tokens asks for one.
  while ((await server.ask('/graphql', { method: 'POST' })).status !== 401) await new Promise(setImmediate)
})
afterAll(() => server.close())

/** Listens from the moment it resolves. */
async function listen(headers: Readonly<Record<string, string>>) {
  const client = createClient({ url: `${server.address}/graphql/stream`, headers, retryAttempts: 0 })
  const connected = Promise.withResolvers<void>()
  const changes = client.iterate<{ figuresChanged: Change }>({ query: QUERY }, { connected: () => connected.resolve() })
  const next = async (): Promise<Change> => {
    const { value } = await changes.next()
    if (!value?.data) throw new Error(JSON.stringify(value))
    return value.data.figuresChanged
  }
  const first = next()
  await Promise.race([connected.promise, first])
  return { first, next, close: () => client.dispose() }
}

const contact = (id: string, brand: string) => ({
  id,
  customer: 'anja',
  channel: 'chat',
  openedAt: '2026-03-02T10:00:00Z',
  brand,
})

describe('who listens to changes', () => {
  test('is told of which facts the figures have changed, and nobody of brands that are not theirs', async () => {
    const [north, south] = await Promise.all([listen(await bearer(['north'])), listen(await bearer(['south']))])
    await server.ingest('contacts', [contact('n1', 'north')], admin)
    const told = await north.first
    expect(told.facts).toContain('contact')
    expect(Date.parse(told.asOf)).toBeGreaterThan(Date.parse('2026-01-01'))
    await server.ingest(
      'feedback',
      [{ id: 'f1', kind: 'csat', score: 5, at: '2026-03-02T10:00:00Z', brand: 'south' }],
      admin,
    )
    expect((await south.first).facts).toEqual(['feedback'])
    north.close()
    south.close()
  })

  test('is told several changes at once when reading slowly', async () => {
    const slow = await listen(admin)
    await server.ingest('contacts', [contact('n2', 'north')], admin)
    await slow.first
    await server.ingest('contacts', [contact('n3', 'north')], admin)
    await server.ingest('orders', [{ id: 'o1', customer: 'anja', at: '2026-03-02T10:00:00Z', amount: 5 }], admin)
    const facts = new Set<string>()
    while (!facts.has('contact') || !facts.has('order')) for (const fact of (await slow.next()).facts) facts.add(fact)
    slow.close()
  })

  test('is told to look again after the database was gone, and of what comes then', async () => {
    const lasting = await listen(admin)
    expect(await endListeners(server.database.owner)).toBe(1)
    expect((await lasting.first).facts).toContain('contact')
    await server.ingest('orders', [{ id: 'o2', customer: 'anja', at: '2026-03-03T10:00:00Z', amount: 5 }], admin)
    expect((await lasting.next()).facts).toContain('order')
    lasting.close()
  })

  test('hears of what customers are worth when it was fitted anew', async () => {
    const listener = await listen(admin)
    const fit = { customers: 0, problem: null, model: null, spending: null, marginByMonth: [] }
    await server.database.owner.begin(sql => writeFit(sql, ['north'], { day: '2026-03-01', orders: 1 }, fit, null))
    expect((await listener.first).facts).toEqual(['lifetime'])
    listener.close()
  })
})

test('who leaves is let go of, though nothing changes', async () => {
  const feed = await openFeed({ owner: server.database.owner, onFailure: fault => expect.unreachable(String(fault)) })
  const changes = feed.changes({
    id: 'anja',
    name: 'anja',
    role: 'admin',
    brands: [],
    seesAllBrands: true,
    source: null,
  })
  const waiting = changes.next()
  await changes.return()
  expect(await waiting).toEqual({ done: true, value: undefined })
  await feed.close()
})

describe('a stream is refused', () => {
  const sent = async (body: unknown, headers: Readonly<Record<string, string>> = admin) => {
    const answer = await server.ask('/graphql/stream', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify(body),
    })
    return { status: answer.status, ...answer.json<{ code: string; fix: string }>() }
  }

  test('to strangers, other sites and roles that read no figures', async () => {
    expect(await sent({ query: QUERY }, {})).toMatchObject({ status: 401, code: 'TOKEN_NEEDED' })
    expect(await sent({ query: QUERY }, { ...admin, origin: 'https://elsewhere.test' })).toMatchObject({
      status: 403,
      code: 'FOREIGN_ORIGIN',
    })
    expect(await sent({ query: QUERY }, await bearer(null, 'integrator'))).toMatchObject({ status: 403 })
  })

  test.each([
    ['a question', { query: '{ __typename }' }, 'NOT_A_SUBSCRIPTION'],
    ['what is not in the schema', { query: 'subscription { weather }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['what is no document', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
    ['nothing at all', {}, 'BAD_REQUEST'],
  ])('when it is %s', async (_what, body, code) => {
    expect(await sent(body)).toMatchObject({ status: 400, code, fix: expect.any(String) })
  })

  test('to who does not read streams', async () => {
    expect(await sent({ query: QUERY }, { ...admin, accept: 'application/json' })).toMatchObject({ status: 406 })
  })

  test('to who has fifty open, until one of them is closed, though nothing has changed since', async () => {
    const own = await bearer(['north'])
    const open = Array.from({ length: 50 }, () => rawStream(own))
    await Promise.all(open.map(({ answered }) => answered))
    expect(await sent({ query: QUERY }, own)).toMatchObject({ status: 429, code: 'TOO_MANY_STREAMS' })
    for (const { end } of open) end()
    let status = 429
    while (status === 429) {
      const next = rawStream(own)
      status = (await next.answered).statusCode ?? 0
      next.end()
    }
    expect(status).toBe(200)
  })
})

/** A stream that nobody reads. */
function rawStream(headers: Readonly<Record<string, string>>) {
  const { hostname, port } = new URL(server.address)
  const asked = request({
    hostname,
    port,
    path: '/graphql/stream',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
  })
  const answered = new Promise<IncomingMessage>(resolve => asked.on('response', resolve))
  asked.on('error', () => {})
  asked.end(JSON.stringify({ query: QUERY }))
  return { answered, end: () => asked.destroy() }
}

test('the path of questions takes no subscriptions, and says where they go', async () => {
  const { errors } = await server.graphql(QUERY, {}, admin)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBSCRIPTION_BY_STREAM' })
  expect(errors?.[0]?.extensions['fix']).toContain('/graphql/stream')
})
