import type { TFunction } from 'i18next'
import Papa from 'papaparse'
import { escapeFormulae } from '../../export/csv.ts'
import { saveAs } from '../../saveAs.ts'
import { type CustomersQuestion, pagesOfCustomers } from './CustomerRows.ts'
import { type ColumnName, calledOf, plainOf } from './columns.ts'

type Call = {
  /** Of the file, without its ending. */
  name: string
  question: CustomersQuestion
  columns: readonly ColumnName[]
  heads: readonly string[]
  t: TFunction
}

type Course = { signal: AbortSignal; onSaved: (rows: number) => void }

/**
 * One row for each customer, days as `2026-03-01`. Text that a spreadsheet would take for a formula is marked as text.
 *
 * @throws when a page does not come, or when it is stopped
 */
export async function saveCustomers({ name, question, columns, heads, t }: Call, { signal, onSaved }: Course) {
  const lines = (rows: unknown[][]) => `${Papa.unparse(rows, { escapeFormulae })}\r\n`
  // A spreadsheet takes a file for UTF-8 only where it begins with this mark.
  const parts = ['\uFEFF', lines([[...heads]])]
  let saved = 0
  for await (const page of pagesOfCustomers(question)) {
    signal.throwIfAborted()
    const rows = page.map(customer =>
      columns.map(column => (column === 'name' ? calledOf(customer, t) : (plainOf(customer, column) ?? ''))),
    )
    if (rows.length > 0) parts.push(lines(rows))
    saved += rows.length
    onSaved(saved)
  }
  saveAs(`${name.toLowerCase()}.csv`, new Blob(parts, { type: 'text/csv' }))
}
