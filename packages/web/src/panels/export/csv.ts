import Papa from 'papaparse'
import type { Table } from '../PanelTable.tsx'
import type { Line } from './lines.ts'

/**
 * What a spreadsheet would run. Papa's own sign for it looks at one line of a text: a formula with a second one would pass.
 */
export const escapeFormulae = /^[=+\-@\t\r\n]/

/**
 * What the page stands on, a line each, then each table under its title, parted by empty rows.
 * Text that a spreadsheet would take for a formula is marked as text.
 */
export function csvOf(lines: readonly Line[], sheets: readonly { title: string; table: Table }[]): string {
  const rows = sheets.flatMap(({ title, table: { columns, rows } }) => [
    [],
    [title],
    columns.map(({ label }) => label),
    ...rows.map(row => columns.map(({ key }) => row[key]?.value ?? '')),
  ])
  return Papa.unparse([...lines.map(line => [...line]), ...rows], { escapeFormulae })
}
