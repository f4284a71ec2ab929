import { gzipSync } from 'node:zlib'
import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { wholeRecords } from '../contract/whole-records.ts'

/** A delivery that somebody might send by mistake or by malice. */
export interface Payload {
  path: string
  headers: Record<string, string>
  body: Buffer
  /** What was done to it, to be told when it does harm. */
  made: string
}

type Sent = Readonly<Record<string, unknown>>
type Format = 'ndjson' | 'json' | 'csv'

const kinds = Object.keys(wholeRecords) as RecordKind[]
const contentTypes: Record<Format, string> = {
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  csv: 'text/csv',
}
const formats = Object.keys(contentTypes) as Format[]

const deep = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown
const long = (length: number) => 'x'.repeat(length)

/** A value that stands where another is due. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -0,
    -1,
    0.1,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    '',
    ' ',
    '0',
    'NaN',
    'null',
    '\0',
    'a\0b',
    '\ud800',
    'a\udfffb',
    '\u202e',
    '\ufeff',
    '\u2028',
    "'; drop table contacts; --",
    '\\.',
    '\\N',
    '\t',
    '{}',
    '1e400',
    '9'.repeat(400),
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '275760-09-13T00:00:00Z',
    '2026-03-29T02:30:00+99:99',
    '-271821-04-20T00:00:00Z',
    '2026-03-01T09:00:00.123456789123456789Z',
    [],
    {},
    [null],
    ['a', 'b'],
    { id: 'a' },
    { source: 'a' },
    { source: '', id: '' },
    { source: 'a', id: { source: 'b', id: 'c' } },
    [{}],
    [[['09:00']]],
  ),
  fc.constantFrom(30, 200, 1_000).map(deep),
  fc.constantFrom(201, 1_001, 70_000, 1_100_000).map(long),
  fc.integer({ min: 100, max: 5_000 }).map(length => Array.from({ length }, (_, index) => index)),
  fc
    .integer({ min: 100, max: 3_000 })
    .map(length => Object.fromEntries(Array.from({ length }, (_, index) => [`k${index}`, index]))),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.date().map(String),
)

const oddKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  'id ',
  'ID',
  'updatedAt',
  'deletedAt',
  'brand',
  'sameAs',
  'a\0b',
  '\ud800',
  long(10_000),
)

interface Change {
  name: string
  change(record: Record<string, unknown>): void
}

const fieldAt = (record: Sent, at: number) => Object.keys(record)[at % Object.keys(record).length] ?? 'id'

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(50), oddValue).map(([at, value]) => ({
    name: `field ${at} odd`,
    change: (record: Record<string, unknown>) => {
      record[fieldAt(record, at)] = value
    },
  })),
  fc.tuple(oddKey, oddValue).map(([key, value]) => ({
    name: `key ${key.slice(0, 20)}`,
    change: (record: Record<string, unknown>) => {
      Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
    },
  })),
  fc.nat(50).map(at => ({
    name: `field ${at} gone`,
    change: (record: Record<string, unknown>) => {
      delete record[fieldAt(record, at)]
    },
  })),
)

/** Of cells; a value of several parts is put as it would be in JSON. */
function csvOf(records: readonly Sent[]): string {
  const header = [...new Set(records.flatMap(record => Object.keys(record)))]
  const cell = (value: unknown) => {
    const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [header.map(cell), ...records.map(record => header.map(key => cell(record[key])))]
    .map(row => row.join(','))
    .join('\n')
}

function textOf(format: Format, records: readonly Sent[]): string {
  if (format === 'csv') return csvOf(records)
  return format === 'json' ? JSON.stringify(records) : records.map(record => JSON.stringify(record)).join('\n')
}

interface Harm {
  name: string
  harm(body: Buffer): Buffer
}

const at = fc.double({ min: 0, max: 1, noNaN: true })
const place = (body: Buffer, share: number) => Math.min(Math.floor(share * body.length), Math.max(0, body.length - 1))
const inText = (name: string, replace: (text: string) => string): Harm => ({
  name,
  harm: body => Buffer.from(replace(body.toString())),
})

const whole: readonly Harm[] = [
  { name: 'as it is', harm: body => body },
  { name: 'UTF-8 mark', harm: body => Buffer.concat([Buffer.from('\ufeff'), body]) },
  { name: 'marked twice', harm: body => Buffer.concat([Buffer.from('\ufeff\ufeff'), body]) },
  { name: 'UTF-16', harm: body => Buffer.from(`\ufeff${body}`, 'utf16le') },
  { name: 'UTF-16 unmarked', harm: body => Buffer.from(body.toString(), 'utf16le') },
  { name: 'Latin-1', harm: body => Buffer.from(`${body}\u00e9\u00ff`, 'latin1') },
  { name: 'packed', harm: body => gzipSync(body) },
  { name: 'twice', harm: body => Buffer.concat([body, body]) },
  { name: 'empty', harm: () => Buffer.alloc(0) },
  inText('numbers for ever', text => text.replace(/\d+/, digits => digits + '9'.repeat(100_000))),
  inText('1e400', text => text.replace(/:\s*-?\d[\d.]*/, ':1e400')),
  inText('a key twice', text => text.replace(/\{"(\w+)":/, '{"$1":1,"$1":')),
  inText('a key that is no own', text => text.replace('{', '{"__proto__":{"channel":"phone","brand":"x"},')),
  inText('half a character', text => text.replace(/":"/, '":"\\ud800')),
  inText('escaped NUL', text => text.replace(/":"/, '":"\\u0000')),
  inText('nested', text => text.replace(/":/, `":${'{"a":'.repeat(20_000)}`)),
  inText('nested and closed', text => text.replace(/":/, `":${'['.repeat(20_000)}${']'.repeat(20_000)},"b":`)),
  inText('comments', text => text.replace('{', '{/* a */')),
  inText('a comma more', text => text.replace('}', ',}')),
  inText('Windows lines', text => text.replaceAll('\n', '\r\n')),
  inText('old Mac lines', text => text.replaceAll('\n', '\r')),
  inText('quotes', text => text.replace(/[a-z]/, '"')),
  inText('semicolons', text => text.replaceAll(',', ';')),
  inText('white space', text => `${' \n\t\r'.repeat(5_000)}${text}`),
  inText('NaN', text => text.replace(/:\s*-?\d[\d.]*/, ':NaN')),
]

const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc.constantFrom(...whole),
  fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([share, bits]) => ({
    name: `bits ${bits} flipped`,
    harm: (body: Buffer) => {
      const flipped = Buffer.from(body)
      const byte = place(body, share)
      if (byte < body.length) flipped[byte] = (flipped[byte] ?? 0) ^ bits
      return flipped
    },
  })),
  at.map(share => ({ name: 'cut off', harm: (body: Buffer) => body.subarray(0, place(body, share)) })),
  at.map(share => ({ name: 'begun late', harm: (body: Buffer) => body.subarray(place(body, share)) })),
  fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 50 })).map(([share, bytes]) => ({
    name: 'bytes more',
    harm: (body: Buffer) =>
      Buffer.concat([body.subarray(0, place(body, share)), bytes, body.subarray(place(body, share))]),
  })),
  fc.uint8Array({ maxLength: 500 }).map(bytes => ({ name: 'noise', harm: () => Buffer.from(bytes) })),
)

