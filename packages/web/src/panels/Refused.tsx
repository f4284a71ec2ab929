import { useMutation } from '@apollo/client/react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { count } from '../format/figures.ts'
import { type BooksQuery, ReplayRejectedDocument, type ReplayRejectedMutation } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import css from './Books.module.css'
import { useKindName } from './kindName.ts'
import page from './Page.module.css'

const RefusedRowsDrawer = lazy(() => import('./RefusedRowsDrawer.tsx'))

type Cause = BooksQuery['rejections'][number]

interface Props {
  causes: BooksQuery['rejections']
  /** Deliveries whose load failed for good. */
  failed: BooksQuery['failed']['nodes']
  onReplayed: () => void
}

/** Rows that were refused, by reason: what to do about it, the rows themselves, and a new try. */
export function Refused({ causes, failed, onReplayed }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const kindName = useKindName()
  const [open, setOpen] = useState<Cause | null>(null)
  const [replay, { data, loading, error }] = useMutation(ReplayRejectedDocument, { onCompleted: onReplayed })
  if (causes.length + failed.length === 0) return null
  const again = (variables: { source?: string; kind?: string; code?: string; batch?: string }) =>
    void replay({ variables }).catch(() => undefined)
  return (
    <section id="refused" tabIndex={-1} className={page.sheet}>
      <div className={css.head}>
        <h2>{t('data.refused.title')}</h2>
        <p role="status">
          {loading && t('data.refused.replaying')}
          {!loading && error && t('data.refused.failed')}
          {!loading && !error && (data ? <Outcome outcome={data.replayRejected} /> : t('data.refused.about'))}
        </p>
      </div>
      <table className={`${css.table} ${css.cards} figures`}>
        <thead>
          <tr>
            <th scope="col">{t('data.source')}</th>
            <th scope="col">{t('data.kind')}</th>
            <th scope="col" className={css.number}>
              {t('data.rows')}
            </th>
            <th scope="col" className={css.wide}>
              {t('data.refused.reason')}
            </th>
            <th scope="col" className={css.moment}>
              {t('data.lastReceived')}
            </th>
            <th scope="col">
              <span className="unseen">{t('data.refused.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {failed.map(({ id, source, kind, received, receivedAt }) => (
            <tr key={id}>
              <th scope="row">{source}</th>
              <td>{kindName(kind)}</td>
              <td className={css.number} data-unit={t('data.rowsUnit', { count: received })}>
                {count(received, language)}
              </td>
              <td className={css.wide}>
                <span className={css.bad}>{t('data.refused.loadFailed')}</span>
                <p className={css.fix}>{t('data.refused.loadFailedFix')}</p>
              </td>
              <td className={css.moment}>{moment(receivedAt, language)}</td>
              <td className={css.decide}>
                <div className={css.acts}>
                  <button type="button" className={page.button} disabled={loading} onClick={() => again({ batch: id })}>
                    {t('data.refused.replay')}
                  </button>
                </div>
              </td>
            </tr>
          ))}
          {causes.map(cause => (
            <tr key={`${cause.source} ${cause.kind} ${cause.code} ${cause.path}`}>
              <th scope="row">{cause.source}</th>
              <td>{kindName(cause.kind)}</td>
              <td className={css.number} data-unit={t('data.rowsUnit', { count: cause.count })}>
                {count(cause.count, language)}
              </td>
              <td className={css.wide}>
                {cause.path ? `${cause.path}: ${cause.message}` : cause.message}
                <p className={css.fix}>{cause.fix}</p>
              </td>
              <td className={css.moment}>{moment(cause.lastReceivedAt, language)}</td>
              <td className={css.decide}>
                <div className={css.acts}>
                  <button type="button" className={page.button} onClick={() => setOpen(cause)}>
                    {t('data.refused.rows')}
                  </button>
                  <button
                    type="button"
                    className={page.button}
                    disabled={loading}
                    onClick={() => again({ source: cause.source, kind: cause.kind, code: cause.code })}
                  >
                    {t('data.refused.replay')}
                  </button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Suspense>{open && <RefusedRowsDrawer cause={open} onClose={() => setOpen(null)} />}</Suspense>
    </section>
  )
}

function Outcome({ outcome }: { outcome: ReplayRejectedMutation['replayRejected'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { replayed, rejected, finished } = outcome
  const taken = count(replayed - rejected, language)
  const words = t('data.refused.replayed', { count: replayed, shown: count(replayed, language), taken })
  return <>{finished ? words : `${words} ${t('data.refused.unfinished')}`}</>
}
