import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestServer, testServer } from '../../../../../test/support/serving.ts'
import { createToken } from '../../security/tokens.ts'
import type { FileLine } from './http.ts'
import type { FileOutcome } from './load-file.ts'
import type { FilePreview } from './preview.ts'

const FILE_BYTES_MAX = 262_144
const OWN_MAPPINGS = resolve(import.meta.dirname, '../../../../../mappings')

const TICKETS = `
file: { format: csv }
zone: UTC
records:
  - kind: contacts
    when: { column: what, equals: opened }
    id: ticket
    fields: { channel: { constant: phone }, openedAt: { column: at, time: yyyy-MM-dd } }
  - kind: contact-events
    when: { column: what, equals: transferred }
    id: { template: '{ticket}-{at}' }
    fields: { contact: ticket, type: { constant: transferred }, at: { column: at, time: yyyy-MM-dd } }
`

let server: TestServer
let mappings: string

beforeAll(async () => {
  mappings = await mkdtemp(join(tmpdir(), 'tweeluik-mappings-'))
  for (const name of ['cdnow.yaml', 'olist-orders.yaml', 'olist-reviews.yaml']) {
    await copyFile(join(OWN_MAPPINGS, name), join(mappings, name))
  }
  await copyFile(join(OWN_MAPPINGS, 'call-centre.yaml'), join(mappings, 'one.yaml'))
  await copyFile(join(OWN_MAPPINGS, 'call-centre.yaml'), join(mappings, 'other.yaml'))
  await writeFile(join(mappings, 'tickets.yaml'), TICKETS)
  server = await testServer({
    variables: {
      TWEELUIK_MAPPINGS_DIR: mappings,
      TWEELUIK_FILE_BYTES_MAX: String(FILE_BYTES_MAX),
      TWEELUIK_BATCH_ROWS_MAX: '100',
    },
  })
})
afterAll(async () => {
  await server.close()
  await rm(mappings, { recursive: true })
})

const OCTETS = { 'content-type': 'application/octet-stream' }

const send = (path: string, query: Record<string, string>, body: string | Buffer, headers: object = {}) =>
  server.ask(`${path}?${new URLSearchParams(query)}`, { method: 'POST', headers: { ...OCTETS, ...headers }, body })

const preview = async (query: Record<string, string>, body: string | Buffer) =>
  (await send('/ingest/files/preview', query, body)).json<FilePreview>()

const linesOf = ({ text }: Pick<Answer, 'text'>) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as FileLine)

async function load(query: Record<string, string>, body: string | Buffer): Promise<FileOutcome> {
  const last = linesOf(await send('/ingest/files', query, body)).at(-1)
  if (!last || !('outcome' in last)) throw new Error(JSON.stringify(last))
  return last.outcome
}

const cdnow = ' customer_id date number_of_cds dollar_value\n 1 19970101 1 9.99\n 2 19970102 2 soon\n'
const orders = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, row) => `${from + row},c${row % 7},2026-01-0${(row % 9) + 1}T10:00:00Z,10.50\n`,
  ).join('')

