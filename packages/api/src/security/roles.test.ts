import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCompany } from '../../../../test/golden/company.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import type { Role } from './roles.ts'
import { createToken } from './tokens.ts'

let server: TestServer

/** What a program of this role sends along. */
async function bearer(role: Role, brands: string[] | null = null): Promise<Record<string, string>> {
  const source = role === 'integrator' ? 'crm' : null
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { token } = await createToken(server.database.owner, { name: role, role, brands, source, expiresAt })
  return { authorization: `Bearer ${token}` }
}

beforeAll(async () => {
  server = await testServer()
  await loadCompany(server)
  await server.ingest('customers', [{ id: 'south', name: 'Zus Zuid', brand: 'south' }])
  await server.ingest('contacts', [
    { id: 's1', customer: 'south', brand: 'south', channel: 'phone', openedAt: '2026-03-09T09:00:00Z' },
  ])
})
afterAll(() => server.close())

const PERSON = `{ customers(where: {segment: {eq: "gold"}}) { nodes { segment name email phone attributes
  contacts(last: 1) { nodes { externalId topic agent subject text feedback { nodes { score comment } } } } } } }`

const masked = {
  segment: 'gold',
  name: null,
  email: null,
  phone: null,
  attributes: null,
  contacts: {
    nodes: [
      {
        externalId: 'c1',
        topic: 'delivery',
        agent: null,
        subject: null,
        text: null,
        feedback: {
          nodes: [
            { score: 6, comment: null },
            { score: 5, comment: null },
          ],
        },
      },
    ],
  },
}

describe('rows', () => {
  test('are not for viewers, who see figures', async () => {
    const headers = await bearer('viewer')
    const { data, errors } = await server.graphql(PERSON, {}, headers)
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ROWS_WITHHELD' })
    const figures = `{ metrics(keys: [CONTACTS], period: {from: "2026-01-01", to: "2027-01-01"}) {
      total { value suppressed n records { nodes { __typename } } } } }`
    expect(await server.graphql(figures, {}, headers)).toEqual({
      data: { metrics: [{ total: { value: null, suppressed: true, n: null, records: null } }] },
    })
  })

  test('that stand beside figures are for whoever sees figures', async () => {
    const query = '{ annotations(where: {name: {eq: "New invoice"}}) { nodes { name } } }'
    expect((await server.graphql(query, {}, await bearer('viewer'))).data).toEqual({
      annotations: { nodes: [{ name: 'New invoice' }] },
    })
    const { errors } = await server.graphql(query, {}, await bearer('integrator'))
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ROLE_WITHOUT_RIGHT' })
  })

  test('are without personal data for analysts', async () => {
    const { data, errors } = await server.graphql(PERSON, {}, await bearer('analyst'))
    expect(errors).toBeUndefined()
    expect(data).toEqual({ customers: { nodes: [masked] } })
  })

  test('are whole for service', async () => {
    const { data } = await server.graphql(PERSON, {}, await bearer('service'))
    expect(data).toMatchObject({
      customers: {
        nodes: [
          {
            name: 'Anja Bakker',
            email: 'anja@example.com',
            contacts: {
              nodes: [
                {
                  agent: 'Alfredo',
                  subject: 'Where is my parcel?',
                  feedback: { nodes: [{ comment: null }, { comment: 'Snel geholpen' }] },
                },
              ],
            },
          },
        ],
      },
    })
  })

  test('of a figure are without personal data for analysts too', async () => {
    const query = `{ metrics(keys: [CSAT], period: {from: "2026-01-01", to: "2027-01-01"}) {
      total { records { nodes { ... on Feedback { score comment } } } } } }`
    const { data } = await server.graphql(query, {}, await bearer('analyst'))
    expect(data).toEqual({ metrics: [{ total: { records: { nodes: [{ score: 5, comment: null }] } } }] })
  })

  test('cannot be guessed at by analysts through conditions and orders', async () => {
    const headers = await bearer('analyst')
    for (const [query, path] of [
      ['{ contacts(where: {not: {agent: {startsWith: "A"}}}) { totalCount } }', 'where.agent'],
      ['{ customers(orderBy: {field: NAME}) { edges { cursor } } }', 'orderBy.field'],
    ]) {
      const { data, errors } = await server.graphql(query ?? '', {}, headers)
      expect(data).toBeNull()
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'PERSONAL_DATA', path })
    }
  })

  test('of other brands are not there', async () => {
    const query = '{ contacts { totalCount nodes { externalId } } customers { nodes { name } } }'
    expect(await server.graphql(query, {}, await bearer('service', ['south']))).toEqual({
      data: {
        contacts: { totalCount: 1, nodes: [{ externalId: 's1' }] },
        customers: { nodes: [{ name: 'Zus Zuid' }] },
      },
    })
    const { data } = await server.graphql('{ contacts { totalCount } }', {}, await bearer('service'))
    expect(data).toEqual({ contacts: { totalCount: 5 } })
  })

  test('that are forbidden answer as those that are missing', async () => {
    const admin = await bearer('admin')
    const found = await server.graphql('{ contacts(where: {externalId: {eq: "c1"}}) { nodes { id } } }', {}, admin)
    const { id } = (found.data as { contacts: { nodes: [{ id: string }] } }).contacts.nodes[0]
    const missing = Buffer.from('contact:00000000-0000-5000-8000-000000000000').toString('base64url')
    const ask = async (asked: string, headers: Record<string, string>) =>
      server.graphql('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id: asked }, headers)
    expect(await ask(id, admin)).toEqual({ data: { node: { id }, nodes: [{ id }] } })
    const nothing = { data: { node: null, nodes: [null] } }
    expect(await ask(missing, admin)).toEqual(nothing)
    expect(await ask(id, await bearer('service', ['south']))).toEqual(nothing)
    expect(await ask(id, await bearer('viewer'))).toEqual(nothing)
  })
})

