import { recordId } from '@tweeluik/schema'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import type { Role } from '../../packages/api/src/security/roles.ts'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { cellsOf, contentOf } from '../model/content.queries.ts'
import { derivedDifferences } from '../model/derived.queries.ts'
import { customersOf, impossibleCustomers } from '../model/identity.queries.ts'
import { type TestServer, testServer } from '../support/serving.ts'

let server: TestServer
let people: Record<string, string> = {}
/** Of the running test: its sources and its brands are its own. */
let turn = 0
const own = (name: string) => `${name}.${turn}`

beforeAll(async () => {
  server = await testServer()
})
beforeEach(() => {
  turn += 1
  people = {}
})
afterAll(() => server.close())

/** Sends what one system knows; each list of records is one delivery. */
async function send(source: string, kind: string, ...records: object[]): Promise<void> {
  const body = JSON.stringify(records.map(record => ({ brand: 'own', ...record })))
  const { status, text } = await server.ask(`/ingest/${kind}?source=${own(source)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...people },
    body: body.replaceAll(/"(source|brand)":"([^"]*)"/g, (_, key, name) => `"${key}":"${own(name)}"`),
  })
  expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('"rejected":0') })
}

const idOf = (source: string, id: string) => globalId('customer', recordId('customer', own(source), id))

async function ask<Data>(query: string, variables = {}, headers: Record<string, string> = people): Promise<Data> {
  const { data, errors } = await server.graphql(query, variables, headers)
  expect(errors).toBeUndefined()
  return data as Data
}

interface Merged {
  customers: { id: string }[]
  problems: { code: string; path: string; message: string; fix: string }[]
}

async function decide(name: string, argument: string, value: unknown, headers = people): Promise<Merged> {
  const type = argument === 'merge' ? 'ID!' : '[ID!]!'
  const query = `mutation ($value: ${type}) { ${name}(${argument}: $value) { customers { id } problems { code path message fix } } }`
  return (await ask<Record<string, Merged>>(query, { value }, headers))[name] as Merged
}
const merge = (...customers: string[]) => decide('mergeCustomers', 'customers', customers)
const keepApart = (...customers: string[]) => decide('keepCustomersApart', 'customers', customers)
const undo = (id: string | null | undefined) => decide('undoMerge', 'merge', id)

const done = { problems: [] }
const refused = (code: string, path: string) => ({ customers: [], problems: [{ code, path }] })

interface Found {
  id: string
  identities: { source: string; externalId: string; joinedBy: string | null; joinedThrough: string | null }[]
  merges: { id: string; rule: string; mergedBy: string | null; undoneAt: string | null; undoneBy: string | null }[]
}
const FOUND = `id identities { source externalId joinedBy joinedThrough } merges { id rule mergedBy undoneAt undoneBy }`

const customerBy = async (source: string, id: string) =>
  (
    await ask<{ node: Found }>(`query ($id: ID!) { node(id: $id) { ... on Customer { ${FOUND} } } }`, {
      id: idOf(source, id),
    })
  ).node

/** The merge by which an identity came to its customer. */
const mergeOf = async (source: string, id: string) => {
  const { identities } = await customerBy(source, id)
  return identities.find(identity => identity.source === own(source) && identity.externalId === id)?.joinedThrough
}

const suggestions = async () =>
  (
    await ask<{ possibleDuplicates: { nodes: object[]; totalCount: number } }>(
      `query ($brands: [String!]!) { possibleDuplicates(first: 200, where: { brand: { in: $brands } }) {
        totalCount nodes { reason hindrance one { id } other { id } } } }`,
      { brands: ['own', 'north', 'south'].map(own) },
    )
  ).possibleDuplicates

const customers = () => customersOf(server.database.owner, `.${turn}`)

/** Whatever was done, everything follows from what is known. */
async function checkAll(): Promise<void> {
  expect(await impossibleCustomers(server.database.owner)).toEqual([])
  expect(await derivedDifferences(server.database.owner)).toEqual([])
  expect(await audit(server.database)).toEqual([])
}

const pair = (...ids: string[]) => [...ids].sort()
const order = (id: string, customer: unknown, day = 2) => ({
  id,
  customer,
  at: `2026-03-0${day}T10:00:00Z`,
  amount: 10,
})

describe('a source that says sameAs', () => {
  test('makes one customer of a visitor and who it turned out to be, whose story is whole', async () => {
    await send('web', 'interactions', { id: 'i1', customer: 'v1', touchpoint: 'blog', at: '2026-03-01T10:00:00Z' })
    await send('shop', 'orders', order('o1', { source: 'crm', id: 'c1' }))
    await send('web', 'customers', { id: 'v1', anonymous: true, sameAs: [{ source: 'crm', id: 'c1' }] })
    const node = async () =>
      (
        await ask<{ node: object }>(
          `query ($id: ID!) { node(id: $id) { ... on Customer { name anonymous interactions { totalCount } orders { totalCount } } } }`,
          { id: idOf('web', 'v1') },
        )
      ).node
    const whole = { interactions: { totalCount: 1 }, orders: { totalCount: 1 } }
    expect(await node()).toEqual({ name: null, anonymous: true, ...whole })
    await send('crm', 'customers', { id: 'c1', name: 'Anja' })
    expect(await node()).toEqual({ name: 'Anja', anonymous: null, ...whole })
    await send('web', 'customers', { id: 'v1', anonymous: true, country: 'NL', sameAs: [{ source: 'crm', id: 'c1' }] })
    expect(await node()).toEqual({ name: 'Anja', anonymous: null, ...whole })
    expect(await customers()).toEqual(['crm c1, web v1'])
    await checkAll()
  })

  test('of itself says nothing, and in a circle no more than once', async () => {
    await send(
      'crm',
      'customers',
      { id: 'a', sameAs: [{ source: 'crm', id: 'a' }] },
      { id: 'b', sameAs: [{ source: 'crm', id: 'c' }] },
      { id: 'c', sameAs: [{ source: 'crm', id: 'd' }] },
      { id: 'd', sameAs: [{ source: 'crm', id: 'b' }] },
    )
    expect(await customers()).toEqual(['crm a', 'crm b, crm c, crm d'])
    await checkAll()
  })

  test('of one whom nobody has told brings together all who say so, and lets go whom it names no more', async () => {
    const person = { source: 'persons', id: 'p1' }
    await send('shop', 'customers', ...['a', 'b', 'c'].map(id => ({ id, sameAs: [person] })))
    expect(await customers()).toEqual(['persons p1, shop a, shop b, shop c'])
    await send('shop', 'customers', { id: 'b', name: 'Another' })
    expect(await customers()).toEqual(['persons p1, shop a, shop c', 'shop b'])
    await checkAll()
  })

  test('is heard no more once its record is deleted', async () => {
    await send('web', 'interactions', { id: 'i1', customer: 'v1', touchpoint: 'blog', at: '2026-03-01T10:00:00Z' })
    await send('web', 'customers', { id: 'v1', sameAs: [{ source: 'crm', id: 'c1' }] })
    await send('crm', 'customers', { id: 'c1', name: 'Anja', email: 'a@x.nl' })
    await send('web', 'customers', { id: 'v1', deletedAt: '2026-03-03T10:00:00Z' })
    expect(await customers()).toEqual(['crm c1', 'web v1'])
    await checkAll()
  })

  test('crosses no brand: who sees the one learns nothing of the other', async () => {
    await send('crm', 'customers', { id: 'c1', name: 'North', email: 'a@x.nl', brand: 'north' })
    await send('shop', 'customers', {
      id: 's1',
      name: 'South',
      email: 'a@x.nl',
      brand: 'south',
      sameAs: [{ source: 'crm', id: 'c1' }],
    })
    expect(await customers()).toEqual(['crm c1', 'shop s1'])
    expect(await suggestions()).toMatchObject({ totalCount: 0 })
    expect(await merge(idOf('crm', 'c1'), idOf('shop', 's1'))).toMatchObject(refused('OTHER_BRAND', 'customers'))
    await checkAll()
  })
})

describe('an equal e-mail address', () => {
  test('makes one customer of two sources, whatever its capitals, and each field shows the newest', async () => {
    await send('crm', 'customers', {
      id: 'c1',
      name: 'Anja de Vries',
      email: 'Anja@X.nl ',
      segment: 'gold',
      updatedAt: '2026-01-01T00:00:00Z',
    })
    await send('shop', 'customers', {
      id: 's1',
      name: 'A. de Vries',
      email: 'anja@x.nl',
      updatedAt: '2026-02-01T00:00:00Z',
    })
    const { node } = await ask<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on Customer { name segment email } } }',
      { id: idOf('crm', 'c1') },
    )
    expect(node).toEqual({ name: 'A. de Vries', segment: 'gold', email: 'anja@x.nl' })
    expect((await customerBy('shop', 's1')).merges).toMatchObject([{ rule: 'EMAIL', mergedBy: null, undoneAt: null }])
    await checkAll()
  })

  test('never makes one of two ids of one source, unless that source says so: it suggests', async () => {
    await send('crm', 'customers', { id: 'c1', email: 'a@x.nl' }, { id: 'c2', email: 'a@x.nl' })
    await send('shop', 'customers', { id: 's1', email: 'a@x.nl' })
    expect(await customers()).toEqual(['crm c1', 'crm c2', 'shop s1'])
    const { nodes } = await suggestions()
    expect(nodes).toHaveLength(2)
    expect(nodes).toMatchObject(Array(2).fill({ reason: 'SAME_EMAIL', hindrance: 'ONE_SOURCE' }))
    await send('crm', 'customers', { id: 'c2', email: 'a@x.nl', sameAs: [{ source: 'crm', id: 'c1' }] })
    expect(await customers()).toEqual(['crm c1, crm c2, shop s1'])
    expect(await suggestions()).toEqual({ totalCount: 0, nodes: [] })
    await checkAll()
  })

  test('of a person and a company suggests only', async () => {
    await send('crm', 'customers', { id: 'c1', kind: 'company', email: 'info@x.nl' })
    await send('shop', 'customers', { id: 's1', kind: 'person', email: 'info@x.nl' })
    expect(await suggestions()).toMatchObject({ nodes: [{ reason: 'SAME_EMAIL', hindrance: 'KINDS' }] })
  })

  test("of a hundred customers is nobody's: each is suggested once, and of more than a hundred none", async () => {
    const known = (number: number) => [`system-${number}`, 'customers', { id: 'c', email: 'family@x.nl' }] as const
    for (let number = 0; number < 10; number++) await send(...known(number))
    expect(await customers()).toHaveLength(1)
    for (let number = 10; number < 13; number++) await send(...known(number))
    expect(await customers()).toHaveLength(13)
    expect(await suggestions()).toMatchObject({
      totalCount: 12,
      nodes: expect.arrayContaining([expect.objectContaining({ reason: 'SAME_EMAIL', hindrance: 'MANY' })]),
    })
    const many = Array.from({ length: 100 }, (_, number) => ({ id: `m${number}`, email: 'family@x.nl' }))
    await send('crm', 'customers', ...many)
    expect(await suggestions()).toMatchObject({ totalCount: 0 })
    await checkAll()
  })
})

test('what others suggest stays when somebody comes who only resembles some of them', async () => {
  await send('crm', 'customers', { id: 'c1', email: 'anja+crm@x.nl', phone: '06 12345678' })
  await send('shop', 'customers', { id: 's1', email: 'anja+shop@x.nl', phone: '06 12345678' })
  await send('desk', 'customers', { id: 'd1', phone: '06 12345678' })
  const { nodes } = await suggestions()
  const ofNumber = nodes.filter(node => 'reason' in node && node.reason === 'SAME_PHONE')
  expect(ofNumber).toHaveLength(2)
  await send('web', 'customers', { id: 'w1', email: 'anja+web@x.nl' })
  expect((await suggestions()).nodes).toEqual(expect.arrayContaining(ofNumber))
})

test('who was kept apart is not suggested again when a record comes that knows only one id of the other', async () => {
  // The decision stands at the least id of the merged customer, the number at the other one.
  const [least = '', more = ''] = ['shop', 'desk'].sort((one, other) =>
    recordId('customer', own(one), 'k1') < recordId('customer', own(other), 'k1') ? -1 : 1,
  )
  await send(least, 'customers', { id: 'k1', email: 'anja@x.nl' })
  await send(more, 'customers', { id: 'k1', email: 'anja@x.nl', phone: '06 12345678' })
  await send('crm', 'customers', { id: 'k1', phone: '06 12345678' })
  expect(await keepApart(idOf(least, 'k1'), idOf('crm', 'k1'))).toMatchObject(done)
  expect(await suggestions()).toEqual({ totalCount: 0, nodes: [] })
  await send('crm', 'customers', { id: 'k1', phone: '06 12345678', name: 'Bert' })
  expect(await suggestions()).toEqual({ totalCount: 0, nodes: [] })
})

test('an address that is almost the same, and a number however it is written, suggest', async () => {
  await send('crm', 'customers', { id: 'c1', email: 'anja+shoes@x.nl' }, { id: 'c2', phone: '06 12345678' })
  await send('shop', 'customers', { id: 's1', email: 'anja@x.nl' }, { id: 's2', phone: '+31-6-12345678' })
  expect((await suggestions()).nodes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ reason: 'SIMILAR_EMAIL', hindrance: null }),
      expect.objectContaining({ reason: 'SAME_PHONE', hindrance: null }),
    ]),
  )
  expect(await customers()).toHaveLength(4)
})

describe('by hand', () => {
  /** Three systems that know somebody, and what happened with each. */
  async function threeKnown(): Promise<void> {
    await send('crm', 'customers', { id: 'a', name: 'A', segment: 'gold', acquiredAt: '2026-03-01T00:00:00Z' })
    await send('shop', 'customers', { id: 'b', name: 'B', country: 'NL' })
    await send('web', 'customers', { id: 'c', anonymous: true })
    const customer = { a: { source: 'crm', id: 'a' }, b: { source: 'shop', id: 'b' }, c: { source: 'web', id: 'c' } }
    await send('shop', 'orders', order('o1', customer.a, 2), order('o2', customer.b, 3), order('o3', customer.b, 1))
    await send(
      'desk',
      'contacts',
      { id: 'k1', customer: customer.a, channel: 'phone', topic: 'bill', openedAt: '2026-03-02T12:00:00Z' },
      { id: 'k2', customer: customer.b, channel: 'chat', topic: 'bill', openedAt: '2026-03-04T12:00:00Z' },
      { id: 'k3', customer: customer.c, channel: 'chat', topic: 'bill', openedAt: '2026-03-05T12:00:00Z' },
    )
    await send('desk', 'contact-events', { id: 'e1', contact: 'k2', type: 'resolved', at: '2026-03-04T13:00:00Z' })
    await send('desk', 'feedback', { id: 'f1', contact: 'k2', kind: 'csat', score: 5, at: '2026-03-04T14:00:00Z' })
    await send('web', 'interactions', { id: 'i1', customer: 'c', touchpoint: 'blog', at: '2026-03-01T10:00:00Z' })
  }
  let [a, b, c] = ['', '', '']
  beforeEach(() => {
    a = idOf('crm', 'a')
    b = idOf('shop', 'b')
    c = idOf('web', 'c')
  })

  const all = async () => {
    const { owner } = server.database
    return { content: withoutTimes(await contentOf(owner)), cells: await cellsOf(owner) }
  }

  test('merged and undone is as if nothing had been, what came in between included', async () => {
    const between = () =>
      send('shop', 'orders', order('o4', { source: 'shop', id: 'b' }, 5), order('o5', { source: 'web', id: 'c' }, 4))
    const shared = server
    try {
      server = await testServer()
      await threeKnown()
      expect(await merge(a, b)).toMatchObject(done)
      expect(await merge(b, c)).toMatchObject(done)
      expect(await customers()).toEqual(['crm a, shop b, web c'])
      await checkAll()
      await between()
      await checkAll()
      for (const { id } of (await customerBy('crm', 'a')).merges) expect(await undo(id)).toMatchObject(done)
      expect(await customers()).toEqual(['crm a', 'shop b', 'web c'])
      await checkAll()
      const undone = await all()
      await server.close()

      server = await testServer()
      await threeKnown()
      await between()
      expect(undone).toEqual(await all())
      await server.close()
    } finally {
      server = shared
    }
  })

  test('the middle of a chain of three can be undone: the rest stays together', async () => {
    await threeKnown()
    await merge(a, b)
    await merge(b, c)
    const { merges } = await customerBy('crm', 'a')
    expect(merges).toMatchObject([{ rule: 'HAND', mergedBy: 'local' }, { rule: 'HAND' }])
    const [second, first] = merges
    expect(await undo(first?.id)).toMatchObject(done)
    expect(await customers()).toHaveLength(2)
    await checkAll()
    expect(await undo(first?.id)).toMatchObject(refused('ALREADY_UNDONE', 'merge'))
    expect(await undo(second?.id)).toMatchObject(done)
    expect(await customers()).toEqual(['crm a', 'shop b', 'web c'])
    expect((await customerBy('shop', 'b')).merges.every(({ undoneBy }) => undoneBy === 'local')).toBe(true)
    await checkAll()
  })

  test('what a rule merged and somebody undid stays undone when its records come again, and others stay with it', async () => {
    const known = (id: string, name = id) => ({ id, name, email: 'a@x.nl' })
    await send('crm', 'customers', known('a'))
    await send('shop', 'customers', known('b'))
    await send('web', 'customers', known('c'))
    const came = [await mergeOf('crm', 'a'), await mergeOf('shop', 'b'), await mergeOf('web', 'c')]
    expect(came.filter(Boolean)).toHaveLength(2)
    expect(await undo(came.find(Boolean))).toMatchObject(done)
    expect(await customers()).toHaveLength(2)
    const parted = await customers()
    await send('shop', 'customers', known('b', 'Again'))
    await send('web', 'customers', known('c', 'Again'))
    expect(await customers()).toEqual(parted)
    await checkAll()
  })

  test('a suggestion is accepted by merging and dismissed by keeping apart', async () => {
    await send('crm', 'customers', { id: 'c1', email: 'a@x.nl' }, { id: 'c2', email: 'a@x.nl' })
    await send('crm', 'customers', { id: 'd1', email: 'd@x.nl' }, { id: 'd2', email: 'd@x.nl' })
    expect(await suggestions()).toMatchObject({ totalCount: 2 })
    expect(await merge(idOf('crm', 'c1'), idOf('crm', 'c2'))).toMatchObject(done)
    expect(await keepApart(idOf('crm', 'd1'), idOf('crm', 'd2'))).toMatchObject(done)
    expect(await suggestions()).toEqual({ totalCount: 0, nodes: [] })
    expect(await customers()).toEqual(['crm c1, crm c2', 'crm d1', 'crm d2'])
    expect(await merge(idOf('crm', 'd1'), idOf('crm', 'd2'))).toMatchObject(done)
    expect(await customers()).toEqual(['crm c1, crm c2', 'crm d1, crm d2'])
    await checkAll()
  })

  test('an id of before a merge leads to the customer it became, for reading and for changing', async () => {
    await threeKnown()
    const { customers: merged } = await merge(a, b, c)
    expect(merged).toEqual([{ id: pair(a, b, c).find(id => id === merged[0]?.id) }])
    for (const id of [a, b, c])
      expect(await ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: merged[0] })
    const renamed = await ask<{ updateCustomer: object }>(
      'mutation ($id: ID!) { updateCustomer(id: $id, patch: { language: "nl" }) { record { id language } problems { code } } }',
      { id: c },
    )
    expect(renamed.updateCustomer).toEqual({ record: { id: merged[0]?.id, language: 'nl' }, problems: [] })
  })

  test('says what is wrong with what cannot be done', async () => {
    await threeKnown()
    expect(await merge(a)).toMatchObject(refused('FEW_CUSTOMERS', 'customers'))
    expect(await merge(a, a)).toMatchObject(refused('FEW_CUSTOMERS', 'customers'))
    expect(await merge(a, idOf('crm', 'nobody'))).toMatchObject(refused('NOT_FOUND', 'customers.1'))
    expect(await merge(a, 'nonsense')).toMatchObject(refused('BAD_ID', 'customers.1'))
    expect(await merge(...Array.from({ length: 11 }, () => a))).toMatchObject(refused('MANY_CUSTOMERS', 'customers'))
    expect(await undo('nonsense')).toMatchObject(refused('NOT_FOUND', 'merge'))
  })

  test('is for those who see the customers: service of their brand, and no others', async () => {
    await threeKnown()
    await send('crm', 'customers', { id: 'n1', brand: 'north' }, { id: 'n2', brand: 'north' })
    const north = [idOf('crm', 'n1'), idOf('crm', 'n2')]
    const bearer = async (role: Role, brands: string[] | null) => {
      const expiresAt = new Date('2100-01-01T00:00:00Z')
      const { token } = await createToken(server.database.owner, {
        name: `the ${role}`,
        role,
        brands,
        source: null,
        expiresAt,
      })
      return { authorization: `Bearer ${token}` }
    }
    for (const role of ['viewer', 'analyst'] as const) {
      const headers = await bearer(role, [own('north')])
      expect(await decide('mergeCustomers', 'customers', north, headers)).toMatchObject(
        refused('ROLE_WITHOUT_RIGHT', ''),
      )
    }
    const service = await bearer('service', [own('north')])
    expect(await decide('mergeCustomers', 'customers', [a, b], service)).toMatchObject(
      refused('NOT_FOUND', 'customers.0'),
    )
    expect(await decide('mergeCustomers', 'customers', north, service)).toMatchObject(done)
    people = service
    expect((await customerBy('crm', 'n1')).merges).toMatchObject([{ rule: 'HAND', mergedBy: 'the service' }])
    people = await bearer('analyst', [own('north')])
    expect((await customerBy('crm', 'n1')).merges).toMatchObject([{ rule: 'HAND', mergedBy: null }])
    people = await bearer('admin', null)
    await send('crm', 'customers', { id: 'n1', brand: 'south' }, { id: 'n2', brand: 'south' })
    people = await bearer('service', [own('south')])
    expect((await customerBy('crm', 'n1')).merges).toMatchObject([{ rule: 'HAND', mergedBy: 'the service' }])
  })
})

/** When something was told is different in every run. */
const withoutTimes = (lines: readonly string[]) =>
  lines.map(line => line.replaceAll(/"version_at": "[^"]*"/g, '')).sort()
