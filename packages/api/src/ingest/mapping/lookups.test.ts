import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mapTexts } from '../../../../../test/support/mapping.ts'
import { loadMapping } from './load-mapping.ts'
import { readTables } from './lookups.ts'

const yaml = `
file: { format: csv, nulls: [none] }
zone: UTC
lookups:
  people: { file: people.csv, key: account }
  paid: { file: paid.csv, key: order, when: { column: state, equals: ok } }
records:
  - kind: orders
    id: order
    fields:
      customer: { lookup: { in: people, by: account, column: person } }
      at: { column: at, time: yyyy-MM-dd }
      amount: { lookup: { in: paid, by: order, sum: sum, decimal: ',' }, default: '0' }
      status: { lookup: { in: people, by: { lookup: { in: people, by: account, column: boss } }, column: person } }
`
const orders = 'order,account,at\n1,a,2026-01-01\n2,b,2026-01-01\n3,zz,2026-01-01\n'
const people = 'account,person,boss\na,Anja,b\nb,Bram,none\na,Anja,b\n'
const paid = 'order,sum,state\n1,"1.234,10",ok\n1,"0,20",ok\n1,5,failed\n2,,ok\n'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-lookups-'))
  await writeFile(join(folder, 'people.csv'), people)
  await writeFile(join(folder, 'paid.csv.gz'), gzipSync(paid))
})
afterEach(() => rm(folder, { recursive: true }))

test('a value comes from other files of the folder: one cell, an exact sum, or by what another lookup gives', async () => {
  const made = await mapTexts(yaml, [orders], { folder })
  const at = '2026-01-01T00:00:00.000Z'
  expect(made.map(({ value }) => value)).toEqual([
    { id: '1', customer: 'Anja', at, amount: '1234.3', status: 'Bram' },
    { id: '2', customer: 'Bram', at, amount: '0' },
    { id: '3', at, amount: '0' },
  ])
})

test.each([
  ['is not there', 'other.csv', people, 'LOOKUP_FILE_MISSING', 'people.csv, which is not in'],
  ['lacks a column', 'people.csv', 'account,name\na,b\n', 'COLUMN_MISSING', 'The header of people.csv lacks "person"'],
  ['holds two answers', 'people.csv', `${people}a,Els,b\n`, 'LOOKUP_AMBIGUOUS', 'people.csv:5'],
  ['holds a row that cannot be read', 'people.csv', `${people}c,C\n`, 'LOOKUP_UNREADABLE', 'people.csv:5'],
  ['holds what is no amount', 'paid.csv', `${paid}2,much,ok\n`, 'LOOKUP_UNREADABLE', 'paid.csv:6: "much" in sum'],
])(
  'a file to look things up in that %s refuses the import before a record is made',
  async (_, name, text, code, why) => {
    await rm(join(folder, name === 'paid.csv' ? 'paid.csv.gz' : 'people.csv'))
    await writeFile(join(folder, name), text)
    await expect(mapTexts(yaml, [orders], { folder })).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(why) },
    })
  },
)

test('what is kept of the files is bounded over all of them, and the error says what to do', async () => {
  const mapping = loadMapping(yaml, 'test.yaml')
  const bytes = [people, paid].map(text => text.split('\n').length * 200).reduce((sum, each) => sum + each, 0)
  expect((await readTables(mapping, folder, bytes)).get('people')?.cell('b', 'person')).toBe('Bram')
  await expect(readTables(mapping, folder, 524.288)).rejects.toMatchObject({
    problem: { code: 'LOOKUP_TOO_LARGE', message: 'The lookups up to paid.csv hold more than 0.0005 MiB.' },
  })
})
