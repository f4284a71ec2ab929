import { access, constants, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ProblemError } from '@tweeluik/schema'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import type { Mapping } from '../mapping/load-mapping.ts'
import { chooseReading, plainReading } from './choose-reading.ts'
import { type DataFile, fileAt } from './data-file.ts'
import type { Reading } from './judge-file.ts'

/** One file and how its rows are to be read. */
export interface PlannedFile extends DataFile {
  sizeBytes: number
  reading: Reading
}

const DATA_FILE = /\.(csv|tsv|txt|ndjson|jsonl|json)(\.gz)?$/i

/** How the caller wants files read; with neither a kind nor a mapping, each file tells by its name and header. */
export interface HowToRead {
  kind?: RecordKind
  mapping?: Mapping
  /** Those among which one is found; asked only when a file is not plainly one of our kinds. */
  mappings: () => Promise<Mapping[]>
}

/**
 * The files to import, what others refer to first, and by name. A file of the folder in which a mapping looks things up
 * is not imported for itself, unless a mapping of its own fits it. Throws a ProblemError when any file cannot be used.
 */
export async function planFiles(path: string, how: HowToRead): Promise<PlannedFile[]> {
  const paths = await dataFiles(path)
  const sizes = await Promise.all(paths.map(readableSize))
  const choices = await Promise.all(paths.map(file => choiceOf(file, how)))
  const lookups = choices.flatMap(choice => ('lookups' in choice ? choice.lookups.map(({ file }) => file) : []))
  const planned = paths.flatMap((file, at): PlannedFile[] => {
    const choice = choices[at]
    const soughtIn = lookups.includes(basename(file).replace(/\.gz$/, ''))
    if (!choice || (soughtIn && (how.mapping || choice instanceof ProblemError))) return []
    if (choice instanceof ProblemError) throw choice
    return [{ ...fileAt(file), sizeBytes: sizes[at] ?? 0, reading: choice }]
  })
  const byName = new Intl.Collator('en', { numeric: true })
  return planned.sort((a, b) => rankOf(a) - rankOf(b) || byName.compare(a.path, b.path))
}

/** A problem instead of a choice is kept until it is known whether the file is only looked up in. */
async function choiceOf(path: string, { kind, mapping, mappings }: HowToRead): Promise<Reading | ProblemError> {
  if (mapping) return mapping
  try {
    return kind ? plainReading(path, kind) : await chooseReading(fileAt(path), mappings)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

function rankOf({ reading }: PlannedFile): number {
  return kindNames.indexOf('kind' in reading ? reading.kind : reading.firstKind)
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
