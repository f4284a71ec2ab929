import type { RecordKind } from '@tweeluik/schema/records'
import { type ByteStream, gunzipped } from '../read/decode.ts'
import { readRows } from '../read/read-rows.ts'
import { type RawRow, type RowFault, rowFault, unreadable } from '../read/row.ts'
import type { Row } from './cells.ts'
import { CompactCounter } from './compact-counter.ts'
import { didYouMean } from './judge.ts'
import type { Mapping, RecordMapping } from './load-mapping.ts'

/** A record made of a row of a foreign file; line and text are those of the row, so that a rejection shows what was sent. */
export interface MappedRow extends RawRow {
  kind: RecordKind
}

/** What one import remembers between rows and files, so that equal rows of different files are told apart too. */
export interface MappingRun {
  ids: CompactCounter
  /** Rows of which no record was made because the mapping says so. */
  skippedRows: number
}

export function startRun(): MappingRun {
  return { ids: new CompactCounter(), skippedRows: 0 }
}

/** The records of a foreign file, from its bytes; gzip is unpacked. Throws {@link UnreadableInput} when its header lacks a column. */
export function readMapped(mapping: Mapping, bytes: ByteStream, run: MappingRun): AsyncIterable<MappedRow> {
  const { format, encoding, nulls: _, ...csv } = mapping.file
  const onHeader = (names: string[]) => requireColumns(mapping, names)
  return mapRows(mapping, readRows(gunzipped(bytes), format, { encoding, csv: { ...csv, onHeader } }), run)
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

/** One row into its records, in the mapping's order; a row that cannot be read comes out once, as its first kind. */
async function* mapRows(mapping: Mapping, rows: AsyncIterable<RawRow>, run: MappingRun): AsyncIterable<MappedRow> {
  const [first] = mapping.records
  for await (const row of rows) {
    if (!row.value) {
      if (first) yield { ...row, kind: first.kind }
      continue
    }
    let made = 0
    if (!mapping.skips(row.value)) {
      for (const record of mapping.records) {
        if (!record.holds(row.value)) continue
        made++
        const mapped = makeRecord(record, row, row.value, run)
        if (mapped) yield mapped
      }
    }
    if (made === 0) run.skippedRows++
  }
}

/** Null when the record came before and is made once. */
function makeRecord(record: RecordMapping, row: RawRow, cells: Row, run: MappingRun): MappedRow | null {
  const faults: RowFault[] = []
  const id = record.id(cells, faults)
  const [fault = id === null ? missingId : null] = faults
  if (fault) return { ...row, kind: record.kind, value: null, fault }
  const numbered = record.occurrence || record.once ? run.ids.next(`${record.kind} ${String(id)}`) : 1
  if (record.once && numbered > 1) return null
  const value: Row = { id: record.occurrence ? `${String(id)}#${numbered}` : id }
  for (const [name, make] of record.fields) {
    const made = make(cells, faults)
    if (made !== null) value[name] = made
  }
  const [wrong = null] = faults
  return { line: row.line, text: row.text, kind: record.kind, value: wrong ? null : value, fault: wrong }
}

const missingId = {
  ...rowFault('MISSING_FIELD', 'The columns of the id are empty.', 'Fill them, or make the id of other columns.'),
  path: 'id',
}
