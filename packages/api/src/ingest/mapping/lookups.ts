import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { formatAmount, parseAmount } from '@tweeluik/schema'
import { gunzipped } from '../read/decode.ts'
import { readRows } from '../read/read-rows.ts'
import { unreadable } from '../read/row.ts'
import { allOf, cellReader, type Row, textOf } from './cells.ts'
import { readNumber } from './numbers.ts'
import { rowFormatOf } from './row-format.ts'
import type { MappingSpec } from './spec.ts'
import type { ConditionSpec } from './value-spec.ts'
import { valuesOfMapping } from './walk.ts'

/** Another file of the folder, and what the mapping seeks in it. */
export interface Lookup {
  name: string
  file: string
  key: string
  when: ConditionSpec[] | undefined
  /** Columns of which a key has one cell. */
  columns: string[]
  /** Columns that are added up by key. */
  sums: { column: string; decimal: ',' | '.' }[]
}

/** What was read of one such file. */
export interface Table {
  /** Null: the key is not there, or its cell is null. */
  cell(key: string, column: string): string | null
  /** A decimal text; null: no row of the key has a number. */
  sum(key: string, column: string): string | null
}

export type Tables = ReadonlyMap<string, Table>

const KEPT_BYTES_MAX = 268_435_456
/** What a key costs beside its characters: a slot of the map, a list and its strings, measured. */
const KEY_BYTES = 160

/** The tables of a mapping, from the files of the folder. Throws {@link UnreadableInput} when one cannot serve. */
export async function readTables(
  { name, lookups, file }: { name: string; lookups: readonly Lookup[]; file: MappingSpec['file'] },
  folder: string,
  keptBytesMax = KEPT_BYTES_MAX,
): Promise<Tables> {
  const kept = { bytes: 0, bytesMax: keptBytesMax }
  const tables = new Map<string, Table>()
  for (const lookup of lookups) tables.set(lookup.name, await readTable(lookup, { mapping: name, file, folder, kept }))
  return tables
}

interface Reading {
  mapping: string
  file: MappingSpec['file']
  folder: string
  /** Over all tables of the mapping together. */
  kept: { bytes: number; bytesMax: number }
}

async function readTable(lookup: Lookup, { mapping, file, folder, kept }: Reading): Promise<Table> {
  const { nulls, encoding, format: _, ...csv } = file
  const cell = cellReader(nulls)
  const keyOf = cell(lookup.key)
  const holds = allOf(lookup.when, cell)
  const columns = lookup.columns.map(cell)
  const sums = lookup.sums.map(({ column, decimal }) => ({ column, decimal, read: cell(column) }))
  const rows = new Map<string, Kept>()
  const bytes = createReadStream(await placeOf(lookup, mapping, folder))
  const onHeader = (names: string[]) => requireLookupColumns(lookup, names)
  for await (const row of readRows(gunzipped(bytes), rowFormatOf({ name: mapping, file }), {
    encoding,
    csv: { ...csv, onHeader },
  })) {
    if (!row.value) unreadableLookup(lookup, row.line, row.fault?.message ?? 'The row cannot be read.')
    const key = keyOf(row.value)
    if (key === null || !holds(row.value)) continue
    const found = rows.get(textOf(key))
    const cells = columns.map(read => textOrNull(read(row.value as Row)))
    const totals = sums.map(sum => amountOf(lookup, row.line, sum, sum.read(row.value as Row)))
    if (!found) {
      rows.set(textOf(key), { cells, totals })
      kept.bytes += KEY_BYTES + textOf(key).length + cells.reduce((sum, text) => sum + (text?.length ?? 0), 0)
      if (kept.bytes > kept.bytesMax) tooLarge(lookup, kept.bytesMax)
      continue
    }
    const differing = lookup.columns.find((_name, at) => cells[at] !== found.cells[at])
    if (differing !== undefined) ambiguous(lookup, row.line, textOf(key), differing)
    found.totals = found.totals.map((total, at) => plus(total, totals[at] ?? null))
  }
  return {
    cell: (key, column) => rows.get(key)?.cells[lookup.columns.indexOf(column)] ?? null,
    sum(key, column) {
      const total = rows.get(key)?.totals[lookup.sums.findIndex(sum => sum.column === column)] ?? null
      return total === null ? null : formatAmount(total)
    },
  }
}

interface Kept {
  cells: (string | null)[]
  /** In 1/10,000ths, so that cents add up exactly. */
  totals: (number | null)[]
}

function amountOf(lookup: Lookup, line: number, { column, decimal }: Lookup['sums'][number], cell: unknown) {
  if (cell === null) return null
  const amount = parseAmount(readNumber(textOf(cell), decimal) ?? '')
  return amount ?? unreadableLookup(lookup, line, `"${textOf(cell).slice(0, 80)}" in ${column} cannot be added up.`)
}

const plus = (one: number | null, other: number | null) => (one === null ? other : one + (other ?? 0))

const textOrNull = (cell: unknown) => (cell === null ? null : textOf(cell))

async function placeOf({ file, name }: Lookup, mapping: string, folder: string): Promise<string> {
  for (const path of [join(folder, file), join(folder, `${file}.gz`)]) {
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return unreadable(
    'LOOKUP_FILE_MISSING',
    `${mapping} looks ${name} up in ${file}, which is not in ${folder}.`,
    'Put it beside the file that is imported.',
  )
}

function requireLookupColumns({ file, key, columns, sums, when }: Lookup, names: string[]): void {
  const used = [key, ...columns, ...sums.map(sum => sum.column), ...(when ?? []).map(condition => condition.column)]
  const missing = used.find(column => !names.includes(column))
  if (missing === undefined) return
  unreadable('COLUMN_MISSING', `The header of ${file} lacks "${missing}".`, `It has ${names.join(', ')}.`)
}

function unreadableLookup({ file }: Lookup, line: number, why: string): never {
  unreadable('LOOKUP_UNREADABLE', `${file}:${line}: ${why}`, `Correct ${file}: rows that need it would be wrong.`)
}

function ambiguous({ file, name }: Lookup, line: number, key: string, column: string): never {
  unreadable(
    'LOOKUP_AMBIGUOUS',
    `${file}:${line} is a second row of ${key.slice(0, 80)}, with another ${column}.`,
    `Choose one by a when under lookups.${name}, or take the sum.`,
  )
}

function tooLarge({ file }: Lookup, bytesMax: number): never {
  unreadable(
    'LOOKUP_TOO_LARGE',
    `The lookups up to ${file} hold more than ${bytesMax / 1_048_576} MiB.`,
    'Leave rows out by a when under lookups, or join the files where they are made.',
  )
}

/** The lookups of a mapping, each with what its values seek in it. */
export function lookupsOf(spec: MappingSpec): Lookup[] {
  const uses = valuesOfMapping(spec).flatMap(([{ lookup }]) => lookup ?? [])
  return Object.entries(spec.lookups ?? {}).map(([name, { file, key, when }]) => {
    const own = uses.filter(use => use.in === name)
    const columns = new Set(own.flatMap(({ column }) => column ?? []))
    const sums = new Map(own.flatMap(({ sum, decimal = '.' }) => (sum === undefined ? [] : [[sum, decimal]])))
    return {
      name,
      file,
      key,
      when,
      columns: [...columns],
      sums: [...sums].map(([column, decimal]) => ({ column, decimal })),
    }
  })
}