describe('the head of a file', () => {
  test('finds its mapping, and shows what its rows become, with what is wrong and in which field', async () => {
    const found = await preview({ name: 'C:\\export\\export.txt' }, cdnow)
    expect(found).toMatchObject({ reading: { mapping: 'cdnow' }, problem: null })
    expect(found.kinds).toHaveLength(1)
    expect(found.kinds[0]).toMatchObject({
      kind: 'orders',
      records: [
        { line: 2, record: { customer: '1', at: '1997-01-01T17:00:00.000Z', amount: '9.99' }, problem: null },
        { line: 3, problem: { code: 'INVALID_AMOUNT', path: 'amount' } },
      ],
    })
  })

  test('is of our own kind by its name, or by columns that only one kind has', async () => {
    const text = 'id,customer,at,amount\n1,c,2026-01-01T00:00:00Z,1\n'
    expect((await preview({ name: 'orders-may.csv' }, text)).reading).toEqual({ kind: 'orders' })
    expect((await preview({ name: 'export.csv' }, text)).reading).toEqual({ kind: 'orders' })
    expect((await preview({ name: 'export.csv', kind: 'feedback' }, text)).kinds[0]?.records[0]?.problem?.code).toBe(
      'UNKNOWN_FIELD',
    )
  })

  test('that several mappings fit names them all, and is read by the one that is chosen', async () => {
    const header =
      'Call Id;Agent;Date;Time;Topic;Answered (Y/N);Resolved;Speed of answer in seconds;AvgTalkDuration;Satisfaction rating'
    const fitting = await preview({ name: 'calls.csv' }, `${header.replaceAll(';', ',')}\n`)
    expect(fitting.reading).toBeNull()
    expect(fitting.mappings.slice(0, 2)).toEqual([
      { name: 'one', missing: [], found: 10 },
      { name: 'other', missing: [], found: 10 },
    ])
    const chosen = await preview({ name: 'calls.csv', mapping: 'other' }, `${header.replaceAll(';', ',')}\n`)
    expect(chosen.reading).toEqual({ mapping: 'other' })
  })

  test('that nothing fits says what its columns are, and what the nearest mapping lacks', async () => {
    const told = await preview({ name: 'list.csv' }, 'ticket,what,on\n')
    expect(told).toMatchObject({ reading: null, columns: ['ticket', 'what', 'on'], kinds: [] })
    expect(told.mappings[0]).toEqual({ name: 'tickets', missing: ['at'], found: 2 })
  })

  test('says nothing of the row in which it was cut off', async () => {
    const text = 'id,customer,at,amount\n1,c,2026-01-01T00:00:00Z,1\n2,"c'
    const records = async (cut: string) => (await preview({ name: 'orders.csv', cut }, text)).kinds[0]?.records ?? []
    expect((await records('true')).map(({ line }) => line)).toEqual([2])
    expect((await records('false')).map(({ problem }) => problem?.code)).toEqual([undefined, 'UNCLOSED_QUOTE'])
  })

  test('of a mapping that looks things up in other files says so', async () => {
    const { problem } = await preview({ name: 'orders.csv', mapping: 'olist-orders' }, 'order_id\n')
    expect(problem).toMatchObject({
      code: 'LOOKUPS_NEEDED',
      message: expect.stringContaining('olist_customers_dataset'),
    })
  })
})

describe('a whole file', () => {
  test('tried first becomes just what was said, however its batches fall; again it changes nothing', async () => {
    const text = `ticket,what,at\n${Array.from({ length: 240 }, (_, row) => `T${row % 120},${row < 120 ? 'opened' : 'transferred'},2026-01-01\n`).join('')}T0,opened,2026-01-01\n?,odd,2026-01-01\nT500,opened,someday\n`
    const query = { name: 'tickets.csv', source: 'desk' }
    const tried = await load({ ...query, dryRun: 'true' }, text)
    const { data } = await server.graphql('{ contacts { totalCount } }')
    expect(data).toEqual({ contacts: { totalCount: 0 } })
    const done = await load(query, text)
    expect(done).toEqual({ ...tried, dryRun: false })
    expect(done).toMatchObject({
      received: 242,
      created: 240,
      unchanged: 1,
      waiting: 0,
      rejected: 1,
      queued: 0,
      skipped: 1,
      problem: null,
      stopped: false,
      causes: [{ kind: 'contacts', code: 'INVALID_TIME', path: 'openedAt', count: 1, lines: [244] }],
    })
    expect(done.kinds.map(({ kind, created }) => [kind, created])).toEqual([
      ['contacts', 120],
      ['contact-events', 120],
    ])
    expect(await load(query, text)).toMatchObject({ received: 242, created: 0, unchanged: 241, rejected: 1 })
  })

  test('tells how far it is, up to its end, packed or not', async () => {
    const text = `id,customer,at,amount\n${orders(0, 250)}`
    const answer = await send('/ingest/files', { name: 'orders.csv.gz', source: 'shop' }, gzipSync(text))
    const lines = linesOf(answer)
    expect(answer.headers['content-type']).toBe('application/x-ndjson')
    expect(lines.slice(0, -1)).toHaveLength(3)
    const { length } = gzipSync(text)
    expect(lines.at(-2)).toEqual({ doneBytes: length, sizeBytes: length, received: 250 })
    expect(lines.at(-1)).toMatchObject({ outcome: { created: 250 } })
  })

  test.each([
    ['a spreadsheet', 'orders.csv', Buffer.from('PK\x03\x04 and more'), 'NOT_TEXT'],
    ['nothing', 'orders.csv', '', 'EMPTY_INPUT'],
    ['no header of the mapping', 'export.csv', 'a,b\n1,2\n', 'COLUMN_MISSING'],
  ])('that is %s is explained', async (_what, name, body, code) => {
    const reading: Record<string, string> = name === 'export.csv' ? { mapping: 'cdnow' } : { kind: 'orders' }
    const outcome = await load({ name, source: 'odd', ...reading }, body)
    expect(outcome).toMatchObject({ received: 0, problem: { code, path: '' } })
  })

  test('that breaks off says so, and what came before is kept', async () => {
    const text = `id,customer,at,amount\n${orders(900, 3000)}`
    const outcome = await load({ name: 'orders.csv.gz', source: 'odd' }, gzipSync(text).subarray(0, -12))
    expect(outcome.problem).toMatchObject({ code: 'BROKEN_GZIP' })
    expect(outcome.created).toBeGreaterThan(0)
    expect(outcome.created).toBe(outcome.received)
  })

  test('in UTF-16 with its mark is read as it is', async () => {
    const text = Buffer.from(`\ufeffid,customer,at,amount\n${orders(5000, 2)}`, 'utf16le')
    expect(await load({ name: 'orders.csv', source: 'wide' }, text)).toMatchObject({ created: 2, rejected: 0 })
  })

  test('whose sender goes away is left after the batches in hand', async () => {
    const { hostname, port } = new URL(server.address)
    const path = '/ingest/files?name=orders.csv&source=away'
    const sent = request({ hostname, port, path, method: 'POST', headers: OCTETS }, answer => {
      answer.once('data', () => sent.destroy())
      answer.on('error', () => {})
    })
    sent.on('error', () => {})
    sent.end(`id,customer,at,amount\n${orders(0, 4000)}`)
    const logged = () => server.logged.find(line => line.includes('"stopped":true'))
    await expect.poll(logged, { timeout: 20_000 }).toBeDefined()
    expect(JSON.parse(logged() ?? '')).toMatchObject({ msg: 'a file was read', dryRun: false })
  })
})

