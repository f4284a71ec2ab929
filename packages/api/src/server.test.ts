import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/database.ts'
import { type TestServer, testServer } from '../../../test/support/serving.ts'
import { openDatabase } from './db/pools.ts'

let server: TestServer
let webDir: string

beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'tweeluik-web-'))
  await mkdir(join(webDir, 'assets'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Overview</title>')
  await writeFile(join(webDir, 'graphiql.html'), '<!doctype html><title>GraphiQL</title>')
  await writeFile(join(webDir, 'assets', 'index-1a2b.js'), `/* ${'x'.repeat(5_000)} */`)
  server = await testServer({ webDir })
})
afterAll(async () => {
  await server.close()
  await rm(webDir, { recursive: true })
})

describe('the web app', () => {
  test('is there, page by page, and asks again only for what has no digest in its name', async () => {
    const router = await readFile(join(import.meta.dirname, '../../web/src/routes/router.ts'), 'utf8')
    const pages = [...router.matchAll(/ path: '(.+)'/g)].map(([, path = '']) => path.replace('$id', 'a:1'))
    expect(pages).toContain('/customers/a:1')
    for (const page of [...pages, '/?grain=week']) {
      const answer = await server.ask(page)
      expect(answer.text, page).toContain('<title>Overview</title>')
      expect(answer.status, page).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-cache')
    }
    expect((await server.ask('/graphiql.html')).text).toContain('<title>GraphiQL</title>')
    const asset = await server.ask('/assets/index-1a2b.js')
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(asset.headers['content-type']).toContain('javascript')
  })

  test('has a page for what is not there, which programs are told in data', async () => {
    const page = await server.ask('/nothing', { headers: { accept: 'text/html,application/xhtml+xml' } })
    expect(page.status).toBe(404)
    expect(page.text).toContain('<title>Overview</title>')
    for (const asked of [{}, { method: 'POST', headers: { accept: 'text/html' } }]) {
      const answer = await server.ask('/nothing', asked)
      expect(answer.status).toBe(404)
      expect(answer.json()).toMatchObject({ code: 'NOT_FOUND', fix: 'Check the address' })
    }
  })

  test('travels packed where the browser can unpack it', async () => {
    const asset = await server.ask('/assets/index-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(asset.headers['content-encoding']).toBe('br')
    expect(asset.text.length).toBeLessThan(500)
  })
})

test('whoever leaves while an answer is packed is no failure of ours', async () => {
  const { hostname, port } = new URL(server.address)
  const body = JSON.stringify({ query: getIntrospectionQuery() })
  const head = [
    'POST /graphql HTTP/1.1',
    `host: ${hostname}:${port}`,
    'accept-encoding: br',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ]
  let waitMs = 0
  const leave = async () => {
    waitMs = (waitMs + 2) % 40
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => setTimeout(() => socket.destroy(), waitMs))
    await once(socket, 'close')
    return server.logged.join('')
  }
  await expect.poll(leave, { timeout: 20_000, interval: 1 }).toContain('left before the answer')
  expect(server.logged.join('')).not.toContain('Premature close')
})

describe('probes', () => {
  test('tell that the server lives and can work', async () => {
    expect((await server.ask('/health/live')).json()).toEqual({ status: 'live' })
    expect((await server.ask('/health/ready')).json()).toEqual({ status: 'ready' })
  })

  test('tell a server apart that lives but has lost its database', async () => {
    const kept = await testDatabase()
    const lost = await openDatabase({ url: kept.url, drainSeconds: 0 })
    const alone = await testServer({ database: lost })
    expect((await alone.ask('/health/ready')).status).toBe(200)
    await lost.close()
    expect((await alone.ask('/health/live')).status).toBe(200)
    const ready = await alone.ask('/health/ready')
    expect(ready.status).toBe(503)
    expect(ready.json()).toMatchObject({ code: 'NOT_READY', requestId: ready.headers['x-request-id'] })
    await alone.close()
    await kept.close()
  })
})

test('requests are measured by route and status, never by address', async () => {
  await server.ask('/ingest/batches/00000000-0000-4000-8000-000000000000')
  const metrics = await server.ask('/metrics')
  expect(metrics.text).toMatch(
    /tweeluik_http_request_seconds_count\{method="GET",route="\/ingest\/batches\/:id",status="404"\} \d/,
  )
  expect(metrics.text).toContain('tweeluik_process_cpu_seconds_total')
  expect(metrics.text).not.toContain('00000000-0000')
})

test('every answer has a request id of its own, which the caller cannot choose', async () => {
  const ids = new Set<unknown>()
  for (const path of ['/', '/nothing', '/health/live', '/graphql', '/metrics', '/%zz']) {
    const { headers } = await server.ask(path, { headers: { 'x-request-id': 'mine' } })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    ids.add(headers['x-request-id'])
  }
  expect(ids.size).toBe(6)
})

test('what is no HTTP is answered in our words, with a request id', async () => {
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  socket.write('NONSENSE\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  const body = JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as { requestId: string }
  expect(body).toMatchObject({ code: 'BAD_REQUEST' })
  expect(answer).toContain(`x-request-id: ${body.requestId}`)
})

test('a server that closes first answers what it was asked', async () => {
  const own = await testServer()
  await own.ingest('contacts', [{ id: '1', channel: 'phone', openedAt: '2026-01-01T00:00:00Z' }])
  const asked = own.graphql('{ contacts { totalCount nodes { externalId } } }')
  const sent = own.ask('/ingest/contacts?source=test', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', prefer: 'wait=60' },
    body: '{"id":"2","channel":"phone","openedAt":"2026-01-01T00:00:00Z"}',
  })
  // Both have reached the server when a third, sent after them, is answered.
  await own.ask('/health/live')
  const closed = own.close()
  expect(await asked).toMatchObject({ data: { contacts: { nodes: expect.arrayContaining([{ externalId: '1' }]) } } })
  expect((await sent).json()).toMatchObject({ state: 'loaded', created: 1 })
  await closed
  await expect(own.ask('/health/live')).rejects.toThrow('ECONNREFUSED')
})
