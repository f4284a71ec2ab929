import type { RecordKind } from '@tweeluik/schema/records'
import { describe, expect, test } from 'vitest'
import {
  badInputServer,
  CSV,
  deliver,
  expectRefusal,
  MEBIBYTE,
  NDJSON,
  receiptIn,
  rejectedRows,
  sound,
} from './delivery.ts'

const own = badInputServer()

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
    await expectRefusal(own.server, kind, Buffer.from(JSON.stringify({ ...sound[kind]('bad'), ...fields })), code, path)
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
    await expectRefusal(own.server, 'contacts', Buffer.from(line), code, path, kept)
  })
})

describe('of several records with one id in a batch', () => {
  const contact = (fields: object) => ({ ...sound.contacts('same'), ...fields })
  const send = async (...records: object[]) =>
    receiptIn(await deliver(own.server, 'contacts', NDJSON, records.map(record => JSON.stringify(record)).join('\n')))

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
  const receipt = receiptIn(
    await deliver(own.server, 'cost-rates', NDJSON, rates.map(one => JSON.stringify(one)).join('\n')),
  )
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
    const receipt = receiptIn(await deliver(own.server, 'contacts', CSV, Buffer.concat(body)))
    expect(receipt).toMatchObject({ received: 3, created: 2, rejected: 1 })
    expect(receipt.rejections).toMatchObject([{ line: 3, code, path }])
    expect(await rejectedRows(own.server, receipt)).toEqual([{ line: 3, code, text: kept }])
  })

  test('a column that no record has: every row, with the name that was meant', async () => {
    const receipt = receiptIn(
      await deliver(own.server, 'contacts', CSV, 'id,chanel,openedAt\n1,phone,2026-03-01T09:00:00Z\n'),
    )
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
    const { source, answer } = await deliver(own.server, 'contacts', contentType, body)
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({
      code,
      path: '',
      message: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
    })
    const stored = await own.server.database.owner`select from ingest_batches where source = ${source}`
    expect(stored).toHaveLength(0)
  })
})

test('what a JSON list lacks is refused, and what stands in it lands', async () => {
  const [one, two] = ['one', 'two'].map(id => JSON.stringify(sound.contacts(id)))
  const receipt = receiptIn(await deliver(own.server, 'contacts', 'application/json', `[${one},,${two},{"id":`))
  expect(receipt).toMatchObject({ received: 4, created: 2, rejected: 2 })
  expect(receipt.rejections.map(({ code }) => code)).toEqual(['INVALID_JSON', 'INVALID_JSON'])
})

test('a dry run tells the same of bad rows, and keeps neither these nor the others', async () => {
  const body = `${JSON.stringify(sound.contacts('dry'))}\n{"id":"bad"}\n`
  const sent = await deliver(own.server, 'contacts', NDJSON, body, '&dryRun=true')
  const receipt = receiptIn(sent)
  expect(receipt).toMatchObject({ received: 2, created: 1, rejected: 1 })
  expect(receipt.rejections).toMatchObject([{ line: 2, code: 'MISSING_FIELD', path: 'channel' }])
  const { owner } = own.server.database
  const { source } = sent
  expect(await owner`select from contacts where source = ${source}`).toHaveLength(0)
  expect(await owner`select from rejected_records where source = ${source}`).toHaveLength(0)
  expect(await owner`select from ingest_batches where id = ${receipt.batchId}`).toHaveLength(0)
})
