import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { kindNames, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { type Answer, type TestServer, testServer } from '../support/serving.ts'

const MEBIBYTE = 1_048_576
const NDJSON = 'application/x-ndjson'
const CSV = 'text/csv'
const ERROR_LEVEL = 50

let server: TestServer
let deliveries = 0
let linesLogged = 0

beforeAll(async () => {
  server = await testServer({ variables: { TWEELUIK_BODY_BYTES_MAX: String(256 * MEBIBYTE) } })
})
afterAll(() => server.close())
beforeEach(() => {
  linesLogged = server.logged.length
})
afterEach(() => {
  const faults = server.logged.slice(linesLogged).filter(line => JSON.parse(line).level >= ERROR_LEVEL)
  expect(faults, 'bad input is never a fault of ours').toEqual([])
})

/** Every delivery is of a source of its own, so that no test meets the records of another. */
function deliver(kind: RecordKind, contentType: string, body: string | Buffer, query = ''): Promise<Answer> {
  deliveries += 1
  return server.ask(`/ingest/${kind}?source=source-${deliveries}${query}`, {
    method: 'POST',
    headers: { 'content-type': contentType, prefer: 'wait=60' },
    body,
  })
}

/** The receipt of a delivery that was taken; its counts add up. */
function receiptIn(answer: Answer): BatchReceipt {
  expect(answer.status, answer.text).toBe(200)
  const receipt = answer.json<BatchReceipt>()
  const { received, created, updated, unchanged, waiting, rejected } = receipt
  expect(receipt.state).toBe('loaded')
  expect(created + updated + unchanged + waiting + rejected).toBe(received)
  return receipt
}

const rejectedTexts = ({ batchId }: BatchReceipt) =>
  server.database.owner<{ line: number; code: string; text: string }[]>`
    select line, code, text from rejected_records where batch_id = ${batchId} order by position`

/** A record that is taken, of no more fields than it needs. */
const sound: Record<RecordKind, (id: string) => Record<string, unknown>> = {
  customers: id => ({ id }),
  contacts: id => ({ id, channel: 'phone', openedAt: '2026-03-01T09:00:00Z' }),
  feedback: id => ({ id, kind: 'csat', score: 4, at: '2026-03-01T09:00:00Z' }),
  orders: id => ({ id, customer: 'anja', at: '2026-03-01T09:00:00Z', amount: '19.99' }),
  'cost-rates': id => ({ id, team: `${deliveries} ${id}`, from: '2026-03-01T00:00:00Z', perHour: 36 }),
}

/** Between two sound records this one alone is refused, told by line, and kept as it was sent. */
async function expectRefusal(kind: RecordKind, line: Buffer, code: string, path: string, kept = line.toString()) {
  const [before, after] = ['before', 'after'].map(id => JSON.stringify(sound[kind](id)))
  const body = Buffer.concat([Buffer.from(`${before}\n`), line, Buffer.from(`\n${after}\n`)])
  const receipt = receiptIn(await deliver(kind, NDJSON, body))
  expect(receipt).toMatchObject({ received: 3, created: 2, rejected: 1 })
  const { length: one, 0: rejection } = receipt.rejections
  expect(one).toBe(1)
  expect(rejection).toEqual({
    line: 2,
    code,
    path,
    message: expect.stringMatching(/\S/),
    fix: expect.stringMatching(/\S/),
  })
  expect([...(await rejectedTexts(receipt))]).toEqual([{ line: 2, code, text: kept }])
}

describe('one field is wrong: the record is refused by its path and the rest of the batch lands:', () => {
  const at = '2026-03-01T09:00:00Z'
  const manyKeys = Array.from({ length: 2_000 }, (_, key) => [key, key])

  test.each<[string, RecordKind, Record<string, unknown>, code: string, path: string]>([
    ['an unknown field', 'contacts', { chanel: 'phone' }, 'UNKNOWN_FIELD', 'chanel'],
    [
      'an unknown field of a part',
      'orders',
      { refunds: [{ at, amount: 1, why: 'torn' }] },
      'UNKNOWN_FIELD',
      'refunds.0.why',
    ],
    ['a field whose name holds a NUL', 'contacts', { 'chan\0nel': 'phone' }, 'UNKNOWN_FIELD', 'chan�nel'],
    ['a field whose name is half a character', 'contacts', { '\ud83d': 1 }, 'UNKNOWN_FIELD', '�'],
    ['a field that is missing', 'contacts', { channel: undefined }, 'MISSING_FIELD', 'channel'],
    ['null where a value is due', 'orders', { amount: null }, 'MISSING_FIELD', 'amount'],
    ['a number where a word is due', 'contacts', { channel: 7 }, 'WRONG_TYPE', 'channel'],
    ['text where a number is due', 'contacts', { queueSeconds: '60' }, 'WRONG_TYPE', 'queueSeconds'],
    ['text where a flag is due', 'contacts', { bot: 'yes' }, 'WRONG_TYPE', 'bot'],
    ['a list where a reference is due', 'orders', { customer: ['anja'] }, 'WRONG_TYPE', 'customer'],
    ['an id that is empty', 'contacts', { id: ' ' }, 'INVALID_ID', 'id'],
    ['an id that is no whole number', 'contacts', { id: 1.5 }, 'INVALID_ID', 'id'],
    ['a word that is empty', 'contacts', { channel: '' }, 'EMPTY_WORD', 'channel'],
    ['a word that is none of the list', 'contacts', { outcome: 'solved' }, 'UNKNOWN_VALUE', 'outcome'],
    ['text that is too long', 'contacts', { team: 'x'.repeat(201) }, 'TEXT_TOO_LONG', 'team'],
    ['a NUL in text', 'contacts', { subject: 'a\0b' }, 'INVALID_TEXT', 'subject'],
    ['half a character in text', 'contacts', { text: 'a\ud83d' }, 'INVALID_TEXT', 'text'],
    ['a NUL in an attribute', 'customers', { attributes: { note: 'a\0b' } }, 'INVALID', 'attributes'],
    ['a date that does not exist', 'contacts', { openedAt: '2026-02-30T09:00:00Z' }, 'NO_SUCH_TIME', 'openedAt'],
    ['29 February of no leap year', 'orders', { at: '2027-02-29T09:00:00Z' }, 'NO_SUCH_TIME', 'at'],
    ['an hour that does not exist', 'contacts', { openedAt: '2026-02-03T25:00:00Z' }, 'NO_SUCH_TIME', 'openedAt'],
    ['a time without a zone', 'contacts', { openedAt: '2026-02-03T09:00:00' }, 'INVALID_TIME', 'openedAt'],
    ['a year that nobody lives in', 'contacts', { openedAt: '9026-02-03T09:00:00Z' }, 'TIME_OUT_OF_RANGE', 'openedAt'],
    ['an answer before the call', 'contacts', { answeredAt: '2026-03-01T08:00:00Z' }, 'BEFORE_OPENED', 'answeredAt'],
    ['a negative duration', 'contacts', { talkSeconds: -1 }, 'NEGATIVE', 'talkSeconds'],
    ['a duration of years', 'contacts', { talkSeconds: 1e9 }, 'OUT_OF_RANGE', 'talkSeconds'],
    ['half a transfer', 'contacts', { transfers: 0.5 }, 'NOT_WHOLE', 'transfers'],
    ['a score above its scale', 'feedback', { score: 6 }, 'SCORE_OUTSIDE_SCALE', 'score'],
    ['a score below its scale', 'feedback', { score: 0, scale: [1, 10] }, 'SCORE_OUTSIDE_SCALE', 'score'],
    ['a score between two steps', 'feedback', { kind: 'ces', score: 4.5 }, 'NOT_WHOLE', 'score'],
    ['a scale that nobody can read', 'feedback', { scale: [1, 4] }, 'UNKNOWN_SCALE', 'scale'],
    ['a currency that is none', 'orders', { currency: 'EURO' }, 'UNKNOWN_CURRENCY', 'currency'],
    ['a currency that holds a NUL', 'orders', { currency: 'E\0R' }, 'UNKNOWN_CURRENCY', 'currency'],
    ['an amount with a decimal comma', 'orders', { amount: '19,99' }, 'INVALID_AMOUNT', 'amount'],
    ['an amount finer than is kept', 'orders', { amount: '0.00001' }, 'INVALID_AMOUNT', 'amount'],
    ['a negative amount', 'orders', { amount: '-1' }, 'NEGATIVE', 'amount'],
    [
      'a refund before its order',
      'orders',
      { refunds: [{ at: '2026-02-01T09:00:00Z', amount: 1 }] },
      'BEFORE_ORDER',
      'refunds.0.at',
    ],
    ['a rate that ends before it begins', 'cost-rates', { to: '2026-02-01T00:00:00Z' }, 'ENDS_BEFORE_START', 'to'],
    ['a brand that would mean all', 'contacts', { brand: '*' }, 'INVALID_BRAND', 'brand'],
    ['a deletion at no time', 'contacts', { deletedAt: 'yes' }, 'INVALID_TIME', 'deletedAt'],
    ['more keys than a record has', 'customers', { attributes: Object.fromEntries(manyKeys) }, 'TOO_MANY_KEYS', ''],
  ])('%s', async (_name, kind, fields, code, path) => {
    await expectRefusal(kind, Buffer.from(JSON.stringify({ ...sound[kind]('bad'), ...fields })), code, path)
  })
})

describe('a line is no record: it alone is refused:', () => {
  const long = 'x'.repeat(2 * MEBIBYTE)
  const deep = `{"id":"bad","attributes":{"deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`

  test.each<[string, string | Buffer, code: string, path: string, kept?: string]>([
    ['half an object', '{"id":"bad","channel":"pho', 'INVALID_JSON', ''],
    ['a list', '[{"id":"bad"}]', 'NOT_AN_OBJECT', ''],
    ['a word', '"bad"', 'NOT_AN_OBJECT', ''],
    ['null', 'null', 'NOT_AN_OBJECT', ''],
    ['a key that changes objects', '{"id":"bad","__proto__":{"channel":"phone"}}', 'KEY_NOT_ALLOWED', '__proto__'],
    ['a record that is too deep', deep, 'TOO_DEEP', ''],
    ['bytes that are not UTF-8', Buffer.from('{"id":"caf\xe9"}', 'latin1'), 'INVALID_UTF8', '', '{"id":"caf�"}'],
    ['a NUL between its characters', '{"id":"a\0b"}', 'INVALID_JSON', '', '{"id":"a�b"}'],
    ['nothing but a NUL', '\0', 'INVALID_JSON', '', '�'],
    ['far more than a line may hold', `{"id":"${long}"}`, 'ROW_TOO_LONG', '', `{"id":"${long}`.slice(0, 1_000)],
  ])('%s', async (_name, line, code, path, kept) => {
    await expectRefusal('contacts', Buffer.from(line), code, path, kept)
  })
})

describe('of several records with one id in a batch', () => {
  const contact = (fields: object) => ({ ...sound.contacts('same'), ...fields })
  const send = async (...records: object[]) =>
    receiptIn(await deliver('contacts', NDJSON, records.map(record => JSON.stringify(record)).join('\n')))

  test('the first is kept and one that contradicts it refused', async () => {
    const receipt = await send(contact({}), contact({ team: 'B' }), sound.contacts('other'))
    expect(receipt).toMatchObject({ received: 3, created: 2, rejected: 1 })
    expect(receipt.rejections).toMatchObject([{ line: 2, code: 'DUPLICATE_ID', path: 'id' }])
  })

  test('one that says the same is no change', async () => {
    expect(await send(contact({}), contact({}))).toMatchObject({ received: 2, created: 1, unchanged: 1, rejected: 0 })
  })
})

test('a rate beside one that is in force for the same work is refused', async () => {
  const rate = { id: 'one', team: 'A', from: '2026-01-01T00:00:00Z', perHour: 36 }
  const rates = [rate, { ...rate, id: 'two', from: '2026-02-01T00:00:00Z' }, { ...rate, id: 'three', team: 'B' }]
  const receipt = receiptIn(await deliver('cost-rates', NDJSON, rates.map(one => JSON.stringify(one)).join('\n')))
  expect(receipt).toMatchObject({ received: 3, created: 2, rejected: 1 })
  expect(receipt.rejections).toMatchObject([{ line: 2, code: 'RATE_OVERLAPS', path: 'from' }])
})

describe('in CSV a bad row is refused by its line, and the rest lands:', () => {
  const header = 'id,channel,openedAt,queueSeconds,bot,subject'
  const good = (id: string) => `${id},phone,2026-03-01T09:00:00Z,5,no,x`

  test.each<[string, string | Buffer, code: string, path: string, kept?: string]>([
    ['half a line', 'bad,phone,2026-03', 'CSV_COLUMN_COUNT', ''],
    ['a cell too many', `${good('bad')},more`, 'CSV_COLUMN_COUNT', ''],
    ['a quote that never closes', '"bad,phone,2026-03-01T09:00:00Z,5,no,x', 'UNCLOSED_QUOTE', ''],
    ['a quote inside a cell', 'bad,pho"ne,2026-03-01T09:00:00Z,5,no,x', 'INVALID_CSV', ''],
    ['a word for a number', 'bad,phone,2026-03-01T09:00:00Z,five,no,x', 'WRONG_TYPE', 'queueSeconds'],
    ['a number with a comma', 'bad,phone,2026-03-01T09:00:00Z,"1,5",no,x', 'WRONG_TYPE', 'queueSeconds'],
    ['a flag that is neither', 'bad,phone,2026-03-01T09:00:00Z,5,perhaps,x', 'WRONG_TYPE', 'bot'],
    ['an empty cell that is needed', 'bad,,2026-03-01T09:00:00Z,5,no,x', 'MISSING_FIELD', 'channel'],
    ['a day of another calendar', 'bad,phone,01-03-2026 09:00,5,no,x', 'INVALID_TIME', 'openedAt'],
    [
      'a NUL',
      'bad,phone,2026-03-01T09:00:00Z,5,no,a\0b',
      'INVALID_TEXT',
      'subject',
      'bad,phone,2026-03-01T09:00:00Z,5,no,a�b',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.from('bad,caf\xe9,2026-03-01T09:00:00Z,5,no,x', 'latin1'),
      'INVALID_UTF8',
      '',
      'bad,caf�,2026-03-01T09:00:00Z,5,no,x',
    ],
  ])('%s', async (_name, line, code, path, kept = line.toString()) => {
    const body = [`${header}\n${good('before')}\n`, line, `\n${good('after')}\n`].map(part => Buffer.from(part))
    const receipt = receiptIn(await deliver('contacts', CSV, Buffer.concat(body)))
    expect(receipt).toMatchObject({ received: 3, created: 2, rejected: 1 })
    expect(receipt.rejections).toMatchObject([{ line: 3, code, path }])
    expect([...(await rejectedTexts(receipt))]).toEqual([{ line: 3, code, text: kept }])
  })

  test('a column that no record has: every row, with the name that was meant', async () => {
    const receipt = receiptIn(await deliver('contacts', CSV, 'id,chanel,openedAt\n1,phone,2026-03-01T09:00:00Z\n'))
    expect(receipt.rejections).toMatchObject([
      { line: 2, code: 'UNKNOWN_FIELD', path: 'chanel', fix: 'Did you mean channel?' },
    ])
  })
})

describe('a delivery that cannot be read at all is one 400, and leaves no batch:', () => {
  test.each<[string, contentType: string, string | Buffer, code: string]>([
    ['an empty file of NDJSON', NDJSON, '', 'EMPTY_INPUT'],
    ['white space', NDJSON, ' \n\n', 'EMPTY_INPUT'],
    ['an empty file of CSV', CSV, '', 'EMPTY_INPUT'],
    ['a header without rows', CSV, 'id,channel,openedAt\n', 'EMPTY_BATCH'],
    ['a header that names a column twice', CSV, 'id,id\n1,2\n', 'DUPLICATE_COLUMN'],
    ['a spreadsheet', CSV, Buffer.from('PK\x03\x04...'), 'NOT_TEXT'],
    ['an empty list', 'application/json', '[]', 'EMPTY_BATCH'],
    ['an object that is no list', 'application/json', '{"id":"a"}', 'NOT_AN_ARRAY'],
    ['no JSON', 'application/json', 'contacts', 'NOT_AN_ARRAY'],
  ])('%s', async (_name, contentType, body, code) => {
    const answer = await deliver('contacts', contentType, body)
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({
      code,
      path: '',
      message: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
    })
    const stored = await server.database.owner`select from ingest_batches where source = ${`source-${deliveries}`}`
    expect(stored).toHaveLength(0)
  })
})

test('what a JSON list lacks is refused, and what stands in it lands', async () => {
  const [one, two] = ['one', 'two'].map(id => JSON.stringify(sound.contacts(id)))
  const receipt = receiptIn(await deliver('contacts', 'application/json', `[${one},,${two},{"id":`))
  expect(receipt).toMatchObject({ received: 4, created: 2, rejected: 2 })
  expect(receipt.rejections.map(({ code }) => code)).toEqual(['INVALID_JSON', 'INVALID_JSON'])
})

test('a dry run tells the same of bad rows, and keeps neither these nor the others', async () => {
  const body = `${JSON.stringify(sound.contacts('dry'))}\n{"id":"bad"}\n`
  const { batchId, ...receipt } = receiptIn(await deliver('contacts', NDJSON, body, '&dryRun=true'))
  expect(receipt).toMatchObject({ received: 2, created: 1, rejected: 1 })
  expect(receipt.rejections).toMatchObject([{ line: 2, code: 'MISSING_FIELD', path: 'channel' }])
  const { owner } = server.database
  const source = `source-${deliveries}`
  expect(await owner`select from contacts where source = ${source}`).toHaveLength(0)
  expect(await owner`select from rejected_records where source = ${source}`).toHaveLength(0)
  expect(await owner`select from ingest_batches where id = ${batchId}`).toHaveLength(0)
})

const chunk = Buffer.alloc(65_536, 'x')

function* chunksOf(bytes: number): Iterable<Buffer> {
  for (let left = bytes; left > 0; left -= chunk.length) yield chunk
}

/** Sends over a bare socket what is made as it is asked for, and reads nothing of the answer before all is sent. */
async function stream(contentType: string, parts: Iterable<string | Buffer>) {
  deliveries += 1
  const { hostname, port, host } = new URL(server.address)
  const lines = [
    `POST /ingest/contacts?source=source-${deliveries} HTTP/1.1`,
    `Host: ${host}`,
    `Content-Type: ${contentType}`,
    'Prefer: wait=60',
    'Transfer-Encoding: chunked',
  ]
  function* framed() {
    yield `${lines.join('\r\n')}\r\n\r\n`
    for (const part of parts) {
      yield `${Buffer.byteLength(part).toString(16)}\r\n`
      yield part
      yield '\r\n'
    }
    yield '0\r\n\r\n'
  }
  const socket = connect({ host: hostname, port: Number(port) })
  await pipeline(Readable.from(framed()), socket, { end: false })
  let answer = ''
  for await (const part of socket) {
    answer += part
    // What ends an answer is the end of its one JSON object.
    if (answer.endsWith('}')) break
  }
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), told: JSON.parse(body) }
}

