import { nearest, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import { columnsOf, contentColumns } from './columns.ts'
import type { UnplacedFault } from './faults.ts'
import type { MappingSpec, RecordSpec } from './spec.ts'
import { isLocal } from './times.ts'
import type { ValueSpec } from './value-spec.ts'
import { type Path, valuesOfMapping } from './walk.ts'

/** What each part of a mapping cannot know alone: the fields of its kinds, the columns of its file, the zone of its times. */
export function judgeMapping(spec: MappingSpec): UnplacedFault[] {
  return [
    ...fileFaults(spec),
    ...spec.records.flatMap((record, index) => recordFaults(record, ['records', index], spec)),
    ...valuesOfMapping(spec).flatMap(([value, path]) => valueFaults(value, path, spec)),
  ]
}

function fileFaults({ file, ...rest }: MappingSpec): UnplacedFault[] {
  const foldersOnly = file.format === 'singer' ? (['group', 'lookups'] as const).filter(key => rest[key]) : []
  return [
    ...foldersOnly.map(key => fault([key], 'FILES_ONLY', `${key} is for files`, 'Drop it: a tap ends at any time')),
    ...formatFaults({ file, ...rest }),
  ]
}

function formatFaults({ file, ...rest }: MappingSpec): UnplacedFault[] {
  if (file.format !== 'csv') {
    return (['separator', 'quote', 'columns', 'skipLines'] as const)
      .filter(key => file[key] !== undefined)
      .map(key => fault(['file', key], 'CSV_ONLY', `${key} is for CSV`, `Drop it, or set format: csv`))
  }
  const { columns } = file
  if (!columns) return []
  return columnsOf({ file, ...rest })
    .filter(name => !columns.includes(name))
    .map(name =>
      fault(['file', 'columns'], 'UNKNOWN_COLUMN', `The mapping uses a column "${name}"`, didYouMean(name, columns)),
    )
}

function recordFaults(record: RecordSpec, path: Path, spec: MappingSpec): UnplacedFault[] {
  const stray = record.each && !spec.group
  return [
    ...fieldFaults(record, path),
    ...streamFaults(record, path, spec),
    ...occurrenceFaults(record, path),
    ...(stray ? [withoutGroup([...path, 'each'], 'each compares rows of a group')] : []),
  ]
}

/** A record of a tap says of which stream, which then may make its id; a record of a file can do neither. */
function streamFaults({ stream, id }: RecordSpec, path: Path, { file }: MappingSpec): UnplacedFault[] {
  if (file.format === 'singer') {
    if (stream !== undefined) return []
    return [fault([...path, 'stream'], 'STREAM_MISSING', 'Nothing says of which stream it is made', 'Say stream: ..')]
  }
  const faults = id ? [] : [fault(path, 'MISSING_FIELD', 'A record needs an id', 'Say id: .., the column that has it')]
  if (stream === undefined) return faults
  return [...faults, fault([...path, 'stream'], 'SINGER_ONLY', 'stream is for taps', 'Drop it, or set format: singer')]
}

const withoutGroup = (path: Path, why: string) =>
  fault(path, 'GROUP_MISSING', `${why}, and this mapping groups none`, 'Say group: { by: .., order: [..] }')

function fieldFaults({ kind, fields }: RecordSpec, path: Path): UnplacedFault[] {
  const { known, required } = fieldsOf(kind)
  const unknown = Object.keys(fields).filter(name => !known.includes(name))
  const missing = required.filter(name => !Object.hasOwn(fields, name))
  return [
    ...unknown.map(name =>
      fault([...path, 'fields', name], 'UNKNOWN_FIELD', `${kind} have no field ${name}`, didYouMean(name, known)),
    ),
    ...missing.map(name => fault([...path, 'fields'], 'MISSING_FIELD', `${kind} need a field ${name}`, 'Add it')),
  ]
}

/** The fields that a mapping may give a record of this kind; its id stands apart. */
export function fieldsOf(kind: RecordKind): { known: string[]; required: string[] } {
  const fields = Object.entries(recordKinds[kind].schema.shape).filter(([name]) => name !== 'id')
  const required = fields.filter(([, schema]) => !schema.safeParse(undefined).success)
  return { known: fields.map(([name]) => name), required: required.map(([name]) => name) }
}

/**
 * Equal rows are numbered in the order they come in. Only when the id holds all that the record says are they truly
 * equal, and a shuffled file gives the same records.
 */
function occurrenceFaults(record: RecordSpec, path: Path): UnplacedFault[] {
  if (!record.id?.occurrence) return []
  const missing = [...new Set(contentColumns(record))].filter(name => !record.id?.columns?.includes(name))
  if (missing.length === 0) return []
  const message = `Rows with equal ids could differ in ${missing.join(', ')}`
  return [fault([...path, 'id', 'columns'], 'OCCURRENCE_INCOMPLETE', message, 'Add these columns to the id')]
}

function valueFaults(value: ValueSpec, path: Path, spec: MappingSpec): UnplacedFault[] {
  const faults: UnplacedFault[] = []
  if (value.time?.some(isLocal) && !value.zone && !spec.zone) {
    faults.push(
      fault(
        [...path, 'time'],
        'ZONE_MISSING',
        'These times stand on a clock that is nowhere',
        'Say zone: Europe/Amsterdam',
      ),
    )
  }
  if (value.of && !spec.group) faults.push(withoutGroup([...path, 'of'], 'of names a row of a group'))
  const lookups = Object.keys(spec.lookups ?? {})
  if (value.lookup && !lookups.includes(value.lookup.in)) {
    const at = [...path, 'lookup', 'in']
    const fix = lookups.length === 0 ? 'Name its file under lookups' : didYouMean(value.lookup.in, lookups)
    faults.push(fault(at, 'UNKNOWN_LOOKUP', `There is no lookup ${value.lookup.in}`, fix))
  }
  if (value.occurrence && path.at(-1) !== 'id') {
    faults.push(fault([...path, 'occurrence'], 'OCCURRENCE_OUTSIDE_ID', 'Only an id is numbered', 'Move it to id'))
  }
  return faults
}

/** The near word, or all of them. */
export function didYouMean(word: string, known: string[]): string {
  const near = nearest(word, known)
  return near === null ? `Known are ${known.join(', ')}` : `Did you mean ${near}?`
}

function fault(path: Path, code: string, message: string, fix: string): UnplacedFault {
  return { path, code, message, fix }
}
