import { useTranslation } from 'react-i18next'
import type { PageState } from '../findings/card.ts'
import type { Metric } from '../findings/metric.ts'
import { moment, periodName } from '../format/dates.ts'
import type { Failure } from '../graphql/failure.ts'
import { useLanguage } from '../i18n/language.ts'
import page from './Page.module.css'

type Props = {
  /** What the page says once its figures are there. */
  sentence: string
  metric: Metric | undefined
  state: PageState
  failure: Failure | null
  onRetry: () => void
}

/** What a page has to say, over which days, and how fresh it is. */
export function PageHead({ sentence, metric, state, failure, onRetry }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const compared = metric?.total.compared?.period
  const period = metric && periodName(metric.period, language)
  return (
    <div className={page.lede}>
      <div>
        <h1>{state === 'loading' ? t('headline.loading') : state === 'failed' ? t('headline.failed') : sentence}</h1>
        <p className={`${page.beside} figures`}>
          {state === 'failed' && failure ? (
            <>
              {t(failure.kind === 'offline' ? 'face.offline' : 'face.failedAll')}{' '}
              <button type="button" className={page.act} onClick={onRetry}>
                {t('face.retry')}
              </button>
              {failure.requestId && ` · ${t('face.request', { id: failure.requestId })}`}
            </>
          ) : (
            period &&
            (compared
              ? t('beside.periods', { period, compared: periodName(compared, language) })
              : t('beside.alone', { period }))
          )}
        </p>
      </div>
      {metric && (
        <span className={`${page.fresh} ${state === 'stale' ? page.gone : ''} figures`}>
          <i aria-hidden="true" />
          {t('asOf', { at: moment(metric.asOf, language) })}
        </span>
      )}
    </div>
  )
}
