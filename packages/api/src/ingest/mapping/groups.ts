import { type RawRow, type RowFault, rowFault } from '../read/row.ts'
import { type Row, rememberFirst, textOf } from './cells.ts'
import type { RecordMapping } from './load-mapping.ts'
import { type MappedRow, type MappingRun, makeRecord } from './make-record.ts'
import { type GroupRow, openRowSorter } from './row-sorter.ts'
import type { ChangeSpec } from './spec.ts'
import type { MakeValue } from './values.ts'

/** How rows are put together. */
export interface GroupMapping {
  by: string
  order: MakeValue[]
  /** What the mapping reads of a row: its cells by column, null where there is nothing. */
  cells: (row: Row) => Row
}

/** Whether something happened between the row before and this one; a cell that cannot be compared adds its fault. */
export type Change = (cells: Row, before: Row | null, faults: RowFault[]) => boolean

const GROUP_ROWS_MAX = 100_000

/** The rows of all files of one import, gathered before anything is made: rows of one group may stand anywhere in them. */
export interface Groups {
  /** Takes a row in; gives why it can stand in no group, or null. */
  add(file: number, raw: RawRow, row: Row): Promise<RowFault | null> | RowFault | null
  /** What is made of each group, in the order of the keys. */
  made(run: MappingRun): AsyncIterable<MappedRow>
  close(): Promise<void>
}

export function openGroups({ by, order, cells: cellsOf }: GroupMapping, records: readonly RecordMapping[]): Groups {
  const sorter = openRowSorter()
  return {
    add(file, { line, text }, row) {
      const cells = cellsOf(row)
      const key = cells[by] ?? null
      if (key === null) return withoutKey(by)
      const faults: RowFault[] = []
      const placed = order.map(make => make(cells, faults) as GroupRow['order'][number])
      if (faults[0]) return faults[0]
      return sorter.add({ key: textOf(key), order: placed, file, line, text, cells })?.then(() => null) ?? null
    },
    async *made(run) {
      let done = 0
      for await (const rows of groupsOf(sorter.sorted())) {
        done += rows.length
        run.share = done / sorter.count()
        if (rows.length > GROUP_ROWS_MAX) yield tooLarge(rows, by, records)
        else yield* madeOf(rows, records, run)
      }
    },
    close: () => sorter.close(),
  }
}

/** The rows of each key together; of a group that is too large only so many that it shows. */
async function* groupsOf(sorted: AsyncIterable<GroupRow>): AsyncIterable<GroupRow[]> {
  let rows: GroupRow[] = []
  for await (const row of sorted) {
    if (rows[0] && rows[0].key !== row.key) {
      yield rows
      rows = []
    }
    if (rows.length <= GROUP_ROWS_MAX) rows.push(row)
  }
  if (rows.length > 0) yield rows
}

function madeOf(rows: GroupRow[], records: readonly RecordMapping[], run: MappingRun): MappedRow[] {
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) return []
  for (const row of rows) rememberFirst(row.cells, first.cells)
  const made = records.flatMap(record => {
    if (!record.each) return makeWhenHeld(record, last, run, []) ?? []
    const { each } = record
    return rows.flatMap((row, at) => {
      const faults: RowFault[] = []
      const happened = each(row.cells, rows[at - 1]?.cells ?? null, faults)
      return happened || faults.length > 0 ? (makeWhenHeld(record, row, run, faults) ?? []) : []
    })
  })
  if (made.length === 0) run.skippedRows += rows.length
  return made
}

function makeWhenHeld(record: RecordMapping, row: GroupRow, run: MappingRun, faults: RowFault[]): MappedRow | null {
  return record.holds(row.cells) ? makeRecord(record, row, run, faults) : null
}

function tooLarge(rows: GroupRow[], by: string, records: readonly RecordMapping[]): MappedRow {
  const [row, record] = [rows[0] as GroupRow, records[0] as RecordMapping]
  const fault = rowFault(
    'GROUP_TOO_LARGE',
    `The group "${row.key.slice(0, 80)}" has more than ${GROUP_ROWS_MAX.toLocaleString('en')} rows.`,
    `Check whether ${by} tells one matter from another.`,
  )
  return { file: row.file, line: row.line, text: row.text, kind: record.kind, value: null, fault }
}

function withoutKey(by: string): RowFault {
  return { ...rowFault('MISSING_FIELD', 'The column that groups the rows is empty.', 'Fill it.'), path: by }
}

/** The test that `each` asks of a row and the one before it. */
export function compileChange({ column, becomes, rises }: ChangeSpec): Change {
  if (becomes) {
    const words = new Set(becomes.map(String))
    const is = (cells: Row | null) => cells !== null && cells[column] !== null && words.has(textOf(cells[column]))
    return (cells, before) => is(cells) && !is(before)
  }
  if (!rises) return (cells, before) => before !== null && before[column] !== cells[column]
  return (cells, before, faults) => {
    const [was, is] = [before?.[column] ?? null, cells[column] ?? null]
    if (is !== null && !Number.isFinite(Number(is))) faults.push(notNumber(column, is))
    return was !== null && is !== null && Number(is) > Number(was)
  }
}

function notNumber(column: string, cell: unknown): RowFault {
  const message = `"${textOf(cell).slice(0, 80)}" is no number, so it cannot rise.`
  return { ...rowFault('INVALID_NUMBER', message, 'Correct the cell, or compare another column.'), path: column }
}
