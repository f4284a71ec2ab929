import { basename } from 'node:path'
import { fail } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'
import type { Mapping } from '../mapping/load-mapping.ts'
import type { DataFile } from './data-file.ts'
import { fits, formatOf, type JudgedFile, judgeFile, type PlainReading, type Reading } from './judge-file.ts'

/**
 * How a file is read when nobody says; see {@link judgeFile}. Throws a ProblemError when nothing tells, or several
 * mappings fit.
 */
export async function chooseReading(file: DataFile, mappings: () => Promise<Mapping[]>): Promise<Reading> {
  const judged = await judgeFile(file, mappings)
  return judged.reading ?? refuse(file.path, judged)
}

/** As one kind, by the caller's word. */
export function plainReading(path: string, kind: RecordKind): PlainReading {
  const format = formatOf(path)
  return format ? { kind, format } : formatUnknown(path)
}

function refuse(path: string, { mappings, format }: JudgedFile): never {
  const [one, other] = mappings.filter(fits)
  if (one && other) {
    fail(
      'MAPPING_AMBIGUOUS',
      'mapping',
      `Both ${one.mapping.name} and ${other.mapping.name} fit the header of ${path}.`,
      'Choose one by --mapping.',
    )
  }
  const [nearest] = mappings.filter(({ found }) => found > 0)
  const user = mappings.find(({ mapping }) => mapping.lookups.some(({ file }) => file === basename(path)))
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

function formatUnknown(path: string): never {
  fail(
    'FORMAT_UNKNOWN',
    'path',
    `The name of ${path} tells no format.`,
    'Name it .csv, .ndjson or .json, or give a --mapping.',
  )
}
