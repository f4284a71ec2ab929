import { basename } from 'node:path'
import { kindNames, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { Mapping } from '../mapping/load-mapping.ts'
import { gunzipped } from '../read/decode.ts'
import { type RowFormat, readRows } from '../read/read-rows.ts'
import { UnreadableInput } from '../read/row.ts'
import type { DataFile } from './data-file.ts'

/** A file that carries records of one kind under their own names. */
export interface PlainReading {
  kind: RecordKind
  format: RowFormat
}

export type Reading = Mapping | PlainReading

/** A mapping, and which of its columns the header lacks. */
export interface JudgedMapping {
  mapping: Mapping
  missing: string[]
  found: number
}

/** What the name and the header of a file tell of how it is to be read. */
export interface JudgedFile {
  /** Null: the name tells none. */
  format: RowFormat | null
  /** The names in its header. Null: it has none that can be read, or is no CSV by its name. */
  columns: string[] | null
  /** As the kind that its name tells. Null: it tells none. */
  plain: PlainReading | null
  /** Nearest first; none where the file is plainly of our kind. */
  mappings: JudgedMapping[]
  /** How it is read when nobody says. Null: nothing tells, or several mappings fit. */
  reading: Reading | null
}

const formats: Record<string, RowFormat> = { csv: 'csv', tsv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson', json: 'json' }

/**
 * As one of our kinds when its name tells which (`contacts-march.csv`) and its header holds fields of that kind, else by
 * the one mapping whose columns its header has, else as the one kind that its header tells by itself.
 */
export async function judgeFile(file: DataFile, mappings: () => Promise<Mapping[]>): Promise<JudgedFile> {
  const { kind, format } = nameOf(file.path)
  const plain = kind && format ? { kind, format } : null
  const columns = format === 'csv' || format === null ? await headerOf(file, {}) : null
  const told = { format, columns, plain }
  if (plain && isOurs(plain.kind, columns)) return { ...told, mappings: [], reading: plain }
  const judged = await Promise.all((await mappings()).map(mapping => judge(file, mapping)))
  const nearest = judged.sort((one, other) => share(other) - share(one))
  const [fitting, another] = nearest.filter(fits)
  const reading = another ? null : (fitting?.mapping ?? plain ?? plainByHeader(columns, format))
  return { ...told, mappings: nearest, reading }
}

export const fits = ({ missing }: JudgedMapping) => missing.length === 0

export function formatOf(path: string): RowFormat | null {
  return nameOf(path).format
}

function nameOf(path: string): { kind: RecordKind | null; format: RowFormat | null } {
  const name = basename(path).toLowerCase().replace(/\.gz$/, '')
  const kind = kindNames.find(known => name.startsWith(known) && !/^[a-z]/.test(name.slice(known.length)))
  return { kind: kind ?? null, format: formats[name.split('.').at(-1) ?? ''] ?? null }
}

function isOurs(kind: RecordKind, columns: string[] | null): boolean {
  return columns?.every(name => Object.hasOwn(recordKinds[kind].schema.shape, name)) ?? true
}

/** Where its columns are fields of one kind alone, among them all that the kind must have. */
function plainByHeader(columns: string[] | null, format: RowFormat | null): PlainReading | null {
  // An id alone tells nothing.
  if (!columns || columns.length < 2 || !format) return null
  const [kind, another] = kindNames.filter(name => isOurs(name, columns) && hasNeeded(name, columns))
  return kind && !another ? { kind, format } : null
}

const hasNeeded = (kind: RecordKind, columns: readonly string[]) =>
  Object.entries(recordKinds[kind].schema.shape).every(
    ([name, field]) => columns.includes(name) || field.safeParse(undefined).success,
  )

/** Only a header can be judged: a mapping of JSON, or of a file without one, is found by nobody. */
async function judge(file: DataFile, mapping: Mapping): Promise<JudgedMapping> {
  const { columns } = mapping
  const names = mapping.file.format === 'csv' && !mapping.file.columns ? await headerOf(file, mapping.file) : null
  const missing = columns.filter(column => !names?.includes(column))
  return { mapping, missing: names ? missing : columns, found: names ? columns.length - missing.length : 0 }
}

const share = ({ found, missing }: JudgedMapping) => found / (found + missing.length)

/** Null: it has none that can be read so. */
async function headerOf(file: DataFile, dialect: Partial<Mapping['file']>): Promise<string[] | null> {
  const { encoding, separator, quote, skipLines } = dialect
  let names: string[] | null = null
  const onHeader = (header: string[]) => {
    names = header
  }
  const csv = { separator, quote, skipLines, onHeader }
  try {
    for await (const _ of readRows(gunzipped(file.open()), 'csv', { encoding, csv })) break
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error
  }
  return names
}
