import { parse } from 'csv-parse/sync'
import type { CsvDialect } from './csv-framer.ts'
import { type Frame, frameText } from './frame.ts'
import { type RawRow, type RowFault, rowFault, unreadable } from './row.ts'

/**
 * The cells of many rows (`whitespace`: any run of spaces and tabs separates); null when any row is malformed. Rows with
 * quotes are split by the library, all at once, since it costs more to set up than to run.
 */
export function splitRows(texts: string[], dialect: CsvDialect | 'whitespace'): string[][] | null {
  if (dialect === 'whitespace') return texts.map(text => text.trim().split(/\s+/))
  const { separator, quote } = dialect
  const isQuoted = (text: string) => quote !== null && text.includes(quote)
  const quoted = splitQuoted(texts.filter(isQuoted), dialect)
  let next = 0
  return quoted && texts.map(text => (isQuoted(text) ? (quoted[next++] ?? []) : text.split(separator)))
}

function splitQuoted(texts: string[], { separator, quote }: CsvDialect): string[][] | null {
  if (texts.length === 0) return []
  try {
    const rows = parse(texts.join('\n'), {
      delimiter: separator,
      quote,
      escape: quote,
      record_delimiter: ['\n'],
      relax_column_count: true,
    })
    return rows.length === texts.length ? rows : null
  } catch {
    return null
  }
}

/** The names of the columns; throws when they cannot serve as keys. */
export function headerNames(cells: string[], maxColumns: number): string[] {
  if (cells.length > maxColumns) {
    unreadable(
      'TOO_MANY_COLUMNS',
      `The header has ${cells.length} columns; ${maxColumns} is the limit.`,
      'Send fewer columns.',
    )
  }
  const names = cells.map((cell, index) => cell.trim() || `column ${index + 1}`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    unreadable(
      'DUPLICATE_COLUMN',
      `The header names the column "${twice}" twice.`,
      'Give each column a name of its own.',
    )
  }
  if (names.includes('__proto__')) {
    unreadable('KEY_NOT_ALLOWED', 'The header names a column __proto__.', 'Name the column otherwise.')
  }
  return names
}

/** Rows of CSV frames under the names of their columns, in order. */
export function csvRows(frames: Frame[], names: string[], dialect: CsvDialect | 'whitespace'): RawRow[] {
  const rows = frames.map(frameText)
  const sound = rows.filter(row => !row.fault).map(row => row.text)
  const together = splitRows(sound, dialect)
  let next = 0
  return rows.map(row => {
    if (row.fault) return row
    const cells = together?.[next++] ?? splitRows([row.text], dialect)?.[0]
    return cells ? named(row, cells, names) : { ...row, fault: malformed() }
  })
}

function named(row: RawRow, cells: string[], names: string[]): RawRow {
  if (cells.length !== names.length) return { ...row, fault: columnCount(cells.length, names.length) }
  const value: Record<string, unknown> = {}
  for (let index = 0; index < names.length; index++) value[names[index] as string] = cells[index]
  return { ...row, value }
}

function columnCount(found: number, expected: number): RowFault {
  return rowFault(
    'CSV_COLUMN_COUNT',
    `The row has ${found} ${found === 1 ? 'cell' : 'cells'} and the header ${expected}.`,
    'Complete the row; quote cells that hold a separator.',
  )
}

function malformed(): RowFault {
  return rowFault(
    'INVALID_CSV',
    'A quote stands where none may stand.',
    'Quote the whole cell and double the quotes inside it; a mapping may say `quote: none`.',
  )
}
