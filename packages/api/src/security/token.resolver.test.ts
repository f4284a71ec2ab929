import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import type { Role } from './roles.ts'
import { selectTokens } from './tokens.queries.ts'
import { createToken } from './tokens.ts'

const expiresAt = new Date('2100-01-01T00:00:00Z')
const MAKE = `mutation ($input: TokenInput!) {
  createToken(input: $input) { token { id name role brands source expiresAt revokedAt } secret } }`
const REVOKE = 'mutation ($id: ID!, $even: Boolean) { revokeToken(id: $id, evenLastAdmin: $even) { id revokedAt } }'
const LIST = '{ tokenNeeded tokens { id name role } }'

let server: TestServer
let admin: Readonly<Record<string, string>>

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
async function made(role: Role, brands: readonly string[] | null = null) {
  const source = role === 'integrator' ? 'crm' : null
  return createToken(server.database.owner, { name: role, role, brands, source, expiresAt })
}
/** Makes a token as its maker does. */
async function make(input: object, headers = {}) {
  const { data } = await server.graphql(MAKE, { input }, headers)
  return (data as { createToken: { token: { id: string }; secret: string } }).createToken
}
const refusal = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions

beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('where nobody needs a token yet', () => {
  test('the first one is of an administrator, who is in at once and everybody else out', async () => {
    expect((await server.graphql(LIST)).data).toEqual({ tokenNeeded: false, tokens: [] })
    const viewer = await server.graphql(MAKE, { input: { name: 'board', role: 'VIEWER' } })
    expect(refusal(viewer)).toMatchObject({ code: 'FIRST_IS_ADMIN', path: 'input.role' })
    const narrow = await server.graphql(MAKE, { input: { name: 'me', role: 'ADMIN', brands: ['north'] } })
    expect(refusal(narrow)).toMatchObject({ code: 'FIRST_IS_ADMIN' })

    const { token, secret } = await make({ name: 'me', role: 'ADMIN', days: 30 })
    expect(token).toMatchObject({ name: 'me', role: 'ADMIN', brands: null, source: null, revokedAt: null })
    expect(secret).toMatch(/^twl_[\w-]{43}$/)
    admin = bearer(secret)
    const late = await server.graphql(MAKE, { input: { name: 'another', role: 'ADMIN' } })
    expect(refusal(late) ?? late).toMatchObject({ code: 'TOKEN_NEEDED' })
    expect((await server.graphql(LIST, {}, admin)).data).toEqual({
      tokenNeeded: true,
      tokens: [{ id: token.id, name: 'me', role: 'ADMIN' }],
    })
    await expect.poll(async () => (await server.ask('/metrics')).status, { timeout: 20_000 }).toBe(401)
  })
})

describe('an administrator', () => {
  test('makes tokens that open what their role may, and ends them', async () => {
    const input = { name: 'shop', role: 'INTEGRATOR', source: 'shop', brands: ['north'] }
    const { token, secret } = await make(input, admin)
    expect(token).toMatchObject({ name: 'shop', role: 'INTEGRATOR', source: 'shop', brands: ['north'] })
    const send = () => server.ask('/ingest/schema/contacts', { headers: bearer(secret) })
    expect((await send()).status).toBe(200)
    const ended = await server.graphql(REVOKE, { id: token.id }, admin)
    expect(ended.data).toMatchObject({ revokeToken: { id: token.id, revokedAt: expect.any(String) } })
    expect((await send()).status).toBe(401)
    expect(refusal(await server.graphql(REVOKE, { id: token.id }, admin))).toMatchObject({ code: 'NOT_FOUND' })
    expect(refusal(await server.graphql(REVOKE, { id: 'nonsense' }, admin))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each([
    [{ name: ' ', role: 'VIEWER' }, 'BAD_NAME', 'name'],
    [{ name: 'x', role: 'VIEWER', days: 0 }, 'BAD_EXPIRY', 'days'],
    [{ name: 'x', role: 'VIEWER', brands: [] }, 'BAD_BRAND', 'brands'],
    [{ name: 'x', role: 'VIEWER', source: 'crm' }, 'SOURCE_OF_INTEGRATOR', 'source'],
    [{ name: 'x', role: 'INTEGRATOR', source: ' ' }, 'BAD_SOURCE', 'source'],
  ])('is told what is wrong with %j', async (input, code, path) => {
    expect(refusal(await server.graphql(MAKE, { input }, admin))).toMatchObject({ code, path })
  })

  test('who would shut out all administrators is told so first', async () => {
    const own = (await selectTokens(server.database.owner)).find(({ name }) => name === 'me')
    const narrow = await made('admin', ['north'])
    const refused = await server.graphql(REVOKE, { id: own?.id }, admin)
    expect(refusal(refused)).toMatchObject({ code: 'LAST_ADMIN', path: 'evenLastAdmin' })
    const other = await made('admin')
    expect((await server.graphql(REVOKE, { id: own?.id }, bearer(other.token))).errors).toBeUndefined()
    expect(await server.graphql(LIST, {}, admin)).toMatchObject({ code: 'TOKEN_NEEDED' })
    expect((await server.graphql(REVOKE, { id: other.id, even: true }, bearer(other.token))).errors).toBeUndefined()
    expect(await server.graphql(LIST, {}, bearer(other.token))).toMatchObject({ code: 'TOKEN_NEEDED' })
    expect(refusal(await server.graphql(LIST, {}, bearer(narrow.token)))).toMatchObject({ code: 'ROLE_WITHOUT_RIGHT' })
  })
})

test('of two administrators who revoke each other at the same moment one stays', async () => {
  const { owner } = server.database
  const [anja, bram] = [await made('admin'), await made('admin')]
  await Promise.all([
    server.graphql(REVOKE, { id: bram.id }, bearer(anja.token)),
    server.graphql(REVOKE, { id: anja.id }, bearer(bram.token)),
  ])
  const left = (await selectTokens(owner)).filter(
    ({ role, brands, revokedAt }) => role === 'admin' && !brands && !revokedAt,
  )
  expect(left).toHaveLength(1)
})

test.each(['viewer', 'analyst', 'service', 'integrator'] as const)('a token of %s decides about none', async role => {
  const { id, token } = await made(role)
  for (const [query, given] of [
    [MAKE, { input: { name: 'mine', role: 'ADMIN' } }],
    [REVOKE, { id }],
    [LIST, {}],
  ] as const) {
    expect(refusal(await server.graphql(query, given, bearer(token)))).toMatchObject({ code: 'ROLE_WITHOUT_RIGHT' })
  }
})
