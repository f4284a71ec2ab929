import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCompany } from '../../../../test/golden/company.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
  await loadCompany(server)
})
afterAll(() => server.close())

const post = (body: string | object, headers: Record<string, string> = {}) =>
  server.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** Asks, and gives the code of the only error after checking that nothing was executed. */
async function refusal(query: string, variables: object = {}): Promise<unknown> {
  const answer = await post({ query, variables })
  const { data, errors } = answer.json<{ data?: unknown; errors: { extensions: { code: string; fix: string } }[] }>()
  expect(answer.status).toBe(400)
  expect(data).toBeUndefined()
  expect(errors).toHaveLength(1)
  expect(errors[0]?.extensions.fix).toBeTruthy()
  return errors[0]?.extensions.code
}

describe('an operation is refused before any of it is executed', () => {
  test('when page sizes in variables multiply, four levels deep', async () => {
    const query = `query ($n: Int!) {
      customers(first: $n) { nodes { contacts(first: $n) { nodes { customer { contacts(first: $n) { nodes {
        feedback(first: $n) { nodes { id } } } } } } } } }
    }`
    expect(await refusal(query, { n: 1_000_000 })).toBe('TOO_COSTLY')
    expect(await refusal(query, { n: 100 })).toBe('TOO_COSTLY')
    expect((await server.graphql(query, { n: 3 })).errors).toBeUndefined()
  })

  test('when introspection stands beside it', async () => {
    const query = `{ __schema { queryType { name } }
      customers(first: 500) { nodes { contacts(first: 500) { nodes { id } } } } }`
    expect(await refusal(query)).toBe('TOO_COSTLY')
  })

  test('when introspection goes round in circles', async () => {
    const circle = 'fields { type { fields { type { fields { type { fields { name } } } } } } }'
    expect(await refusal(`{ __schema { types { ${circle} } } }`)).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('when the default of a variable is the large one', async () => {
    const query = 'query ($n: Int = 500) { customers(first: $n) { nodes { contacts(first: $n) { nodes { id } } } } }'
    expect(await refusal(query)).toBe('TOO_COSTLY')
  })

  test('when the same is asked under many names', async () => {
    const many = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: orders(first: 1) { totalCount }`).join(' ')} }`
    expect(await refusal(many(101))).toBe('TOO_MANY_ALIASES')
    expect((await server.graphql(many(16))).errors).toBeUndefined()
  })

  test('when it is too deep, also by way of fragments', async () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `contacts(first: 1) { nodes { customer { ${deep(levels - 1)} } } }`
    expect(await refusal(`{ customers(first: 1) { nodes { ${deep(5)} } } }`)).toBe('TOO_DEEP')
    expect(
      await refusal(`{ customers(first: 1) { nodes { ...Deep } } } fragment Deep on Customer { ${deep(5)} }`),
    ).toBe('TOO_DEEP')
  })

  describe('when it is nested without end', () => {
    const where = (levels: number) => `${'{not: '.repeat(levels)}{channel: {eq: "a"}}${'}'.repeat(levels)}`
    const asked: [string, string, string][] = [
      ['200 levels of fields', `${'{ customers { nodes '.repeat(100)} { id } ${'} }'.repeat(100)}`, 'query'],
      ['200 levels of conditions', `{ contacts(where: ${where(200)}) { totalCount } }`, 'query'],
      ['lists in lists', `{ nodes(ids: ${'['.repeat(2_400)}${']'.repeat(2_400)}) { id } }`, 'query'],
      ['what never ends', '{'.repeat(4_000), 'query'],
    ]

    test.each(asked)('%s', async (_name, query, path) => {
      const answer = await post({ query })
      expect(answer.status).toBe(400)
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_DEEP', path } }] })
    })

    test.each([200, 20_000])('%i levels of conditions in a variable', async levels => {
      const query = 'query ($where: ContactWhere) { contacts(where: $where) { totalCount } }'
      const variables = `{"where": ${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}}`
      const answer = await post(`{"query": ${JSON.stringify(query)}, "variables": ${variables}}`)
      expect(answer.status).toBe(400)
      expect(answer.json()).toMatchObject({
        errors: [{ extensions: { code: 'TOO_DEEP', path: 'variables', fix: expect.any(String) } }],
      })
    })

    test('brackets in text and comments are none', async () => {
      const brackets = '{'.repeat(300)
      const query = `# ${brackets}\n{ contacts(where: {team: {in: ["${brackets}", """${brackets}"""]}}) { totalCount } }`
      expect((await server.graphql(query)).errors).toBeUndefined()
    })
  })

  test('when a filter is a thousand terms long', async () => {
    const terms = Array(1_000).fill('{channel: {eq: "a"}}').join(' ')
    expect(await refusal(`{ contacts(where: {or: [${terms}]}) { totalCount } }`)).toBe('DOCUMENT_TOO_LONG')
    const { data, errors } = await server.graphql(
      'query ($where: ContactWhere) { contacts(where: $where) { totalCount } }',
      { where: { or: Array(1_000).fill({ channel: { eq: 'a' } }) } },
    )
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FILTER_TOO_LARGE', path: 'where', fix: expect.any(String) })
  })

  test('when fragments multiply a small document', async () => {
    const levels = Array.from({ length: 20 }, (_, index) => {
      const inner = index === 19 ? 'id' : `...F${index + 1} ...F${index + 1}`
      return `fragment F${index} on Customer { ${inner} }`
    })
    const query = `{ customers(first: 1) { nodes { ...F0 } } } ${levels.join(' ')}`
    expect(await refusal(query)).toMatch(/TOO_COSTLY|GRAPHQL_VALIDATION_FAILED/)
  })

  test('when its figures would be too many: metrics by buckets by groups', async () => {
    const query = `query ($grain: Grain!, $from: Date!, $top: Int) {
      metrics(keys: [CSAT, CES, AHT], period: {from: $from, to: "2026-01-01"}, grain: $grain, groupBy: [CHANNEL], top: $top) {
        series { points { value { value n interval { low high } } } }
      }
    }`
    expect(await refusal(query, { grain: 'DAY', from: '2007-01-01', top: 100 })).toBe('TOO_COSTLY')
    expect((await server.graphql(query, { grain: 'MONTH', from: '2024-01-01', top: 10 })).errors).toBeUndefined()
  })

  test('when it would open very many figures into their records', async () => {
    const query = `query ($grain: Grain!) {
      metrics(keys: [CSAT], period: {from: "2025-01-01", to: "2026-01-01"}, grain: $grain) {
        series { points { value { records(first: 1) { nodes { __typename } } } } }
      }
    }`
    expect(await refusal(query, { grain: 'DAY' })).toBe('TOO_COSTLY')
    expect((await server.graphql(query, { grain: 'MONTH' })).errors).toBeUndefined()
  })

  test('when the document is too long', async () => {
    expect(await refusal(`{ ${'orders { totalCount } '.repeat(2_000)} }`)).toBe('DOCUMENT_TOO_LONG')
    const answer = await post({ query: `{ orders { totalCount } } # ${'x'.repeat(300_000)}` })
    expect(answer.status).toBe(413)
    expect(answer.json()).toMatchObject({ code: 'BODY_TOO_LARGE' })
  })

  test('when there are several in one request', async () => {
    const answer = await post([{ query: '{ orders { totalCount } }' }, { query: '{ orders { totalCount } }' }])
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  test('when it is wrong, with the words that tell what to change', async () => {
    const answer = await post({ query: '{ custommers { totalCount } }' })
    expect(answer.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('Did you mean "customers"'),
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: answer.headers['x-request-id'] },
        },
      ],
    })
  })

  test.each([
    ['DateTime', 'yesterday'],
    ['DateTime', '2026-02-30T00:00:00Z'],
    ['DateTime', '2026-02-03'],
    ['DateTime', '0000-01-01T00:00:00Z'],
    ['DateTime', '9999-12-31T23:59:59-12:00'],
    ['Decimal', '1e3'],
    ['Decimal', '0.00001'],
    ['Decimal', '99999999'],
    ['Date', '2026-02-30'],
    ['Date', '0001-01-01'],
    ['Date', '2026-1-1'],
  ])('when a %s is %s', async (type, value) => {
    const uses: Record<string, string> = {
      DateTime: 'orders(where: {at: {gt: $value}}) { totalCount }',
      Decimal: 'orders(where: {amount: {gt: $value}}) { totalCount }',
      Date: 'metrics(keys: [CSAT], period: {from: $value, to: "2026-03-01"}) { asOf }',
    }
    expect(await refusal(`query ($value: ${type}!) { ${uses[type]} }`, { value })).toBe('BAD_USER_INPUT')
    const literal = await refusal(`{ ${uses[type]?.replace('$value', JSON.stringify(value))} }`)
    expect(literal).toBe('GRAPHQL_VALIDATION_FAILED')
  })
})

