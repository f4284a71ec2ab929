import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/support/database.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import type { Database } from '../db/pools.ts'
import { revokeToken, selectTokens } from './tokens.queries.ts'
import { createToken, type NewToken } from './tokens.ts'

const ADMIN_TOKEN = 'a-long-enough-token-of-the-administrator'

let database: Database
let server: TestServer
let directory: string
let adminTokenFile: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tweeluik-token-'))
  adminTokenFile = join(directory, 'token')
  await writeFile(adminTokenFile, `${ADMIN_TOKEN}\n`)
  database = await testDatabase()
  server = await testServer({ database, loginsPerMinute: 5, variables: { TWEELUIK_ADMIN_TOKEN_FILE: adminTokenFile } })
})
afterAll(async () => {
  await server.close()
  await database.close()
  await rm(directory, { recursive: true })
})

const analyst: NewToken = {
  name: 'test',
  role: 'analyst',
  brands: null,
  source: null,
  expiresAt: new Date(Date.now() + 3_600_000),
}

const ask = (headers: Record<string, string>) =>
  server.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query": "{ contacts { totalCount } }"}',
  })

const login = (token: unknown, headers: Record<string, string> = {}) =>
  server.ask('/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token }),
  })

describe('a token', () => {
  test('opens the door until it is revoked', async () => {
    const { id, token } = await createToken(database.owner, analyst)
    const headers = { authorization: `Bearer ${token}` }
    expect((await ask(headers)).json()).toEqual({ data: { contacts: { totalCount: 0 } } })
    expect(await revokeToken(database.owner, id)).toBe(true)
    expect((await ask(headers)).status).toBe(401)
    expect(await revokeToken(database.owner, id)).toBe(false)
  })

  test('is kept only as a digest, and when it was used to the minute', async () => {
    const { id, token } = await createToken(database.owner, analyst)
    const find = async () => (await selectTokens(database.owner)).find(stored => stored.id === id)
    expect(JSON.stringify(await find())).not.toContain(token)
    expect((await find())?.lastUsedAt).toBeNull()
    await ask({ authorization: `Bearer ${token}` })
    const used = (await find())?.lastUsedAt
    expect(used).toBeInstanceOf(Date)
    await ask({ authorization: `Bearer ${token}` })
    expect((await find())?.lastUsedAt).toEqual(used)
  })

  test('of an integrator names its source, and no other has one', async () => {
    const wrong = createToken(database.owner, { ...analyst, role: 'integrator' })
    await expect(wrong).rejects.toMatchObject({ problem: { code: 'SOURCE_OF_INTEGRATOR' } })
    const odd = createToken(database.owner, { ...analyst, source: 'crm' })
    await expect(odd).rejects.toMatchObject({ problem: { code: 'SOURCE_OF_INTEGRATOR' } })
    const all = createToken(database.owner, { ...analyst, brands: ['north', '*'] })
    await expect(all).rejects.toMatchObject({ problem: { code: 'BAD_BRAND' } })
  })

  test('that is missing, made up, expired or revoked is answered alike', async () => {
    const expired = await createToken(database.owner, { ...analyst, expiresAt: new Date(Date.now() - 1_000) })
    const revoked = await createToken(database.owner, analyst)
    await revokeToken(database.owner, revoked.id)
    const ways: Record<string, string>[] = [
      {},
      { authorization: 'Bearer twl_nonsense' },
      { authorization: `Bearer ${expired.token}` },
      { authorization: `Bearer ${revoked.token}` },
      { authorization: 'Basic YTpi' },
      { authorization: '' },
      { cookie: 'tweeluik=nonsense' },
    ]
    const answers = await Promise.all(ways.map(ask))
    const told = answers.map(({ status, text }) => `${status} ${text.replace(/"requestId":"[^"]+"/, '')}`)
    expect(new Set(told).size).toBe(1)
    expect(answers[0]?.status).toBe(401)
  })

  test('is never in the log', async () => {
    const { token } = await createToken(database.owner, analyst)
    await ask({ authorization: `Bearer ${token}` })
    await login(token)
    expect(server.logged.join('')).not.toContain(token)
    expect(server.logged.join('')).not.toContain(ADMIN_TOKEN)
  })
})

