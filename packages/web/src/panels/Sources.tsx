import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { count, nothing } from '../format/figures.ts'
import type { BooksQuery } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import css from './Books.module.css'
import { useKindName } from './kindName.ts'
import page from './Page.module.css'

const spare = new Set<string>(['created', 'updated', 'unchanged'])
const columns = ['received', 'created', 'updated', 'unchanged', 'waiting', 'rejected'] as const

/** What a phone has no room for stands in the sum before it. */
const look = (column: string) => (spare.has(column) ? `${css.number} ${css.spare}` : css.number)

/** What each system sent of each kind in the last 30 days, and what became of it. Null: on its way. */
export function Sources({ sources }: { sources: BooksQuery['sources'] | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const kindName = useKindName()
  return (
    <section id="sources" tabIndex={-1} className={page.sheet} aria-busy={!sources}>
      <div className={css.head}>
        <h2>{t('data.sources.title')}</h2>
        <p>{t('data.sources.period')}</p>
      </div>
      {sources?.length === 0 && <p className={css.none}>{t('data.sources.none')}</p>}
      {sources && sources.length > 0 && (
        <table className={`${css.table} figures`}>
          <thead>
            <tr>
              <th scope="col">{t('data.source')}</th>
              <th scope="col">{t('data.kind')}</th>
              {columns.map(column => (
                <th key={column} scope="col" className={look(column)}>
                  {t(`data.${column}`)}
                </th>
              ))}
              <th scope="col" className={`${css.moment} ${css.spare}`}>
                {t('data.lastReceived')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(sent => (
              <tr key={`${sent.source} ${sent.kind}`}>
                <th scope="row">{sent.source}</th>
                <td>{kindName(sent.kind)}</td>
                {columns.map(column => (
                  <td key={column} className={look(column)}>
                    <span className={column === 'rejected' && sent.rejected > 0 ? css.bad : undefined}>
                      {sent[column] === 0 ? nothing : count(sent[column], language)}
                    </span>
                  </td>
                ))}
                <td className={`${css.moment} ${css.spare}`}>{moment(sent.lastReceivedAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