const header = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'content-encoding': 'gzip' },
      { 'content-encoding': 'br' },
      { 'content-encoding': 'identity' },
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'text/csv; charset=latin1' },
      { 'content-type': 'application/octet-stream' },
      { 'content-type': '' },
      { 'content-type': 'application/json, text/csv' },
      { 'idempotency-key': long(200) },
      { 'idempotency-key': ' ' },
      { 'idempotency-key': long(201) },
      { 'idempotency-key': 'one for all' },
      { prefer: 'wait=-1' },
      { prefer: 'wait=99999999999' },
      { prefer: 'wait=0' },
      { prefer: 'wait=1e9, respond-async' },
      { 'x-request-id': 'mine' },
    ),
  },
)

const query = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constant('&dryRun=true') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '&dryRun=1',
      '&source=b',
      '&%00',
      '&a[b]=c',
      '&__proto__=x',
      `&${long(5_000)}`,
      '&source[]=a',
    ),
  },
)
const source = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('fuzz', 'fuzz2') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '%00', '%ff', '%', 'a%0Ab', long(201), '%F0%9F%98%80', '%ED%A0%80', '../..'),
  },
)

/** A sound record of every kind, and what is done to it, its text and its request. */
export const payload: fc.Arbitrary<Payload> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    format: fc.constantFrom(...formats),
    count: fc.integer({ min: 1, max: 4 }),
    names: fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }),
    changes: fc.array(fc.tuple(fc.nat(3), change), { maxLength: 3 }),
    harm,
    header,
    query,
    source,
  })
  .map(({ kind, format, count, names, changes, harm, header, query, source }) => {
    const records: Record<string, unknown>[] = Array.from({ length: count }, (_, index) => ({
      ...wholeRecords[kind],
      id: `r${names[index]}`,
    }))
    for (const [index, { change }] of changes) change(records[index % count] ?? {})
    const changed = changes.map(([, { name }]) => name)
    return {
      path: `/ingest/${kind}?source=${source}${query}`,
      headers: { 'content-type': contentTypes[format], prefer: 'wait=30', ...header },
      body: harm.harm(Buffer.from(textOf(format, records))),
      made: `${kind} as ${format} from ${source}${query.slice(0, 20)}: ${[...changed, harm.name].join(', ')}; ${JSON.stringify(header).slice(0, 60)}`,
    }
  })
