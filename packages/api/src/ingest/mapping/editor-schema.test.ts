import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { printedMappingSchema } from './editor-schema.ts'
import { loadMapping } from './load-mapping.ts'

const folder = join(import.meta.dirname, '../../../../../mappings')
const schema = z.fromJSONSchema(JSON.parse(printedMappingSchema()))
const mappings = readdirSync(folder).filter(name => name.endsWith('.yaml'))

/** Whether an editor would leave it unmarked. */
const unmarked = (yaml: string) => schema.safeParse(parse(yaml)).success

describe.each(mappings)('mappings/%s', name => {
  const text = readFileSync(join(folder, name), 'utf8')

  test('loads, tells what it is about, and names the schema by which editors find no fault in it', () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=mapping\.schema\.json\nabout: \|\n/)
    expect(loadMapping(text, name).columns).not.toEqual([])
    expect(unmarked(text)).toBe(true)
  })
})

const short = (id: string, fields: string) =>
  `{ file: { format: csv }, zone: UTC, records: [{ kind: customers, id: ${id}, fields: ${fields} }] }`

test.each([
  [
    'a column by its name, a condition alone',
    short('A', '{ name: { column: B, when: { column: C, present: true } } }'),
    true,
  ],
  ['a misspelt key of a value', short('{ colum: A }', '{ name: B }'), false],
  ['a field of another kind', short('A', '{ channel: B }'), false],
  ['a kind that is not there', short('A', '{ name: B }').replace('customers', 'customer'), false],
])('editors and the import agree about %s', (_name, yaml, right) => {
  expect(unmarked(yaml)).toBe(right)
  if (right) loadMapping(yaml, 'test.yaml')
  else expect(() => loadMapping(yaml, 'test.yaml')).toThrow()
})