describe('a line without end', () => {
  /** Between two sound records. Gives the answer, and by how much this process grew at most. */
  async function sendLine(bytes: number) {
    const before = process.memoryUsage().rss
    let grownBytes = 0
    function* body() {
      yield `${JSON.stringify(sound.contacts('before'))}\n{"id":"`
      for (const part of chunksOf(bytes)) {
        grownBytes = Math.max(grownBytes, process.memoryUsage().rss - before)
        yield part
      }
      yield `"}\n${JSON.stringify(sound.contacts('after'))}\n`
    }
    const answer = await stream(NDJSON, body())
    return { ...answer, grownBytes }
  }

  test('is skipped in flat memory while its delivery is within the limit, and the rest lands', async () => {
    const { status, told, grownBytes } = await sendLine(200 * MEBIBYTE)
    expect(status).toBe(200)
    expect(told).toMatchObject({
      received: 3,
      created: 2,
      rejected: 1,
      rejections: [{ line: 2, code: 'ROW_TOO_LONG' }],
    })
    expect(grownBytes).toBeLessThan(100 * MEBIBYTE)
  })

  test('is refused in flat memory beyond the limit of a delivery', async () => {
    const { status, told, grownBytes } = await sendLine(400 * MEBIBYTE)
    expect(status).toBe(413)
    expect(told).toMatchObject({ code: 'BODY_TOO_LARGE', fix: expect.stringContaining('tweeluik import') })
    expect(grownBytes).toBeLessThan(100 * MEBIBYTE)
  })
})

