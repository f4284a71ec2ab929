import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawRow } from '../read/row.ts'
import { pack, unpack } from './packed.ts'
import { type PrepareTask, prepare } from './prepare.ts'

const from = { source: 'crm', timeZone: 'Europe/Amsterdam', currency: 'EUR', defaultBrand: 'default', textual: false }

/** The records as JSON, line by line; a text is sent as it is. */
function batch(kind: RecordKind, ...records: (object | string)[]): PrepareTask {
  const texts = records.map(record => (typeof record === 'string' ? record : JSON.stringify(record)))
  return { ...from, kind, rows: texts.map((text, index) => ({ line: index + 1, text, value: null, fault: null })) }
}

function sayTheSame(kind: RecordKind, one: object, other: object): boolean {
  const { repeated, rejections } = prepare(batch(kind, { id: 1, ...one }, { id: 1, ...other }))
  expect(repeated + rejections.length).toBe(1)
  return repeated === 1
}

test('the order of keys is no content, at any depth; values and the order of lists are', () => {
  const attributes = { tier: 'gold', shoes: { left: 42, right: 43, worn: ['a', 'b'] } }
  const same = (other: object) => sayTheSame('customers', { attributes }, { attributes: other })
  expect(same({ shoes: { worn: ['a', 'b'], right: 43, left: 42 }, tier: 'gold' })).toBe(true)
  expect(same({ tier: 'gold', shoes: { left: 42, right: 44, worn: ['a', 'b'] } })).toBe(false)
  expect(same({ tier: 'gold', shoes: { left: 42, right: 43, worn: ['b', 'a'] } })).toBe(false)
})

test('absent is null, and a reference by its id alone is one to the same source: no new content', () => {
  const contact = { channel: 'phone', openedAt: '2026-03-01T09:30:00Z', customer: 'c' }
  const same = (other: object) => sayTheSame('contacts', contact, { ...contact, ...other })
  expect(same({ topic: null, openedAt: '2026-03-01T10:30:00+01:00', customer: { source: 'crm', id: 'c' } })).toBe(true)
  expect(same({ topic: 'null' })).toBe(false)
  expect(same({ topic: '\\N' })).toBe(false)
  expect(same({ customer: { source: 'shop', id: 'c' } })).toBe(false)
})

test('a text never passes for two: what stands in one field is not what stands in another', () => {
  const contact = { channel: 'phone', openedAt: '2026-03-01T09:30:00Z' }
  expect(sayTheSame('contacts', { ...contact, team: 'a' }, { ...contact, agent: 'a' })).toBe(false)
  expect(sayTheSame('contacts', { ...contact, team: 'a\nagent\tb' }, { ...contact, team: 'a', agent: 'b' })).toBe(false)
})

test('content has one digest for ever: what is sent again after an upgrade is unchanged', () => {
  const contact = { id: 'c-1', channel: 'phone', openedAt: '2026-03-01T09:30:00Z', customer: 'anja', talkSeconds: 90 }
  const { copy } = prepare(batch('contacts', contact))
  expect(Buffer.from(copy).toString().split('\t').at(-5)).toBe('3ff8539a7bbd957f9f29da429ce78e8b')
})

test('rows of JSON that nobody has read yet are read here, each with its own fault', () => {
  const { copy, rejections } = prepare(batch('exposures', '{"id":', '[1]', '{"id":1,"__proto__":{}}', '{"id":2}'))
  expect(copy).toHaveLength(0)
  expect(rejections.map(({ line, position, code, path }) => ({ line, position, code, path }))).toEqual([
    { line: 1, position: 0, code: 'INVALID_JSON', path: '' },
    { line: 2, position: 1, code: 'NOT_AN_OBJECT', path: '' },
    { line: 3, position: 2, code: 'KEY_NOT_ALLOWED', path: '__proto__' },
    { line: 4, position: 3, code: 'MISSING_FIELD', path: 'customer' },
  ])
})

const fault = { code: 'INVALID_CSV', path: '', message: 'm', fix: 'f' }
const row: fc.Arbitrary<RawRow> = fc.record({
  line: fc.nat(),
  text: fc.string({ unit: 'binary' }),
  value: fc.option(fc.dictionary(fc.string(), fc.option(fc.string()))),
  fault: fc.option(fc.constant(fault)),
})

test('a batch comes out of the inbox as it went in, and equal batches have one digest', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), rows => {
      const packed = pack(rows)
      expect(unpack(packed.bytes)).toStrictEqual(JSON.parse(JSON.stringify(rows)))
      expect(pack(unpack(packed.bytes)).sha256).toBe(packed.sha256)
    }),
  )
})
