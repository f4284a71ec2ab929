import type { ConditionSpec } from './value-spec.ts'

export type Row = Record<string, unknown>
export type ReadCell = (row: Row) => unknown
export type Test = (row: Row) => boolean

const first = Symbol('the first row of the group')

/** A row of a group that knows the group's first row. */
interface GroupedRow extends Row {
  [first]?: Row
}

/** Tells a row which one its group begins with. */
export function rememberFirst(row: Row, firstRow: Row): void {
  ;(row as GroupedRow)[first] = firstRow
}

/** The first row of the row's group; a row that stands alone is its own first. */
export function firstOf(row: GroupedRow): Row {
  return row[first] ?? row
}

/**
 * Reads cells by column name: text is trimmed, an empty cell and a null marker are null. In JSON a name with dots
 * reaches into objects, unless a key of that very name is there.
 */
export function cellReader(nulls: string[]): (column: string) => ReadCell {
  const nothing = new Set(['', ...nulls])
  return column => {
    const steps = column.split('.')
    return row => {
      const found = Object.hasOwn(row, column) ? row[column] : steps.reduce<unknown>(stepInto, row)
      if (typeof found !== 'string') return found ?? null
      const text = found.trim()
      return nothing.has(text) ? null : text
    }
  }
}

function stepInto(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Row)[step] : null
}

/** A test of a row that one condition asks. */
export function testOf(spec: ConditionSpec, cell: (column: string) => ReadCell): Test {
  const read = cell(spec.column)
  if (spec.present !== undefined) return row => (read(row) !== null) === spec.present
  const words = new Set((spec.in ?? spec.notIn ?? [spec.equals]).map(String))
  const wanted = spec.notIn === undefined
  return row => {
    const found = read(row)
    return (found !== null && words.has(textOf(found))) === wanted
  }
}

/** All conditions hold; none: true. */
export function allOf(specs: ConditionSpec[] | undefined, cell: (column: string) => ReadCell): Test {
  const tests = (specs ?? []).map(spec => testOf(spec, cell))
  return row => tests.every(test => test(row))
}

/** A cell as text; what JSON sent as an object or a list is its JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
