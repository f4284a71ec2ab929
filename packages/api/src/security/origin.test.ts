import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'

let server: TestServer
let port: string

beforeAll(async () => {
  server = await testServer()
  port = new URL(server.address).port
})
afterAll(() => server.close())

const paths: [string, string][] = [
  ['GET', '/'],
  ['GET', '/login'],
  ['GET', '/nothing'],
  ['GET', '/health/live'],
  ['GET', '/health/ready'],
  ['GET', '/metrics'],
  ['GET', '/graphql'],
  ['POST', '/graphql'],
  ['POST', '/login'],
  ['POST', '/logout'],
  ['POST', '/ingest/contacts?source=crm'],
  ['GET', '/ingest/batches/00000000-0000-4000-8000-000000000000'],
]

const json = { 'content-type': 'application/json' }

describe.each(paths)('without credentials %s %s', (method, path) => {
  const ask = (headers: Record<string, string>) =>
    server.ask(path, { method, headers: { ...json, ...headers }, body: method === 'POST' ? '{}' : undefined })

  test.each(['evil.example', 'evil.example:4000', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example', '0.0.0.0'])(
    'is refused to who asks for it as %s',
    async host => {
      const answer = await ask({ host })
      expect(answer.status).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'WRONG_HOST', requestId: answer.headers['x-request-id'] })
    },
  )

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  ])('is refused to another website: %j', async headers => {
    const answer = await ask(headers)
    expect(answer.status).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'FOREIGN_ORIGIN' })
  })
})

test('its own names, pages and programs come in', async () => {
  const ways: Record<string, string>[] = [
    {},
    { host: `localhost:${port}`, origin: `http://localhost:${port}` },
    { host: `[::1]:${port}` },
    { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
  ]
  for (const headers of ways) {
    const answer = await server.ask('/graphql', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: '{"query": "{ contacts { totalCount } }"}',
    })
    expect(answer.json()).toEqual({ data: { contacts: { totalCount: 0 } } })
  }
})

test('browsers are told to run nothing but our own scripts and to show us in no frame', async () => {
  const { headers } = await server.ask('/')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe-eval')
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('no path leads out of the folder of the web app', async () => {
  const ways = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/.sources',
  ]
  for (const way of ways) {
    const answer = await server.ask(way)
    expect([way, answer.status >= 400 && answer.status < 500]).toEqual([way, true])
    expect(answer.json()).toHaveProperty('requestId')
  }
})
