import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { count } from '../format/figures.ts'
import type { BooksQuery } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import css from './Books.module.css'
import { useKindName } from './kindName.ts'
import page from './Page.module.css'

/** Records that cannot stand alone and whose contact has not come; nothing is shown where there are none. */
export function Waiting({ waiting }: { waiting: BooksQuery['waiting'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const kindName = useKindName()
  if (waiting.length === 0) return null
  return (
    <section className={page.sheet}>
      <div className={css.head}>
        <h2>{t('data.waits.title')}</h2>
        <p>{t('data.waits.about')}</p>
      </div>
      <table className={`${css.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{t('data.source')}</th>
            <th scope="col">{t('data.kind')}</th>
            <th scope="col" className={css.number}>
              {t('data.rows')}
            </th>
            <th scope="col" className={css.moment}>
              {t('data.waits.since')}
            </th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ source, kind, count: rows, since }) => (
            <tr key={`${source} ${kind}`}>
              <th scope="row">{source}</th>
              <td>{kindName(kind)}</td>
              <td className={css.number}>{count(rows, language)}</td>
              <td className={css.moment}>{moment(since, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
