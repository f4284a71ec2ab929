import { readFileSync } from 'node:fs'
import { readCells, validate } from '@tweeluik/schema/records'
import { describe, expect, test } from 'vitest'
import { mapTexts } from '../../../../../test/support/mapping.ts'
import { InvalidMapping, type MappingFault } from './faults.ts'
import { loadMapping } from './load-mapping.ts'
import { type MappedRow, type MappingRun, startRun } from './make-record.ts'

function faultsOf(yaml: string): Omit<MappingFault, 'message'>[] {
  try {
    loadMapping(yaml, 'test.yaml')
  } catch (error) {
    if (error instanceof InvalidMapping) return error.faults.map(({ message: _, ...fault }) => fault)
    throw error
  }
  return []
}

/** A mapping of orders whose fields are given as YAML of one line each. */
function orders(fields: Record<string, string>, rest = 'file: { format: csv }', id = 'Id'): string {
  const all = { customer: 'Customer', at: '{ column: At, time: iso, zone: UTC }', amount: 'Amount', ...fields }
  const lines = Object.entries(all).map(([name, value]) => `      ${name}: ${value}`)
  return `${rest}\nrecords:\n  - kind: orders\n    id: ${id}\n    fields:\n${lines.join('\n')}\n`
}

const mapped = (yaml: string, text: string, run?: MappingRun) => mapTexts(yaml, [text], { run })

const header = 'Id,Customer,At,Amount,Note\n'
const row = '7,C1,2026-03-01,10,x'

describe('a wrong mapping tells every fault with line, column and what to do', () => {
  test('an unknown key, a misspelt kind and field, a missing field', () => {
    const yaml = [
      'file:',
      '  format: csv',
      '  seperator: ";"',
      'records:',
      '  - kind: contact',
      '    id: Call Id',
      '    fields: { channel: Channel }',
    ].join('\n')
    expect(faultsOf(yaml)).toEqual([
      { line: 3, column: 3, path: 'file.seperator', code: 'UNKNOWN_KEY', fix: 'Did you mean separator?' },
      { line: 5, column: 5, path: 'records.0.kind', code: 'INVALID_VALUE', fix: 'Did you mean contacts?' },
    ])
    const fields = yaml.replace('seperator', 'separator').replace('kind: contact', 'kind: contacts')
    expect(faultsOf(fields.replace('channel: Channel', 'chanel: Channel'))).toMatchObject([
      { line: 7, code: 'MISSING_FIELD' },
      { line: 7, code: 'MISSING_FIELD' },
      { line: 7, column: 15, path: 'records.0.fields.chanel', code: 'UNKNOWN_FIELD', fix: 'Did you mean channel?' },
    ])
  })

  test.each([
    ['two sources', { status: '{ column: A, constant: b }' }, 'ONE_SOURCE'],
    ['no source', { status: '{ default: b }' }, 'ONE_SOURCE'],
    ['a value that is a number', { status: '3' }, 'WRONG_TYPE'],
    ['a misspelt source', { status: '{ colum: A }' }, 'UNKNOWN_KEY'],
    ['an unknown conversion', { status: '{ column: A, tiem: iso }' }, 'UNKNOWN_KEY'],
    ['a condition without a test', { status: '{ column: A, when: { column: B } }' }, 'INVALID_CONDITION'],
    ['a zone that is none', { at: '{ column: At, time: iso, zone: Amsterdam }' }, 'UNKNOWN_ZONE'],
    ['a clock without a zone', { at: '{ column: At, time: yyyy-MM-dd HH:mm }' }, 'ZONE_MISSING'],
    ['a pattern in another dialect', { at: '{ column: At, time: YYYY-MM-DD, zone: UTC }' }, 'INVALID_PATTERN'],
    [
      'a sum of what is no duration',
      { at: '{ plus: [{ column: At, time: epochSeconds }, Wait] }' },
      'PLUS_WITHOUT_DURATION',
    ],
    ['a sum that starts with no time', { at: '{ plus: [At, { column: W, duration: seconds }] }' }, 'PLUS_WITHOUT_TIME'],
    ['an otherwise without a map', { status: '{ column: A, otherwise: b }' }, 'NEEDS_PARTNER'],
    ['an occurrence outside the id', { status: '{ columns: [A], occurrence: true }' }, 'OCCURRENCE_OUTSIDE_ID'],
    ['a first row where nothing is grouped', { status: '{ column: A, of: first }' }, 'GROUP_MISSING'],
    ['a lookup that is not there', { amount: '{ lookup: { in: pay, by: Id, sum: Paid } }' }, 'UNKNOWN_LOOKUP'],
    ['a lookup that takes nothing', { amount: '{ lookup: { in: pay, by: Id } }' }, 'INVALID_LOOKUP'],
    [
      'a misspelt key of a lookup',
      { amount: '{ lookup: { in: pay, by: Id, sum: Paid, decimel: "," } }' },
      'UNKNOWN_KEY',
    ],
  ])('%s', (_name, fields, code) => {
    expect(faultsOf(orders(fields)).map(fault => fault.code)).toEqual([code])
  })

  test('an occurrence number whose id leaves out what the record says', () => {
    const id = '{ columns: [Customer, At], occurrence: true }'
    expect(faultsOf(orders({}, undefined, id))).toMatchObject([{ line: 4, code: 'OCCURRENCE_INCOMPLETE' }])
  })

  test('what is wrong in a group, a change and a lookup', () => {
    const rest = [
      'file: { format: csv }',
      'group: { bye: Id, order: [Day, { column: At, time: d/M/yyyy }] }',
      'lookups: { pay: { file: ../pay.csv, ky: Id } }',
    ].join('\n')
    expect(faultsOf(orders({}, rest))).toMatchObject([
      { line: 2, column: 1, path: 'group.by', code: 'MISSING_KEY' },
      { line: 2, column: 10, path: 'group.bye', code: 'UNKNOWN_KEY', fix: 'Did you mean by?' },
      { line: 3, column: 12, path: 'lookups.pay.key', code: 'MISSING_KEY' },
      { line: 3, column: 19, path: 'lookups.pay.file', code: 'INVALID_VALUE' },
      { line: 3, column: 37, path: 'lookups.pay.ky', code: 'UNKNOWN_KEY', fix: 'Did you mean key?' },
    ])
    const grouped = orders({}, rest.replace('bye', 'by').replace('../', '').replace('ky', 'key'))
    expect(faultsOf(grouped)).toMatchObject([{ line: 2, path: 'group.order.1.time', code: 'ZONE_MISSING' }])
    const each = grouped
      .replace('d/M/yyyy', 'epochSeconds')
      .replace('    id:', '    each: { column: A, rise: true }\n    id:')
    expect(faultsOf(each)).toMatchObject([{ line: 6, column: 24, code: 'UNKNOWN_KEY', fix: 'Did you mean rises?' }])
    expect(faultsOf(each.replace('rise: true', 'rises: true, changes: true'))).toMatchObject([
      { line: 6, path: 'records.0.each', code: 'INVALID_CHANGE' },
    ])
    expect(faultsOf(orders({}, undefined, 'Id\n    each: { column: A, rises: true }'))).toMatchObject([
      { line: 5, path: 'records.0.each', code: 'GROUP_MISSING' },
    ])
  })

  test('what is no YAML, and a key given twice', () => {
    expect(faultsOf('file: [\nrecords: 1')[0]).toMatchObject({ code: 'INVALID_YAML' })
    expect(faultsOf('file: { format: csv }\nfile: { format: csv }')).toMatchObject([
      { line: 2, column: 1, code: 'INVALID_YAML' },
    ])
  })
})

