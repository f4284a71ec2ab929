import { access, constants, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail } from '@tweeluik/schema'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import type { Mapping } from '../mapping/load-mapping.ts'
import type { RowFormat } from '../read/read-rows.ts'

/** A file that carries records of one kind under their own names. */
export interface PlainReading {
  kind: RecordKind
  format: RowFormat
}

/** One file and how its rows are to be read. */
export interface PlannedFile {
  /** As the caller wrote it, or below the folder that was named. */
  path: string
  sizeBytes: number
  reading: Mapping | PlainReading
}

const formats: Record<string, RowFormat> = { csv: 'csv', tsv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson', json: 'json' }
const DATA_FILE = /\.(csv|tsv|txt|ndjson|jsonl|json)(\.gz)?$/i

/**
 * The files to import, customers first, and by name. A file tells its kind by its name (`contacts.csv`,
 * `orders-2026.ndjson.gz`) unless `kind` does or a mapping reads it. Throws a ProblemError when any file cannot be used.
 */
export async function planFiles(path: string, how: { kind?: RecordKind; mapping?: Mapping }): Promise<PlannedFile[]> {
  const paths = await dataFiles(path)
  const planned = await Promise.all(
    paths.map(async file => ({
      path: file,
      sizeBytes: await readableSize(file),
      reading: how.mapping ?? plainReading(file, how.kind),
    })),
  )
  const rank = ({ reading }: PlannedFile) => ('kind' in reading ? kindNames.indexOf(reading.kind) : 0)
  const byName = new Intl.Collator('en', { numeric: true })
  return planned.sort((a, b) => rank(a) - rank(b) || byName.compare(a.path, b.path))
}

async function dataFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(error => unusable(path, error))
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true }).catch(error => unusable(path, error))
  const files = entries.filter(
    entry => !entry.isDirectory() && !entry.name.startsWith('.') && DATA_FILE.test(entry.name),
  )
  if (files.length > 0) return files.map(entry => join(path, entry.name))
  return fail(
    'NOTHING_TO_IMPORT',
    'path',
    `${path} holds no .csv, .ndjson or .json file.`,
    'Name the folder that holds the files themselves.',
  )
}

async function readableSize(file: string): Promise<number> {
  await access(file, constants.R_OK).catch(error => unusable(file, error))
  return (await stat(file)).size
}

function unusable(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    fail('FILE_NOT_FOUND', 'path', `There is no ${path}.`, 'Check it, or write the whole path.')
  }
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    fail('FILE_NOT_READABLE', 'path', `You may not read ${path}.`, 'Give yourself the right to read it.')
  }
  throw error
}

function plainReading(file: string, kind: RecordKind | undefined): PlainReading {
  const name = basename(file).toLowerCase().replace(/\.gz$/, '')
  const format = formats[name.split('.').at(-1) ?? '']
  if (!format) {
    fail(
      'FORMAT_UNKNOWN',
      'path',
      `The name of ${file} tells no format.`,
      'Name it .csv, .ndjson or .json, or give a --mapping.',
    )
  }
  const named = kindNames.filter(known => name.startsWith(known) && !/^[a-z]/.test(name.slice(known.length)))
  const told = kind ?? named[0]
  if (told) return { kind: told, format }
  return fail(
    'KIND_UNKNOWN',
    'kind',
    `The name of ${file} tells no kind of record.`,
    `Add --kind with one of ${kindNames.join(', ')}, or a --mapping.`,
  )
}