test.each([
  ['too large', { name: 'orders.csv', source: 's' }, 'x'.repeat(FILE_BYTES_MAX + 1), 413, 'BODY_TOO_LARGE'],
  ['without a name', { source: 's' }, 'id\n', 400, 'NAME_MISSING'],
  ['without a source', { name: 'orders.csv' }, 'id\n', 400, 'SOURCE_MISSING'],
  ['of no known kind', { name: 'orders.csv', source: 's', kind: 'order' }, 'id\n', 400, 'KIND_UNKNOWN'],
  ['that tells nothing', { name: 'list.csv', source: 's' }, 'a,b\n', 400, 'KIND_UNKNOWN'],
  ['without a format', { name: 'list', source: 's', kind: 'orders' }, 'id\n', 400, 'FORMAT_UNKNOWN'],
  ['of a mapping elsewhere', { name: 'a.csv', source: 's', mapping: '../one' }, 'a\n', 400, 'NO_SUCH_MAPPING'],
  ['with look-ups', { name: 'a.csv', source: 's', mapping: 'olist-orders' }, 'a\n', 400, 'LOOKUPS_NEEDED'],
])('a file %s is refused before anything is loaded', async (_what, query, body, status, code) => {
  const answer = await send('/ingest/files', query as Record<string, string>, body)
  expect({ status: answer.status, ...answer.json<object>() }).toMatchObject({ status, code, fix: expect.any(String) })
  expect(answer.text).not.toContain(mappings)
})

test('only a type that no form of another website can send is taken', async () => {
  const answer = await send('/ingest/files', { name: 'orders.csv', source: 's' }, 'id\n', {
    'content-type': 'text/plain',
  })
  expect(answer.status).toBe(415)
  const foreign = await send('/ingest/files', { name: 'orders.csv', source: 's' }, 'id\n', {
    origin: 'http://evil.example',
  })
  expect(foreign.status).toBe(403)
})

test('a mapping of the folder that is wrong is named with its line, not with where it lies', async () => {
  const path = join(mappings, 'wrong.yaml')
  await writeFile(path, 'file: { format: csv }\nrecords: 1\n')
  const answer = await send('/ingest/files/preview', { name: 'export.txt' }, cdnow)
  await rm(path)
  expect(answer.status).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'MAPPING_INVALID', message: expect.stringContaining('of wrong.yaml') })
  expect(answer.text).not.toContain(tmpdir())
})

test('whoever may not write sends no file, not even its head', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000)
  const asked = async (role: 'viewer' | 'integrator' | 'admin', brands: string[] | null = null) => {
    const source = role === 'integrator' ? 'crm' : null
    const { token } = await createToken(server.database.owner, { name: role + brands, role, brands, source, expiresAt })
    const answers = await Promise.all(
      ['/ingest/files', '/ingest/files/preview'].map(path =>
        send(path, { name: 'customers.csv', source: 'shop' }, 'id\n1\n', { authorization: `Bearer ${token}` }),
      ),
    )
    return answers.map(({ status }) => status)
  }
  expect(await asked('viewer')).toEqual([403, 403])
  expect(await asked('admin', ['north'])).toEqual([403, 403])
  // Of another source than its own.
  expect(await asked('integrator')).toEqual([403, 200])
  expect(await asked('admin')).toEqual([200, 200])
})