describe('a row becomes records', () => {
  test('by constants, templates, joins, maps, numbers, lists, objects and defaults', async () => {
    const yaml = orders(
      {
        amount: '{ column: Amount, decimal: "," }',
        channel: '{ constant: web }',
        status: '{ column: Note, map: { x: shipped, y: null }, otherwise: keep }',
        currency: '{ column: Currency, default: EUR }',
        brand: '{ join: [Customer, Note], with: "-" }',
        refunds: '{ list: [{ object: { at: { template: "{At}T12:00Z" }, amount: { constant: 1 } } }] }',
        margin: '{ constant: [{ of: several }, parts] }',
      },
      "file: { format: csv, separator: ';', nulls: ['?'] }",
    )
    const text =
      'Id;Customer;At;Amount;Note;Currency\n7; C1 ;2026-03-01;1.234,50;x;?\n8;C2;2026-03-01;5;y;USD\n9;C3;2026-03-01;5;z;'
    const rows = await mapped(yaml, text)
    expect(rows.map(({ value }) => value)).toEqual([
      {
        id: '7',
        customer: 'C1',
        at: '2026-03-01T00:00:00.000Z',
        amount: '1234.50',
        channel: 'web',
        status: 'shipped',
        currency: 'EUR',
        brand: 'C1-x',
        refunds: [{ at: '2026-03-01T12:00Z', amount: 1 }],
        margin: [{ of: 'several' }, 'parts'],
      },
      expect.not.objectContaining({ status: expect.anything() }),
      expect.objectContaining({ status: 'z' }),
    ])
  })

  test.each([
    ['a word without a place in the map', { status: '{ column: Note, map: { y: z } }' }, 'VALUE_NOT_MAPPED', 'status'],
    [
      'a time that does not exist',
      { at: '{ constant: 2026-02-30, time: yyyy-MM-dd, zone: UTC }' },
      'INVALID_TIME',
      'at',
    ],
    [
      'a duration that is none',
      { at: '{ plus: [{ column: At, time: iso, zone: UTC }, { column: Note, duration: seconds }] }' },
      'INVALID_DURATION',
      'at',
    ],
    ['a number with groups of two', { amount: '{ constant: "1.23,5", decimal: "," }' }, 'INVALID_NUMBER', 'amount'],
    ['an empty id', {}, 'MISSING_FIELD', 'id'],
  ])('%s refuses the record, with the row as it was sent', async (name, fields, code, path) => {
    const text = name === 'an empty id' ? row.replace('7', '') : row
    expect(await mapped(orders(fields), header + text)).toMatchObject([
      { kind: 'orders', line: 2, text, value: null, fault: { code, path } },
    ])
  })

  test('into several kinds, each under its condition; what is skipped is counted', async () => {
    const yaml = `
file: { format: ndjson }
skip: { column: type, in: [test, total] }
records:
  - kind: customers
    once: true
    id: customer.id
    fields: { name: customer.name }
  - kind: orders
    when: [{ column: type, equals: order }, { column: paid, notIn: [false] }]
    id: { columns: [id, customer.id], hash: true }
    fields: { customer: customer.id, at: { column: at, time: epochSeconds }, amount: total }
`
    const lines = [
      { type: 'order', id: 1, customer: { id: 'a', name: 'Anja' }, at: 1_700_000_000, total: 12.5 },
      { type: 'order', id: 2, customer: { id: 'a', name: 'Anja' }, at: 1_700_000_000, total: 3, paid: false },
      { type: 'total', total: 15.5 },
    ]
    const run = startRun()
    const rows = await mapped(yaml, lines.map(line => JSON.stringify(line)).join('\n'), run)
    expect(rows.map(({ kind, value }) => [kind, value])).toEqual([
      ['customers', { id: 'a', name: 'Anja' }],
      [
        'orders',
        { id: expect.stringMatching(/^[0-9a-f]{32}$/), customer: 'a', at: '2023-11-14T22:13:20.000Z', amount: 12.5 },
      ],
    ])
    expect(run.skippedRows).toBe(1)
  })

  test('a row that cannot be read comes out once, with its fault', async () => {
    expect(await mapped(orders({}), `${header}7,C1`)).toMatchObject([{ line: 2, fault: { code: 'CSV_COLUMN_COUNT' } }])
  })

  test('equal rows of one import are numbered on through its files; ids of other columns cannot be mistaken for them', async () => {
    const yaml = orders({}, undefined, '{ columns: [Id, Customer, At, Amount], occurrence: true }')
    const run = startRun()
    const ids = async (...rows: string[]) =>
      (await mapped(yaml, header + rows.join('\n'), run)).map(({ value }) => value?.id)
    expect(await ids(row, row)).toEqual(['7|C1|2026-03-01|10#1', '7|C1|2026-03-01|10#2'])
    expect(await ids(row, '7|C1,,2026-03-01,10,x')).toEqual(['7|C1|2026-03-01|10#3', '7\\|C1||2026-03-01|10#1'])
  })

  test('a header that lacks a column refuses the file, and says which', async () => {
    await expect(mapped(orders({ status: 'note' }), header + row)).rejects.toMatchObject({
      problem: { code: 'COLUMN_MISSING', fix: 'Did you mean Note?' },
    })
  })
})

