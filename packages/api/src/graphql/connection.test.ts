import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCompany } from '../../../../test/golden/company.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import { type Recorded, recordStatements } from '../../../../test/support/statements.ts'

let recorded: Recorded
let server: TestServer

beforeAll(async () => {
  recorded = recordStatements(await testDatabase())
  server = await testServer({ database: recorded.database })
  await loadCompany(server)
  const crowd = Array.from({ length: 30 }, (_, index) => ({ id: `crowd${index}`, name: `Crowd ${index}` }))
  await server.ingest('customers', crowd)
  // Many at one moment, and half of them without a duration: the orders in which ties and nulls matter.
  const contacts = Array.from({ length: 60 }, (_, index) => ({
    id: `many${index}`,
    customer: `crowd${index % 30}`,
    channel: index % 3 === 0 ? 'mail' : 'phone',
    openedAt: `2026-04-0${1 + (index % 4)}T10:00:00Z`,
    ...(index % 2 === 0 ? { talkSeconds: 10 * (index % 5), answeredAt: '2026-04-05T10:00:00Z' } : {}),
  }))
  await server.ingest('contacts', contacts)
})
afterAll(async () => {
  await server.close()
  await recorded.database.close()
})
beforeEach(() => {
  recorded.transactions.length = 0
})

interface Paged {
  nodes: { externalId: string }[]
  edges: { cursor: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

const CONTACTS = `query Contacts($first: Int, $after: String, $last: Int, $before: String, $orderBy: ContactOrderBy, $where: ContactWhere) {
  contacts(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, where: $where) {
    nodes { externalId } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

async function contacts(variables: object): Promise<Paged> {
  const { data, errors } = await server.graphql(CONTACTS, variables)
  expect(errors).toBeUndefined()
  return (data as { contacts: Paged }).contacts
}

const names = ({ nodes }: Paged) => nodes.map(({ externalId }) => externalId)

describe('every order, walked in pages', () => {
  const orders = ['OPENED_AT', 'HANDLED_AT', 'HANDLE_SECONDS', 'COST'].flatMap(field =>
    ['ASC', 'DESC'].map(direction => ({ field, direction })),
  )

  test.each(orders)('$field $direction holds every record once, forward and backward', async orderBy => {
    const whole = await contacts({ first: 500, orderBy })
    expect(whole.nodes).toHaveLength(64)

    const forward: string[] = []
    let page = await contacts({ first: 7, orderBy })
    expect(page.pageInfo.hasPreviousPage).toBe(false)
    for (;;) {
      forward.push(...names(page))
      if (!page.pageInfo.hasNextPage) break
      page = await contacts({ first: 7, orderBy, after: page.pageInfo.endCursor })
      expect(page.pageInfo.hasPreviousPage).toBe(true)
    }
    expect(forward).toEqual(names(whole))

    const backward: string[] = []
    page = await contacts({ last: 7, orderBy })
    expect(page.pageInfo.hasNextPage).toBe(false)
    for (;;) {
      backward.unshift(...names(page))
      if (!page.pageInfo.hasPreviousPage) break
      page = await contacts({ last: 7, orderBy, before: page.pageInfo.startCursor })
      expect(page.pageInfo.hasNextPage).toBe(true)
    }
    expect(backward).toEqual(names(whole))
  })

  test.each(
    ['SEGMENT', 'COUNTRY', 'EMAIL', 'NAME', 'ACQUIRED_AT'].flatMap(field => [
      { field, direction: 'ASC' },
      { field, direction: 'DESC' },
    ]),
  )('customers by $field $direction, of whom many have none, stand in one order', async orderBy => {
    const query = `query ($first: Int, $after: String, $orderBy: CustomerOrderBy) {
      customers(first: $first, after: $after, orderBy: $orderBy) { nodes { id } pageInfo { endCursor } }
    }`
    const page = async (first: number, after: string | null) => {
      const { data } = await server.graphql(query, { first, after, orderBy })
      return (data as { customers: { nodes: { id: string }[]; pageInfo: { endCursor: string } } }).customers
    }
    const { nodes: whole } = await page(100, null)
    const [head, next] = [await page(2, null), await page(3, null)]
    const [after2, after3] = [await page(100, head.pageInfo.endCursor), await page(100, next.pageInfo.endCursor)]
    expect(whole).toHaveLength(33)
    expect([...head.nodes, ...after2.nodes]).toEqual(whole)
    expect([...next.nodes, ...after3.nodes]).toEqual(whole)
  })

  test('records without a value come last in both directions', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const { data } = await server.graphql(
        `{ contacts(first: 500, orderBy: {field: HANDLE_SECONDS, direction: ${direction}}) { nodes { handleSeconds } } }`,
      )
      const seconds = (data as { contacts: { nodes: { handleSeconds: number | null }[] } }).contacts.nodes
      const firstNull = seconds.findIndex(({ handleSeconds }) => handleSeconds === null)
      expect(firstNull).toBeGreaterThan(0)
      expect(seconds.slice(firstNull).every(({ handleSeconds }) => handleSeconds === null)).toBe(true)
    }
  })

  test('between two cursors lies exactly what lies between them', async () => {
    const whole = await contacts({ first: 500 })
    const between = await contacts({ after: whole.edges[9]?.cursor, before: whole.edges[20]?.cursor })
    expect(names(between)).toEqual(names(whole).slice(10, 20))
  })

  test('a page of none tells only whether there are any', async () => {
    const page = await contacts({ first: 0 })
    expect(page).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })
})

describe('what cannot be asked is refused with its place and a fix', () => {
  const cursor = Buffer.from('["OPENED_AT","2026-03-05T09:00:00.000Z","no uuid"]').toString('base64url')
  const refusals: [string, object, string, string][] = [
    ['more than a page', { first: 501 }, 'OUT_OF_RANGE', 'first'],
    ['less than none', { last: -1 }, 'OUT_OF_RANGE', 'last'],
    ['both ends', { first: 1, last: 1 }, 'FIRST_AND_LAST', 'last'],
    ['a made-up cursor', { after: 'x' }, 'BAD_CURSOR', 'after'],
    ['a cursor with something else in the place of an id', { before: cursor }, 'BAD_CURSOR', 'before'],
    ['a comparison with null', { where: { team: { eq: null } } }, 'NULL_COMPARED', 'where.team.eq'],
    ["another kind's id", { where: { customer: { eq: 'b3JkZXI6' } } }, 'BAD_ID', 'where.customer.eq'],
    ['a NUL', { where: { team: { in: ['\0'] } } }, 'INVALID_TEXT', 'where.team.in'],
    ['too many conditions', { where: { or: Array(201).fill({ bot: { eq: true } }) } }, 'FILTER_TOO_LARGE', 'where'],
    ['too many values', { where: { team: { in: Array(1001).fill('a') } } }, 'FILTER_TOO_LARGE', 'where.team.in'],
  ]

  test.each(refusals)('%s', async (_name, variables, code, path) => {
    const { data, errors } = await server.graphql(CONTACTS, variables)
    expect(data).toBeNull()
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.extensions).toMatchObject({ code, path })
    expect(errors?.[0]?.extensions['fix']).toBeTruthy()
  })

  test('without a word to what was asked beside it', async () => {
    const query = '{ contacts(where: {customer: {eq: "none"}}) { totalCount } orders { totalCount } }'
    const { errors } = await server.graphql(query)
    expect(errors?.map(({ path }) => path)).toEqual([['contacts']])
  })

  test('a cursor of another order', async () => {
    const { pageInfo } = await contacts({ first: 1 })
    const { errors } = await server.graphql(CONTACTS, { after: pageInfo.endCursor, orderBy: { field: 'COST' } })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_CURSOR', path: 'after' })
  })
})

describe('conditions', () => {
  const company = { source: { eq: 'test' }, openedAt: { lt: '2026-04-01T00:00:00Z' } }
  const expected: [object, string[]][] = [
    [{ channel: { eq: 'chat' } }, ['c1']],
    [{ channel: { not: 'phone' } }, ['c1']],
    [{ channel: { in: [] } }, []],
    [{ team: { not: 'north' } }, ['c2', 'c3']],
    [{ not: { team: { eq: 'north' } } }, ['c2', 'c3', 'c4']],
    [{ team: { isNull: true } }, ['c4']],
    [{ team: { isNull: false }, outcome: { eq: 'ABANDONED' } }, ['c3']],
    [{ topic: { startsWith: 'inv' } }, ['c2', 'c3']],
    [{ topic: { startsWith: '%' } }, []],
    [{ topic: { gt: 'delivery' } }, ['c2', 'c3']],
    [{ queueSeconds: { gte: 60, lt: 120 } }, ['c1']],
    [{ queueSeconds: { gt: 60, lte: 120 } }, ['c3']],
    [{ or: [{ channel: { eq: 'chat' } }, { team: { isNull: true } }] }, ['c1', 'c4']],
    [{ or: [] }, []],
    [{ and: [] }, ['c1', 'c2', 'c3', 'c4']],
    [{ and: [{ team: { eq: 'south' } }, { outcome: { not: 'ABANDONED' } }] }, ['c2']],
    [{ team: null, outcome: {} }, ['c1', 'c2', 'c3', 'c4']],
    [{ openedAt: { in: ['2026-03-05T10:00:00+01:00'] } }, ['c2', 'c3']],
    [{ handled: { eq: true }, bot: { isNull: true } }, ['c1', 'c2', 'c4']],
    [{ externalId: { eq: `c1' or 'a'='a` } }, []],
  ]

  test.each(expected)('%j chooses %j', async (where, externalIds) => {
    const page = await contacts({ where: { and: [company, where] }, first: 10 })
    expect(names(page).sort()).toEqual(externalIds)
  })

  test.each([
    [{ name: { startsWith: 'ANJA' } }, ['Anja Bakker']],
    [{ name: { eq: 'CAF\u0045\u0301 zuid' } }, ['Café Zuid']],
    [{ name: { in: ['anja bakker', 'BRAM DE VRIES'] } }, ['Anja Bakker', 'Bram de Vries']],
    [{ email: { eq: 'Anja@Example.com' } }, ['Anja Bakker']],
    [{ name: { startsWith: '_nja' } }, []],
    [{ externalId: { in: ['bram', 'cafe', 'nobody'] } }, ['Bram de Vries', 'Café Zuid']],
    [{ externalId: {}, lastOrderedDay: {}, contactCount: {}, email: { eq: 'anja@example.com' } }, ['Anja Bakker']],
    [{ lastOrderedDay: { gte: '2026-03-02' } }, ['Café Zuid']],
    [{ lastOrderedDay: { isNull: true }, segment: { isNull: false } }, ['Bram de Vries']],
    [{ contactCount: { eq: 1 } }, ['Bram de Vries']],
    [{ contactCount: { eq: 0 }, not: { lastOrderedDay: { isNull: true } } }, ['Café Zuid']],
  ])('%j finds customers as people write them', async (where, found) => {
    const query =
      'query ($where: CustomerWhere) { customers(where: $where, orderBy: {field: NAME}) { nodes { name } } }'
    const { data } = await server.graphql(query, { where })
    expect(data).toEqual({ customers: { nodes: found.map(name => ({ name })) } })
  })

  test('an id that GraphQL gave finds its records', async () => {
    const { data } = await server.graphql('{ customers(orderBy: {field: NAME}, first: 1) { nodes { id name } } }')
    const [anja] = (data as { customers: { nodes: { id: string; name: string }[] } }).customers.nodes
    expect(anja?.name).toBe('Anja Bakker')
    const page = await contacts({ where: { customer: { eq: anja?.id } } })
    expect(names(page).sort()).toEqual(['c1', 'c2'])
  })
})

describe('what it costs', () => {
  const question = (first: number) => `{
    customers(first: ${first}) {
      nodes { contacts(first: 2) { nodes { feedback(first: 1) { totalCount nodes { customer { name } } } } } }
    }
  }`

  test('is one statement a level, however many parents', async () => {
    await server.graphql(question(33))
    const statements = recorded.transactions.map(transaction => transaction.map(text => text.split('*/')[0]?.trim()))
    expect(statements).toEqual([
      ['/* page: customers'],
      ['/* pages: contactsOfCustomer'],
      ['/* counts: feedbackOfContact', '/* pages: feedbackOfContact'],
    ])
  })

  test('is a count only when it is asked', async () => {
    await server.graphql('{ contacts(first: 1) { nodes { externalId } } }')
    await server.graphql('{ contacts(first: 1) { totalCount } }')
    expect(recorded.transactions.map(([statement]) => statement?.slice(0, 9))).toEqual(['/* page: ', '/* count:'])
  })

  test('is one transaction for what is asked together', async () => {
    await server.graphql('{ contacts { totalCount nodes { id } } orders { nodes { id } } feedback { totalCount } }')
    expect(recorded.transactions.map(statements => statements.length)).toEqual([4])
  })
})
