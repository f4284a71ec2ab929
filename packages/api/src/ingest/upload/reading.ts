import { basename } from 'node:path'
import { fail, type Problem } from '@tweeluik/schema'
import { isRecordKind, kindNames, type RecordKind } from '@tweeluik/schema/records'
import { formatOf, type Reading } from '../import/judge-file.ts'
import { mappingsOf } from '../import/read-mappings.ts'
import { InvalidMapping } from '../mapping/faults.ts'
import type { Mapping } from '../mapping/load-mapping.ts'

/** A reading by its name: that of a kind, or of the file of a mapping without its ending. */
export type ReadingName = { kind: RecordKind } | { mapping: string }

export const nameOfReading = (reading: Reading): ReadingName =>
  'kind' in reading ? { kind: reading.kind } : { mapping: reading.name }

/** What the sender wants. Null: the file is to tell by itself. Throws a ProblemError for what is no kind. */
export function wantedOf({ kind, mapping }: { kind?: unknown; mapping?: unknown }): ReadingName | null {
  if (typeof mapping === 'string') return { mapping }
  if (kind === undefined) return null
  if (typeof kind === 'string' && isRecordKind(kind)) return { kind }
  return fail('KIND_UNKNOWN', 'kind', 'There are no such records', `Use one of ${kindNames.join(', ')}`)
}

/** Throws a ProblemError when there is no such mapping, or the name of the file tells no format. */
export async function readingNamed(
  name: ReadingName,
  path: string,
  mappings: () => Promise<Mapping[]>,
): Promise<Reading> {
  if ('mapping' in name) {
    const found = (await mappings()).find(mapping => mapping.name === name.mapping)
    return found ?? fail('NO_SUCH_MAPPING', 'mapping', 'There is no such mapping', 'Use one that the preview names')
  }
  const format = formatOf(path)
  if (format) return { kind: name.kind, format }
  return fail('FORMAT_UNKNOWN', 'name', 'The name of the file tells no format', 'Name it .csv, .ndjson or .json')
}

/** Why one file is not enough. Null: it is. */
export function notAlone(reading: Reading): Problem | null {
  if ('kind' in reading || reading.lookups.length === 0) return null
  const files = [...new Set(reading.lookups.map(({ file }) => file))].join(', ')
  return {
    code: 'LOOKUPS_NEEDED',
    path: 'mapping',
    message: `${reading.name} looks things up in other files: ${files}`,
    fix: 'Import the folder that holds them all with `pnpm tweeluik import`',
  }
}

/** The mappings of this server as they lie there now; their names tell nobody where. */
export function knownMappings(folder: string): () => Promise<Mapping[]> {
  const read = mappingsOf(folder)
  return async () => {
    try {
      return (await read()).map(mapping => ({ ...mapping, name: basename(mapping.name).replace(/\.ya?ml$/, '') }))
    } catch (error) {
      if (!(error instanceof InvalidMapping)) throw error
      const { line = 1, message = '', fix = '' } = error.faults[0] ?? {}
      const place = `line ${line} of ${basename(error.mapping)}`
      return fail('MAPPING_INVALID', 'mapping', `A mapping of this server is wrong, ${place}: ${message}`, fix)
    }
  }
}