describe('docs/mapping.md', () => {
  const docs = readFileSync(new URL('../../../../../docs/mapping.md', import.meta.url), 'utf8')
  const [full = '', grouping = '', lookingUp = ''] = docs.matchAll(/```yaml\n([^`]+)```/g).map(([, yaml]) => yaml)
  const fileThatBegins = (text: string) => docs.split('```\n').find(block => block.startsWith(text)) ?? ''
  const judge = (rows: MappedRow[]) =>
    rows.map(({ kind, line, value }) => [line, kind, validate(kind, readCells(kind, value ?? {})).ok])

  test('its full example does what it says', async () => {
    const rows = await mapped(full, fileThatBegins('Export of'))
    expect(judge(rows)).toEqual([
      [3, 'customers', true],
      [3, 'contacts', true],
      [3, 'feedback', true],
      [3, 'orders', true],
      [4, 'customers', true],
      [4, 'contacts', true],
    ])
    expect(rows[1]?.value).toEqual({
      id: 'A-17',
      customer: 'K88',
      channel: 'phone',
      openedAt: '2026-03-02T08:15:00.000Z',
      queueSeconds: 35,
      talkSeconds: 252,
      outcome: 'resolved',
      answeredAt: '2026-03-02T08:15:35.000Z',
    })
  })

  test('its example of a group tells the two stories', async () => {
    const rows = await mapped(grouping, fileThatBegins('Ticket;'))
    expect(judge(rows).every(([, , ok]) => ok)).toBe(true)
    expect(rows.map(({ value }) => value?.['id'])).toEqual([
      'T1',
      'T1-passed-1',
      'T1-passed-2',
      'T1-solved-3',
      'T1-solved-5',
      'T2',
    ])
    expect(rows[0]?.value).toMatchObject({ openedAt: '2026-03-01T08:00:00.000Z', channel: 'chat', team: 'Returns' })
  })

  test('its example of lookups loads', () => {
    expect(loadMapping(lookingUp, 'docs.yaml').lookups).toMatchObject([
      { file: 'accounts.csv', columns: ['person_id'], sums: [] },
      { file: 'payments.csv', columns: [], sums: [{ column: 'value', decimal: '.' }] },
    ])
  })
})