test('a question is not asked by GET, and a browser is led to GraphiQL along with its question', async () => {
  const get = await server.ask('/graphql?query=%7Borders%7BtotalCount%7D%7D')
  expect(get.status).toBe(405)
  expect(get.headers['allow']).toBe('POST')
  const headers = { accept: 'text/html,application/xhtml+xml' }
  const browser = await server.ask('/graphql', { headers })
  expect(browser.status).toBe(303)
  expect(browser.headers['location']).toBe('/graphiql.html')
  const asking = await server.ask('/graphql?query=%7Bx%7D', { headers })
  expect(asking.headers['location']).toBe('/graphiql.html?query=%7Bx%7D')
})

test('tools read the schema of a local server', async () => {
  const { getIntrospectionQuery } = await import('graphql')
  const { data, errors } = await server.graphql(getIntrospectionQuery())
  expect(errors).toBeUndefined()
  expect(data).toHaveProperty('__schema.types')
})

test('every type, field, argument and word of the schema is described', async () => {
  const described = `{ __schema { types { name description fields { name description args { name description } }
    inputFields { name description } enumValues { name description } } } }`
  interface Described {
    name: string
    description: string | null
    fields?: (Described & { args: Described[] })[] | null
    inputFields?: Described[] | null
    enumValues?: Described[] | null
  }
  const { data } = await server.graphql(described)
  const { types } = (data as { __schema: { types: Described[] } }).__schema
  const bare = types
    .filter(({ name }) => !name.startsWith('__') && !['Query', 'Subscription'].includes(name))
    .flatMap(type => [
      [type.name, type.description],
      ...[...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])].map(one => [
        `${type.name}.${one.name}`,
        one.description,
      ]),
      ...(type.fields ?? []).flatMap(({ name, args }) =>
        args.map(arg => [`${type.name}.${name}(${arg.name})`, arg.description]),
      ),
    ])
    .flatMap(([name, description]) => (description ? [] : [name]))
  expect(bare).toEqual([])
})