describe('refused at its first bytes, a delivery is answered also to who reads nothing before all is sent:', () => {
  test.each<[string, contentType: string, beginning: string, code: string]>([
    ['a spreadsheet', CSV, 'PK\x03\x04', 'NOT_TEXT'],
    ['a header that names a column twice', CSV, 'id,id\n', 'DUPLICATE_COLUMN'],
    ['JSON that is no list', 'application/json', '{', 'NOT_AN_ARRAY'],
    ['more records than a batch holds', NDJSON, '{}\n'.repeat(50_001), 'BATCH_TOO_LARGE'],
  ])('%s', async (_name, contentType, beginning, code) => {
    const { status, told } = await stream(contentType, [beginning, ...chunksOf(20 * MEBIBYTE)])
    expect([400, 413]).toContain(status)
    expect(told).toMatchObject({ code })
  })
})

describe('whatever is sent', () => {
  const nasty = fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      '\0',
      'a\0b',
      '\ud800',
      'x\udfff',
      '\ufffd',
      '\\N',
      '\\.',
      '\t',
      'a\r\nb',
      "'; drop table contacts; --",
      '{a}',
    ],
    ...['ﷺ'.repeat(200), '😀'.repeat(100), 'x'.repeat(200), 'x'.repeat(201), '*', 'a,b', '__proto__', 'null', 'NaN'],
    ...['2026-03-29T02:30:00+01:00', '1900-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2199-12-31T23:59:59+14:00'],
    ...['0001-01-01T00:00:00Z', '2026-12-31 23:59:59.999999999Z', '9999-12-31T23:59:59Z', '2026-03-01T09:00:00+99:99'],
    ...['10000000', '-0', '0.0000', '99999999999', '1e3', '٣', 'EUR', 'eur', 'XXX', 'csat', 'abandoned', 'resolved'],
    ...[null, true, 0, -0, -1, 1, 4, 0.1, 1e21, -1e308, 2 ** 31, 2 ** 53, 31_622_400],
    ...[[], {}, [1, 5], [5, 1], [0, 0], [[[]]], { source: 'crm', id: 7 }, { source: '', id: '' }, { id: '\0' }],
    ...[[{ at: '2026-03-02T00:00:00Z', amount: '10000000' }], [{ source: 'crm', id: 'same' }], { '': { '\0': 1 } }],
  )
  const kind = fc.constantFrom<RecordKind>(...kindNames)
  const line = (of: RecordKind) =>
    fc.oneof(
      fc
        .dictionary(fc.constantFrom(...Object.keys(recordKinds[of].schema.shape)), nasty, { maxKeys: 4 })
        .chain(fields => fc.nat(30).map(id => JSON.stringify({ ...sound[of](`${id}`), ...fields }))),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
  const batch = kind.chain(of =>
    fc.record({ of: fc.constant(of), lines: fc.array(line(of), { minLength: 20, maxLength: 60 }) }),
  )

  test('every line is counted once, and nothing is a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(batch, async ({ of, lines }) => {
        const receipt = receiptIn(await deliver(of, NDJSON, [JSON.stringify(sound[of]('sound')), ...lines].join('\n')))
        expect(receipt.created).toBeGreaterThan(0)
        expect(await rejectedTexts(receipt)).toHaveLength(receipt.rejected)
      }),
      { numRuns: 60 },
    )
  })

  test('also when cells of CSV hold it', async () => {
    await fc.assert(
      fc.asyncProperty(batch, fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 })), async ({ of }, rows) => {
        const required = sound[of]('sound')
        const names = Object.keys(recordKinds[of].schema.shape)
          .filter(name => !(name in required))
          .slice(0, 3)
        const cells = rows.map((row, number) => [...Object.values({ ...required, id: number }), ...row])
        const all = [[...Object.keys(required), ...names], [...Object.values(required), '', '', ''], ...cells]
        const body = all.map(row => row.map(cell => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n')
        const receipt = receiptIn(await deliver(of, CSV, body))
        expect(receipt.created).toBeGreaterThan(0)
        expect(await rejectedTexts(receipt)).toHaveLength(receipt.rejected)
      }),
      { numRuns: 30 },
    )
  })

  test('what landed of it can be read, and gives the figures that are stored', async () => {
    const { data, errors } = await server.graphql(`{
      customers(first: 200) { nodes { id name kind attributes acquiredAt } }
      contacts(first: 200) { nodes { id customer { id } channel topic openedAt handledAt outcome subject text } }
      feedback(first: 200) { nodes { id customer { id } contact { id } score at comment } }
      orders(first: 200) { nodes { id customer { id } amount { amount currency } refunds { at } at late } }
      metrics(keys: [CONTACTS, AHT, CSAT, ORDERS, REVENUE], period: { from: "2020-01-01", to: "2030-01-01" }, grain: YEAR) {
        series { points { value { value n } } }
      }
    }`)
    expect(errors).toBeUndefined()
    const landed = expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })])
    for (const records of ['customers', 'contacts', 'feedback', 'orders'])
      expect(data).toMatchObject({ [records]: { nodes: landed } })
    expect(await audit(server.database)).toEqual([])
  })
})
