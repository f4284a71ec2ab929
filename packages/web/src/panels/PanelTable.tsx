import { Box } from '@mantine/core'
import css from './Panel.module.css'

/** What a chart shows, as rows. `text` is how a reader sees a figure; `value` is what a spreadsheet takes. */
export type Cell = {
  text: string
  value: string | number | null
  /** Opens what it was counted from; `name` says so. */
  open?: { name: string; onOpen: () => void }
}
export type Table = {
  columns: readonly { key: string; label: string; isNumber?: boolean }[]
  rows: readonly Readonly<Record<string, Cell>>[]
}

export function PanelTable({ title, table: { columns, rows } }: { title: string; table: Table }) {
  return (
    // What does not fit is reached by the arrow keys too.
    <Box component="section" className={css.scroll} tabIndex={0} aria-label={title}>
      <table className={`${css.table} figures`}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, isNumber }) => (
              <th key={key} scope="col" className={isNumber ? css.number : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={columns.map(({ key }) => row[key]?.value).join('\n')}>
              {columns.map(({ key, isNumber }) => (
                <td key={key} className={isNumber ? css.number : undefined}>
                  <Figure cell={row[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

function Figure({ cell }: { cell: Cell | undefined }) {
  if (!cell?.open) return cell?.text
  return (
    <button type="button" className={css.open} aria-label={cell.open.name} onClick={cell.open.onOpen}>
      {cell.text}
    </button>
  )
}
