import type { RecordKind } from '@tweeluik/schema/records'
import { type RawRow, type RowFault, rowFault } from '../read/row.ts'
import type { Row } from './cells.ts'
import { CompactCounter } from './compact-counter.ts'
import type { RecordMapping } from './load-mapping.ts'

/** A record made of a row of a foreign file; line and text are those of the row, so that a rejection shows what was sent. */
export interface MappedRow extends RawRow {
  kind: RecordKind
  /** The number of the file among those that are read together. */
  file: number
}

/** What one import remembers between rows and files, so that equal rows of different files are told apart too. */
export interface MappingRun {
  ids: CompactCounter
  /** Rows of which no record was made because the mapping says so. */
  skippedRows: number
  /** How much of what was read has become records, 0 to 1. */
  share: number
}

export function startRun(): MappingRun {
  return { ids: new CompactCounter(), skippedRows: 0, share: 1 }
}

export interface SourceRow {
  file: number
  line: number
  text: string
  cells: Row
}

/** Null when the record came before and is made once. `faults` are those that the row had before. */
export function makeRecord(
  record: RecordMapping,
  { file, line, text, cells }: SourceRow,
  run: MappingRun,
  faults: RowFault[] = [],
): MappedRow | null {
  const of = (value: Row | null, fault: RowFault | null) => ({ file, line, text, kind: record.kind, value, fault })
  const id = record.id(cells, faults)
  const [fault = id === null ? missingId : null] = faults
  if (fault) return of(null, fault)
  const numbered = record.occurrence || record.once ? run.ids.next(`${record.kind} ${String(id)}`) : 1
  if (record.once && numbered > 1) return null
  const value: Row = { id: record.occurrence ? `${String(id)}#${numbered}` : id }
  for (const [name, make] of record.fields) {
    const made = make(cells, faults)
    if (made !== null) value[name] = made
  }
  const [wrong = null] = faults
  return of(wrong ? null : value, wrong)
}

const missingId = {
  ...rowFault('MISSING_FIELD', 'The columns of the id are empty.', 'Fill them, or make the id of other columns.'),
  path: 'id',
}
