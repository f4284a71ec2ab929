import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { count } from '../format/figures.ts'
import { type BooksQuery, RejectedRowsDocument } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import books from './Books.module.css'
import css from './drawer.module.css'
import { SideDrawer } from './SideDrawer.tsx'

type Props = { cause: BooksQuery['rejections'][number]; onClose: () => void }

/** The rows that were refused for one reason, as they were sent. */
export default function RefusedRowsDrawer({ cause, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { source, kind, code, path } = cause
  const variables = { source, kind, code, path }
  const { data, error, fetchMore } = useQuery(RejectedRowsDocument, { variables, fetchPolicy: 'no-cache' })
  const rows = data?.rejectedRows
  const more = () =>
    fetchMore({
      variables: { ...variables, after: rows?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { rejectedRows } }) => ({
        rejectedRows: { ...rejectedRows, nodes: [...before.rejectedRows.nodes, ...rejectedRows.nodes] },
      }),
    })
  return (
    <SideDrawer title={cause.message} size={640} onClose={onClose}>
      <p className={`${css.lead} figures`}>
        {cause.fix}
        {rows &&
          ` · ${t('records.shown', { shown: count(rows.nodes.length, language), total: count(cause.count, language) })}`}
      </p>
      {error && <p className={css.lead}>{t('face.offline')}</p>}
      {rows?.nodes.map(row => (
        <article key={`${row.batchId} ${row.position}`} className={books.row}>
          <p className={`${css.lead} figures`}>
            {t('data.refused.line', { line: count(row.line, language), at: moment(row.receivedAt, language) })}
            {row.path && ` · ${row.path}`}
          </p>
          <pre>{row.text}</pre>
        </article>
      ))}
      {rows?.pageInfo.hasNextPage && (
        <button type="button" className={css.more} onClick={more}>
          {t('records.more')}
        </button>
      )}
    </SideDrawer>
  )
}
