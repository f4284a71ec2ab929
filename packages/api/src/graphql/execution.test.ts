import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCompany } from '../../../../test/golden/company.ts'
import { type Answers, openEngines } from '../../../../test/support/engines.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import { readerName } from '../db/roles.queries.ts'
import { allowReading, forbidReading } from './masking.test.queries.ts'

let server: TestServer
let ask: (source: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answers>

beforeAll(async () => {
  server = await testServer()
  await loadCompany(server)
  ask = await openEngines(server.database)
})
afterAll(() => server.close())

/** Gives the answer, when both engines agree on it by the letter. */
async function agreed(source: string, variables?: Readonly<Record<string, unknown>>) {
  const { isCompiled, compiled, interpreted } = await ask(source, variables)
  expect(isCompiled).toBe(true)
  expect(compiled).toBe(interpreted)
  return JSON.parse(compiled) as { data: unknown; errors?: { message: string; path: unknown[] }[] }
}

describe('compiled and interpreted, the answer has the same bytes', () => {
  const answered: [string, string, object?][] = [
    [
      'conditions in variables',
      `query ($yes: Boolean!, $no: Boolean = false) {
        customers { nodes { id @include(if: $no) name @skip(if: $no) ...More @include(if: $yes) ... @skip(if: $yes) { kind } } }
      }
      fragment More on Customer { country contacts @include(if: $yes) { totalCount @skip(if: $yes) nodes { channel } } }`,
      { yes: true },
    ],
    [
      'a fragment that is met in one place and not in the other',
      `query ($yes: Boolean!) {
        a: customers(first: 1) { ...Page @include(if: $yes) totalCount } b: customers(first: 1) { ...Page @skip(if: $yes) totalCount }
      }
      fragment Page on CustomerConnection { nodes { name orders { nodes { ...Amount } } } }
      fragment Amount on Order { amount { currency } }`,
      { yes: true },
    ],
    ['one field asked twice', '{ customers { nodes { name } nodes { country name } } customers { totalCount } }'],
    [
      'names that read the same when they are joined',
      '{ a_b: customers(first: 1) { c: nodes { name } } a: customers(first: 2) { b_c: nodes { country } } }',
    ],
    [
      'names of everything',
      '{ __typename customers { __typename nodes { __typename contacts { edges { __typename } } } } }',
    ],
    [
      'conditions in a variable that hold conditions',
      'query ($where: ContactWhere) { contacts(where: $where) { nodes { externalId initiatedBy } } }',
      { where: { or: [{ not: { channel: { in: ['chat'] } } }, { initiatedBy: { eq: 'CUSTOMER' } }], team: null } },
    ],
    [
      'defaults of variables, and what they are in the place of',
      `query ($from: DateTime = "2026-02-05T00:00:00Z", $first: Int = 2, $none: Int, $by: OrderOrderField = AT, $paid: Decimal = "0") {
        orders(first: $first, last: $none, orderBy: {field: $by, direction: ASC}, where: {at: {gt: $from}, amount: {gte: $paid}}) {
          nodes { externalId at amount { amount } }
        }
      }`,
    ],
    [
      'one value in the place of a list, and words of an enum',
      'query ($word: ContactOutcome!) { contacts(where: {outcome: {in: [$word, ABANDONED]}, team: {in: "south"}}) { totalCount } }',
      { word: 'RESOLVED' },
    ],
    [
      'instants as they are written',
      '{ orders(where: {at: {lt: "2026-02-20T00:00:00+01:00"}}) { nodes { at refunds { at } } } }',
    ],
    ['text that could be code', '{ contacts(where: {team: {eq: "\\"}); process.exit(1) //"}}) { totalCount } }'],
    ['the whole schema', getIntrospectionQuery()],
  ]

  test.each(answered)('%s', async (_name, source, variables) => {
    const { errors } = await agreed(source, { ...variables })
    expect(errors).toBeUndefined()
  })

  const refused: [string, string, number, object?][] = [
    ['of one place', '{ customers(first: 900) { totalCount } }', 1],
    [
      'of one place, and of another that is answered',
      '{ node(id: "none") { id } contacts(after: "none") { totalCount } }',
      1,
    ],
    [
      'of two places that make the same null',
      '{ contacts(after: "none") { totalCount } orders(first: -1) { totalCount } }',
      1,
    ],
    ['of every parent', '{ customers { nodes { name contacts(first: 900) { nodes { id } } } } }', 1],
    ['of a variable', 'query ($after: String) { contacts(after: $after) { nodes { id } } }', 1, { after: 'none' }],
    ['of figures', '{ metrics(keys: [CSAT], period: {from: "2026-03-01", to: "2026-02-01"}) { asOf } }', 1],
    ['of null for what cannot be null', 'query ($id: ID!) { node(id: $id) { id } }', 1, { id: null }],
    ['of a variable that is missing', 'query ($id: ID!) { node(id: $id) { id } }', 1],
    [
      'of a variable that has too much',
      'query ($where: OrderWhere) { orders(where: $where) { totalCount } }',
      1,
      { where: { amount: { like: 1 } } },
    ],
    [
      'of several variables',
      'query ($n: Int, $m: Int) { orders(first: $n, last: $m) { totalCount } }',
      2,
      { n: 'a', m: 1.5 },
    ],
  ]

  test.each(refused)('a refusal %s', async (_name, source, count, variables) => {
    const { errors } = await agreed(source, { ...variables })
    expect(errors).toHaveLength(count)
  })

  const faulty: [string, string, number][] = [
    ['makes all null', '{ orders { nodes { id } } }', 1],
    ['of every parent makes all null once', '{ customers { nodes { name orders { nodes { id } } } } }', 1],
    [
      'makes those null that may be',
      '{ contacts { nodes { externalId order { externalId } } } feedback { nodes { contact { order { id } } } } }',
      3,
    ],
    [
      'leaves what is beside it',
      '{ contacts(where: {externalId: {eq: "c1"}}) { nodes { channel order { id } team } } }',
      1,
    ],
  ]

  test.each(faulty)('a fault that %s', async (_name, source, count) => {
    const { owner } = server.database
    await forbidReading(owner, 'orders', await readerName(owner))
    const { errors } = await agreed(source).finally(async () => allowReading(owner, 'orders', await readerName(owner)))
    expect(errors).toHaveLength(count)
  })
})

test('no text in a document becomes code', async () => {
  // The mark of a date in the library as it is published; what follows it is put into the code that it makes.
  const mark = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d'
  const source = `{ contacts(where: {team: {not: "${mark}0+(globalThis.broken=1)"}}) { totalCount } }`
  const { data } = await agreed(source)
  expect(data).toEqual({ contacts: { totalCount: 3 } })
  expect(globalThis).not.toHaveProperty('broken')
})

describe('what is better not compiled is interpreted', () => {
  test('a name that is none in code', async () => {
    const { isCompiled, compiled } = await ask('{ __proto__: customers { totalCount } }')
    expect(isCompiled).toBe(false)
    expect(compiled).toBe('{"data":{"__proto__":{"totalCount":3}}}')
  })

  test('a document whose fragments make it large', async () => {
    const spread = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: orders { ...Page }`)
    const source = (count: number) =>
      `{ ${spread(count).join(' ')} } fragment Page on OrderConnection { totalCount nodes { id at source channel } }`
    expect(await ask(source(50))).toMatchObject({ isCompiled: true })
    expect(await ask(source(80))).toMatchObject({ isCompiled: false })
  })
})
