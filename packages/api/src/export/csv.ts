import type { ExportField } from './fields.ts'
import type { ExportedRecord } from './formats.ts'

/** A cell that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const QUOTED = /[",\r\n]|^\s|\s$/

/**
 * A header and a line a record, as the import reads them. A text that a spreadsheet would run as a formula stands as it
 * is, since a mark before it would come back as part of it; for a spreadsheet it has that mark.
 */
export async function* csvOf(
  fields: readonly ExportField[],
  records: AsyncIterable<ExportedRecord>,
  forSpreadsheet: boolean,
): AsyncGenerator<string, void, undefined> {
  yield `${fields.map(({ name }) => name).join(',')}\r\n`
  for await (const record of records) {
    const cells = fields.map(({ name, form }) => {
      const text = cellOf(form, record[name])
      return quoted(forSpreadsheet && form !== 'number' && FORMULA.test(text) ? `'${text}` : text)
    })
    yield `${cells.join(',')}\r\n`
  }
}

function cellOf(form: ExportField['form'], value: unknown): string {
  if (value == null) return ''
  return form === 'json' || typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const quoted = (text: string) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
