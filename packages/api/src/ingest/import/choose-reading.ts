import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { fail } from '@tweeluik/schema'
import { kindNames, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { Mapping } from '../mapping/load-mapping.ts'
import { gunzipped } from '../read/decode.ts'
import { type RowFormat, readRows } from '../read/read-rows.ts'
import { UnreadableInput } from '../read/row.ts'
import type { PlainReading, Reading } from './plan-files.ts'

const formats: Record<string, RowFormat> = { csv: 'csv', tsv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson', json: 'json' }

/** What the name of a file tells, each null when it tells nothing. */
interface Name {
  kind: RecordKind | null
  format: RowFormat | null
}

/**
 * How a file is read when nobody says: as one of our kinds when its name tells which (`contacts-march.csv`) and its header
 * holds fields of that kind, else by the one mapping whose columns its header has. Throws a ProblemError when there is
 * none, or more than one.
 */
export async function chooseReading(path: string, mappings: () => Promise<Mapping[]>): Promise<Reading> {
  const { kind, format } = nameOf(path)
  const plain = kind && format ? { kind, format } : null
  if (plain && (plain.format !== 'csv' || (await hasOurColumns(path, plain.kind)))) return plain
  const judged = await Promise.all((await mappings()).map(mapping => judge(path, mapping)))
  const [fitting, other] = judged.filter(({ missing }) => missing.length === 0)
  if (fitting && other) return ambiguous(path, fitting.mapping, other.mapping)
  return fitting?.mapping ?? plain ?? unknown(path, format, judged)
}

/** As one kind, by the caller's word. */
export function plainReading(path: string, kind: RecordKind): PlainReading {
  const { format } = nameOf(path)
  return format ? { kind, format } : formatUnknown(path)
}

function nameOf(path: string): Name {
  const name = basename(path).toLowerCase().replace(/\.gz$/, '')
  const kind = kindNames.find(known => name.startsWith(known) && !/^[a-z]/.test(name.slice(known.length)))
  return { kind: kind ?? null, format: formats[name.split('.').at(-1) ?? ''] ?? null }
}

async function hasOurColumns(path: string, kind: RecordKind): Promise<boolean> {
  const names = await headerOf(path, {})
  return names?.every(name => Object.hasOwn(recordKinds[kind].schema.shape, name)) ?? true
}

/** A mapping, and what its columns find in the header. */
interface Judged {
  mapping: Mapping
  missing: string[]
  found: number
}

/** Only a header can be judged: a mapping of JSON, or of a file without one, is found by nobody. */
async function judge(path: string, mapping: Mapping): Promise<Judged> {
  const { columns, file } = mapping
  const names = file.format === 'csv' && !file.columns ? await headerOf(path, file) : null
  const missing = columns.filter(column => !names?.includes(column))
  return { mapping, missing: names ? missing : columns, found: names ? columns.length - missing.length : 0 }
}

/** Null: it has none that can be read so. */
async function headerOf(path: string, file: Partial<Mapping['file']>): Promise<string[] | null> {
  const { encoding, separator, quote, skipLines } = file
  let names: string[] | null = null
  const onHeader = (header: string[]) => {
    names = header
  }
  const csv = { separator, quote, skipLines, onHeader }
  try {
    for await (const _ of readRows(gunzipped(createReadStream(path)), 'csv', { encoding, csv })) break
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error
  }
  return names
}

function ambiguous(path: string, one: Mapping, other: Mapping): never {
  fail(
    'MAPPING_AMBIGUOUS',
    'mapping',
    `Both ${one.name} and ${other.name} fit the header of ${path}.`,
    'Choose one by --mapping.',
  )
}

function unknown(path: string, format: RowFormat | null, judged: Judged[]): never {
  const [nearest] = judged.filter(({ found }) => found > 0).sort((a, b) => share(b) - share(a))
  const user = judged.find(({ mapping }) => mapping.lookups.some(({ file }) => file === basename(path)))
  if (!nearest && !user && !format) formatUnknown(path)
  const message = `Neither the name nor the header of ${path} tells what it holds.`
  if (user) {
    fail(
      'KIND_UNKNOWN',
      'kind',
      message,
      `${user.mapping.name} looks things up in it: import the folder that it is in.`,
    )
  }
  if (!nearest) fail('KIND_UNKNOWN', 'kind', message, 'Add --kind or a --mapping; docs/mapping.md tells how.')
  const { mapping, missing } = nearest
  const lacking = missing
    .slice(0, 5)
    .map(column => `"${column}"`)
    .join(', ')
  const more = missing.length > 5 ? ' and more' : ''
  fail(
    'KIND_UNKNOWN',
    'kind',
    message,
    `The nearest is ${mapping.name}, which needs ${lacking}${more} too. Add --kind or a --mapping.`,
  )
}

const share = ({ found, missing }: Judged) => found / (found + missing.length)

function formatUnknown(path: string): never {
  fail(
    'FORMAT_UNKNOWN',
    'path',
    `The name of ${path} tells no format.`,
    'Name it .csv, .ndjson or .json, or give a --mapping.',
  )
}
