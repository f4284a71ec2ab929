import { dirname } from 'node:path'
import { type ByteStream, gunzipped } from '../read/decode.ts'
import { readRows } from '../read/read-rows.ts'
import { type RawRow, UnreadableInput, unreadable } from '../read/row.ts'
import { type Groups, openGroups } from './groups.ts'
import { didYouMean } from './judge.ts'
import type { Mapping, RowMapper } from './load-mapping.ts'
import { readTables } from './lookups.ts'
import { type MappedRow, type MappingRun, makeRecord, type SourceRow } from './make-record.ts'
import { rowFormatOf } from './row-format.ts'

/** A foreign file. */
export interface ForeignFile {
  path: string
  open(): ByteStream
  /** Told how a header stands that was read. */
  onHeader?(text: string): void
  /** Told when the file cannot be read, or not to its end: what came before is used. */
  onUnreadable(error: UnreadableInput): void
}

/**
 * The records of foreign files of one folder, from their bytes; gzip is unpacked. Groups reach over all the files. A
 * row that cannot be read comes out once, as the mapping's first kind.
 */
export async function* readMapped(
  mapping: Mapping,
  files: readonly ForeignFile[],
  run: MappingRun,
): AsyncIterable<MappedRow> {
  const mapper = await readTables(mapping, dirname(files[0]?.path ?? '')).then(mapping.compile, error => {
    for (const file of files) report(error, file)
  })
  if (!mapper) return
  if (!mapper.group) return yield* readEach(mapping, mapper, files, run)
  const groups = openGroups(mapper.group, mapper.records)
  try {
    yield* gather(groups, mapping, mapper, files, run)
    yield* groups.made(run)
  } finally {
    await groups.close()
  }
}

async function* readEach(mapping: Mapping, mapper: RowMapper, files: readonly ForeignFile[], run: MappingRun) {
  for (const [file, foreign] of files.entries()) {
    for await (const row of rowsOf(mapping, foreign)) {
      if (row.value) yield* recordsOf(mapper, { file, line: row.line, text: row.text, cells: row.value }, run)
      else yield { ...row, file, kind: mapping.firstKind }
    }
  }
}

function* recordsOf({ skips, records }: RowMapper, row: SourceRow, run: MappingRun): Iterable<MappedRow> {
  let wanted = 0
  if (!skips(row.cells)) {
    for (const record of records) {
      if (!record.holds(row.cells)) continue
      wanted++
      const mapped = makeRecord(record, row, run)
      if (mapped) yield mapped
    }
  }
  if (wanted === 0) run.skippedRows++
}

/** Takes every row into its group; only rows that can stand in none come out. */
async function* gather(
  groups: Groups,
  mapping: Mapping,
  { skips }: RowMapper,
  files: readonly ForeignFile[],
  run: MappingRun,
): AsyncIterable<MappedRow> {
  for (const [file, foreign] of files.entries()) {
    for await (const row of rowsOf(mapping, foreign)) {
      if (row.value && skips(row.value)) {
        run.skippedRows++
        continue
      }
      const taken = row.value ? groups.add(file, row, row.value) : row.fault
      const fault = taken instanceof Promise ? await taken : taken
      if (fault) yield { ...row, file, kind: mapping.firstKind, value: null, fault }
    }
  }
}

async function* rowsOf(mapping: Mapping, file: ForeignFile): AsyncIterable<RawRow> {
  const { format: _format, encoding, nulls: _, ...csv } = mapping.file
  const onHeader = (names: string[], text: string) => {
    requireColumns(mapping, names)
    if (text !== '') file.onHeader?.(text)
  }
  try {
    yield* readRows(gunzipped(file.open()), rowFormatOf(mapping), { encoding, csv: { ...csv, onHeader } })
  } catch (error) {
    report(error, file)
  }
}

function report(error: unknown, file: ForeignFile): void {
  if (!(error instanceof UnreadableInput)) throw error
  file.onUnreadable(error)
}

function requireColumns(mapping: Mapping, names: string[]): void {
  const missing = mapping.columns.filter(column => !names.includes(column))
  if (missing[0] === undefined) return
  const listed = missing.map(column => `"${column}"`).join(', ')
  unreadable(
    'COLUMN_MISSING',
    `${mapping.name} uses ${listed}, which the header lacks.`,
    `${didYouMean(missing[0], names)}`,
  )
}