describe('paths', () => {
  const open: [Role, Record<string, number>][] = [
    ['viewer', { '/graphql': 200, '/ingest/contacts?source=crm': 403, '/metrics': 403 }],
    ['analyst', { '/graphql': 200, '/ingest/contacts?source=crm': 403, '/metrics': 403 }],
    ['service', { '/graphql': 200, '/ingest/contacts?source=crm': 403, '/metrics': 403 }],
    [
      'integrator',
      { '/graphql': 403, '/ingest/contacts?source=crm': 200, '/ingest/contacts?source=shop': 403, '/metrics': 403 },
    ],
    [
      'admin',
      { '/graphql': 200, '/ingest/contacts?source=crm': 200, '/ingest/contacts?source=shop': 200, '/metrics': 200 },
    ],
  ]

  test.each(open)('for %s are exactly %j', async (role, statuses) => {
    const headers = { 'content-type': 'application/json', ...(await bearer(role)) }
    const bodies: Record<string, string> = {
      '/graphql': '{"query": "{ __typename }"}',
      '/ingest/contacts': '[{"id": "1", "channel": "phone", "openedAt": "2026-01-01T00:00:00Z"}]',
    }
    const found: Record<string, number> = {}
    for (const path of Object.keys(statuses)) {
      const body = bodies[path.split('?')[0] ?? '']
      found[path] = (await server.ask(path, { method: body ? 'POST' : 'GET', headers, body })).status
    }
    expect(found).toEqual(statuses)
  })

  test('to the schema are for who may see rows', async () => {
    const ask = async (role: Role) => server.graphql('{ __schema { queryType { name } } }', {}, await bearer(role))
    expect((await ask('analyst')).errors).toBeUndefined()
    expect((await ask('viewer')).errors?.[0]?.extensions).toMatchObject({ code: 'INTROSPECTION_WITHHELD' })
  })
})
