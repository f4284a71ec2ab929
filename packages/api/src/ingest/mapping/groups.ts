import { type RawRow, type RowFault, rowFault } from '../read/row.ts'
import { type Row, rememberFirst, textOf } from './cells.ts'
import type { RecordMapping } from './load-mapping.ts'
import { type MappedRow, type MappingRun, makeRecord } from './make-record.ts'
import { type GroupRow, RowSorter } from './row-sorter.ts'
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
export class Groups {
  #sorter: RowSorter

  constructor(
    readonly group: GroupMapping,
    readonly records: readonly RecordMapping[],
    heldCharactersMax?: number,
  ) {
    this.#sorter = new RowSorter(heldCharactersMax)
  }

  /** Takes a row in; gives why it can stand in no group, or null. */
  async add(file: number, { line, text }: RawRow, row: Row): Promise<RowFault | null> {
    const cells = this.group.cells(row)
    const key = cells[this.group.by] ?? null
    if (key === null) return withoutKey(this.group.by)
    const faults: RowFault[] = []
    const order = this.group.order.map(make => make(cells, faults) as GroupRow['order'][number])
    const [fault = null] = faults
    if (!fault) await this.#sorter.add({ key: textOf(key), order, file, line, text, cells })
    return fault
  }

  /** What is made of each group, in the order of the keys. */
  async *made(run: MappingRun): AsyncIterable<MappedRow> {
    let done = 0
    for await (const rows of this.#groups()) {
      run.share = done / this.#sorter.count
      done += rows.length
      if (rows.length > GROUP_ROWS_MAX) yield this.#refused(rows)
      else yield* this.#madeOf(rows, run)
    }
    run.share = 1
  }

  close(): Promise<void> {
    return this.#sorter.close()
  }

  /** The rows of each key together; of a group that is too large only so many that it shows. */
  async *#groups(): AsyncIterable<GroupRow[]> {
    let rows: GroupRow[] = []
    for await (const row of this.#sorter.sorted()) {
      if (rows[0] && rows[0].key !== row.key) {
        yield rows
        rows = []
      }
      if (rows.length <= GROUP_ROWS_MAX) rows.push(row)
    }
    if (rows.length > 0) yield rows
  }

  #madeOf(rows: GroupRow[], run: MappingRun): MappedRow[] {
    const [first] = rows
    const last = rows.at(-1)
    if (!first || !last) return []
    const made: MappedRow[] = []
    const make = (record: RecordMapping, row: GroupRow, faults?: RowFault[]) => {
      rememberFirst(row.cells, first.cells)
      const mapped = record.holds(row.cells) ? makeRecord(record, row, run, faults) : null
      if (mapped) made.push(mapped)
    }
    for (const record of this.records) {
      const { each } = record
      if (!each) {
        make(record, last)
        continue
      }
      rows.forEach((row, at) => {
        const faults: RowFault[] = []
        if (each(row.cells, rows[at - 1]?.cells ?? null, faults) || faults.length > 0) make(record, row, faults)
      })
    }
    if (made.length === 0) run.skippedRows += rows.length
    return made
  }

  #refused(rows: GroupRow[]): MappedRow {
    const row = rows[0] as GroupRow
    const fault = rowFault(
      'GROUP_TOO_LARGE',
      `The group "${row.key.slice(0, 80)}" has more than ${GROUP_ROWS_MAX.toLocaleString('en')} rows.`,
      `Check whether ${this.group.by} tells one matter from another.`,
    )
    return { ...row, kind: (this.records[0] as RecordMapping).kind, value: null, fault }
  }
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
