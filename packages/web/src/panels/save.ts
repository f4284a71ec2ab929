import { domToBlob } from 'modern-screenshot'
import Papa from 'papaparse'
import type { Table } from './PanelTable.tsx'

/** Saves a table as it stands on the screen, with figures as a spreadsheet reads them. */
export function saveCsv(title: string, { columns, rows }: Table): void {
  const text = Papa.unparse({
    fields: columns.map(({ label }) => label),
    data: rows.map(row => columns.map(({ key }) => row[key]?.value ?? '')),
  })
  // A spreadsheet takes a file for UTF-8 only where it begins with this mark.
  saveAs(`${nameOf(title)}.csv`, new Blob(['\uFEFF', text], { type: 'text/csv' }))
}

/** Saves a sheet as it is drawn, twice as fine, on the page's own ground. */
export async function savePng(title: string, sheet: HTMLElement): Promise<void> {
  const backgroundColor = getComputedStyle(document.body).backgroundColor
  const image = await domToBlob(sheet, {
    scale: 2,
    backgroundColor,
    filter: node => !(node instanceof HTMLElement && node.dataset.onScreenOnly !== undefined),
  })
  saveAs(`${nameOf(title)}.png`, image)
}

const nameOf = (title: string) => title.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')

function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
