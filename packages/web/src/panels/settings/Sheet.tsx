import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../Page.module.css'
import table from '../Table.module.css'
import css from './settings.module.css'

export type Column<Row> = { name: string; cell: (row: Row) => ReactNode; look?: string }

type Props<Row> = {
  title: string
  about: string
  /** Null: on their way. */
  rows: readonly Row[] | null
  failed: boolean
  onRetry: () => void
  keyOf: (row: Row) => string
  columns: readonly Column<Row>[]
  /** What to say when there are none. */
  none: string
  onAdd?: { word: string; act: () => void }
  below?: ReactNode
}

/** The records of a section, in every state that they can be in. */
export function Sheet<Row>({ title, about, rows, failed, onRetry, keyOf, columns, none, onAdd, below }: Props<Row>) {
  const { t } = useTranslation()
  return (
    <section className={page.sheet} aria-busy={!rows && !failed}>
      <div className={css.head}>
        <div>
          <h2>{title}</h2>
          <p className={css.about}>{about}</p>
        </div>
        {onAdd && (
          <button type="button" className={page.button} onClick={onAdd.act}>
            <IconPlus size={15} stroke={1.75} aria-hidden="true" className={css.plus} />
            {onAdd.word}
          </button>
        )}
      </div>
      {failed && !rows && (
        <p className={css.face} role="alert">
          {t('settings.failed')}{' '}
          <button type="button" className={page.act} onClick={onRetry}>
            {t('face.retry')}
          </button>
        </p>
      )}
      {!rows && !failed && <div className={css.bones} />}
      {rows?.length === 0 && <p className={css.face}>{none}</p>}
      {rows && rows.length > 0 && (
        <div className={table.scroll}>
          <table className={`${table.table} ${table.onSheet} figures`}>
            <thead>
              <tr>
                {columns.map(({ name, look }) => (
                  <th key={name} scope="col" className={look}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={keyOf(row)}>
                  {columns.map(({ name, cell, look }, index) =>
                    index === 0 ? (
                      <th key={name} scope="row" className={look}>
                        {cell(row)}
                      </th>
                    ) : (
                      <td key={name} className={look}>
                        {cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {below}
    </section>
  )
}