describe('a person', () => {
  test('logs in by pasting a token, which no script and no other site gets hold of', async () => {
    const answer = await login(` ${ADMIN_TOKEN} `)
    expect(answer.json()).toEqual({ role: 'admin' })
    const [set = ''] = [answer.headers['set-cookie']].flat()
    expect(set).toMatch(/^tweeluik=[^;]+;.*HttpOnly; SameSite=Strict$/)
    expect(set).not.toContain('Secure')
    const cookie = set.split(';')[0] ?? ''
    expect((await ask({ cookie })).status).toBe(200)
    expect((await ask({ cookie, authorization: 'Bearer wrong' })).status).toBe(401)

    const out = await server.ask('/logout', { method: 'POST', headers: { cookie } })
    expect(String(out.headers['set-cookie'])).toMatch(/^tweeluik=;.*(Max-Age=0|1970)/)
  })

  test('whose way here is safe gets a cookie for safe ways only', async () => {
    const { hostname, port } = new URL(server.address)
    const answer = await login(ADMIN_TOKEN, { host: `${hostname}:${port}`, origin: `https://${hostname}:${port}` })
    expect(String(answer.headers['set-cookie'])).toContain('Secure')
  })

  test('tries five times a minute', async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 8; tries++) statuses.push((await login('wrong')).status)
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.filter(status => status === 401).length).toBeLessThanOrEqual(5)
  })

  test('finds the page to log in on without having done so', async () => {
    const page = await server.ask('/login')
    expect(page.status).toBe(200)
    expect(page.text).toContain('<!doctype html>')
  })

  test('may follow a link from elsewhere to a page, and to nothing else', async () => {
    const linked = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await server.ask('/', { headers: linked })).status).toBe(200)
    expect((await ask({ ...linked, authorization: `Bearer ${ADMIN_TOKEN}` })).status).toBe(403)
    expect((await ask({ origin: 'https://evil.example', authorization: `Bearer ${ADMIN_TOKEN}` })).status).toBe(403)
  })
})

describe('without any token', () => {
  test('the server does not listen to other machines', async () => {
    const open = testServer({ variables: { HOST: '0.0.0.0' } })
    await expect(open).rejects.toMatchObject({ problem: { code: 'CREDENTIALS_NEEDED', path: 'HOST' } })
  })

  test('whoever is on this machine comes in, until the first token is made', async () => {
    const own = await testServer()
    const count = () => own.graphql('{ contacts { totalCount } }')
    expect(await count()).toEqual({ data: { contacts: { totalCount: 0 } } })
    const { token } = await createToken(own.database.owner, analyst)
    await expect.poll(async () => (await own.ask('/metrics')).status, { timeout: 20_000 }).toBe(401)
    const { data } = await own.graphql('{ contacts { totalCount } }', {}, { authorization: `Bearer ${token}` })
    expect(data).toEqual({ contacts: { totalCount: 0 } })
    await own.close()
  })

  test('a short token of the administrator stops the start', async () => {
    const file = join(directory, 'short')
    await writeFile(file, 'secret')
    const open = testServer({ variables: { TWEELUIK_ADMIN_TOKEN_FILE: file } })
    await expect(open).rejects.toMatchObject({ problem: { code: 'WEAK_ADMIN_TOKEN' } })
  })
})

test('requests of one token are counted apart, and local ones not at all', async () => {
  const busy = await testServer({
    database,
    requestsPerMinute: 3,
    variables: { TWEELUIK_ADMIN_TOKEN_FILE: adminTokenFile },
  })
  const { token } = await createToken(database.owner, analyst)
  const statuses: number[] = []
  for (let sent = 0; sent < 4; sent++) {
    statuses.push((await busy.ask('/nothing', { headers: { authorization: `Bearer ${token}` } })).status)
  }
  expect(statuses).toEqual([404, 404, 404, 429])
  const other = await busy.ask('/health/live', { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })
  expect(other.status).toBe(200)
  await busy.close()
})
