import { fail } from '@tweeluik/schema'
import { didYouMean } from '../mapping/judge.ts'
import type { Mapping, RecordMapping, RowMapper } from '../mapping/load-mapping.ts'
import { type MappedRow, makeRecord, type SourceRow, startRun } from '../mapping/make-record.ts'
import { type RawRow, rowFault } from '../read/row.ts'
import type { Message } from './messages.ts'

/** By this column a tap tells that a row was deleted. */
const DELETED_AT = '_sdc_deleted_at'
const NO_TABLES = new Map()

export interface Streams {
  /** Takes over how a stream is made from now on. Throws a ProblemError when it lacks what the mapping needs. */
  describe(message: Extract<Message, { type: 'SCHEMA' }>): void
  /** The records of a row. None: the mapping makes nothing of it. */
  recordsOf(message: Extract<Message, { type: 'RECORD' }>, raw: RawRow): MappedRow[]
  /** The keys of the streams, as text by which {@link openStreams} can read their rows again. */
  keys(): string
  /** Rows by stream of which the mapping knows nothing. */
  unmapped: ReadonlyMap<string, number>
  /** Rows of which no record was made because the mapping says so. */
  skippedRows(): number
}

/** The streams of a tap, as a mapping reads them. A row may come before its schema when the mapping makes its id. */
export function openStreams(mapping: Mapping, knownKeys = '{}'): Streams {
  const run = startRun()
  const mappers = new Map<string, RowMapper>()
  const unmapped = new Map<string, number>()
  const keysOf = new Map<string, readonly string[]>(Object.entries(JSON.parse(knownKeys)))

  function mapperOf(stream: string): RowMapper | null {
    const known = mappers.get(stream)
    if (known || !mapping.streams.has(stream)) return known ?? null
    const mapper = mapping.compile(NO_TABLES, { name: stream, keys: keysOf.get(stream) ?? [] })
    mappers.set(stream, mapper)
    return mapper
  }

  return {
    unmapped,
    keys: () => JSON.stringify(Object.fromEntries(keysOf)),
    skippedRows: () => run.skippedRows,
    describe({ stream, schema, key_properties: keys }) {
      const columns = mapping.streams.get(stream)
      if (!columns) return
      requireColumns(mapping.name, stream, columns, schema.properties)
      keysOf.set(stream, keys ?? [])
      mappers.delete(stream)
    },
    recordsOf({ stream, record }, { line, text }) {
      const mapper = mapperOf(stream)
      if (!mapper) {
        unmapped.set(stream, (unmapped.get(stream) ?? 0) + 1)
        return []
      }
      const row = { file: 0, line, text, cells: record }
      const deletedAt = record[DELETED_AT] ?? null
      if (deletedAt !== null) return deletionsOf(mapper, row, deletedAt)
      const wanted = mapper.skips(record) ? [] : mapper.records.filter(({ holds }) => holds(record))
      if (wanted.length === 0) run.skippedRows++
      return wanted.flatMap(made => makeRecord(made, row, run) ?? [])
    },
  }
}

/** A schema that leaves its properties open promises nothing. */
function requireColumns(
  mapping: string,
  stream: string,
  columns: readonly string[],
  properties: Record<string, unknown> | undefined,
): void {
  const known = Object.keys(properties ?? {})
  if (known.length === 0) return
  const missing = columns.filter(name => !known.includes(name) && !known.includes(name.split('.')[0] ?? name))
  const [first] = missing
  if (first === undefined || first === DELETED_AT) return
  fail(
    'COLUMN_MISSING',
    'stream',
    `${mapping} uses ${missing.map(name => `"${name}"`).join(', ')}, which the stream ${stream} lacks.`,
    `${didYouMean(first, known)}.`,
  )
}

/**
 * What goes with a deleted row: the records that have its key. One that is made once of many rows (a customer of its
 * orders) stays.
 */
function deletionsOf({ records }: RowMapper, row: SourceRow, at: unknown): MappedRow[] {
  const gone = records.filter(({ once, ownsKey }) => ownsKey && !once)
  const [first] = records
  if (gone.length === 0 && first) return [{ ...row, kind: first.kind, value: null, fault: withoutKey }]
  return gone.flatMap(made => deletionOf(made, row, at) ?? [])
}

/**
 * Many a tap leaves the time of the last change as it was: the deletion is at least as new. Where it tells no such time,
 * what it sends last counts, deletions too.
 */
function deletionOf(made: RecordMapping, row: SourceRow, at: unknown): MappedRow | null {
  const mapped = makeRecord({ ...made, fields: made.fields.filter(isVersion) }, row, startRun())
  if (!mapped?.value) return mapped
  const deletedAt = instantOf(at)
  if (!deletedAt) return { ...mapped, value: null, fault: notInstant(at) }
  const { id, updatedAt } = mapped.value
  const deletion = { id, deletedAt: deletedAt.toISOString() }
  const changedAt = instantOf(updatedAt)
  if (!changedAt) return { ...mapped, value: deletion }
  const newest = new Date(Math.max(changedAt.getTime(), deletedAt.getTime()))
  return { ...mapped, value: { ...deletion, updatedAt: newest.toISOString() } }
}

const withoutKey = {
  ...rowFault(
    'DELETION_WITHOUT_KEY',
    'The row was deleted, and no record of its stream is known by the key of its rows.',
    'Leave the id out of the mapping, or make it of the key_properties of the stream.',
  ),
  path: 'id',
}

const isVersion = ([name]: RecordMapping['fields'][number]) => name === 'updatedAt'

const ZONE = /(Z|[+-]\d{2}:?\d{2})$/i

/** Taps mean UTC where they write no zone. */
function instantOf(value: unknown): Date | null {
  if (typeof value !== 'string') return null
  const at = new Date(ZONE.test(value.trim()) ? value : `${value.trim().replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}

const notInstant = (at: unknown) => ({
  ...rowFault('INVALID_TIME', `"${String(at).slice(0, 80)}" is no date and time.`, 'Correct it where the tap reads.'),
  path: DELETED_AT,
})
