import { useTranslation } from 'react-i18next'
import type { Metric } from '../findings/metric.ts'
import { moment, periodName } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Answer } from '../routes/useFigures.ts'
import { useScope } from '../routes/useScope.ts'
import { daysBetween } from '../time/days.ts'
import { ExportMenu } from './export/ExportMenu.tsx'
import { standingOf } from './export/shown.ts'
import { Failed } from './Failed.tsx'
import page from './Page.module.css'

type Props = {
  /** What the page says once its figures are there. */
  sentence: string
  metrics: readonly Metric[]
  answer: Answer
}

/** What a page has to say, over which days, and how fresh it is. */
export function PageHead({ sentence, metrics, answer: { state, failure, retry } }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const metric = metrics.find(({ total }) => total.compared) ?? metrics[0]
  return (
    <div className={page.lede}>
      <div>
        <h1>{state === 'loading' ? t('headline.loading') : state === 'failed' ? t('headline.failed') : sentence}</h1>
        <p className={`${page.beside} figures`}>
          {state === 'failed' ? (
            <Failed failure={failure} onRetry={retry} />
          ) : (
            metric && <Beside period={metric.period} compared={metric.total.compared?.period} />
          )}
        </p>
      </div>
      {metric && (
        <div className={page.side}>
          <span className={`${page.fresh} ${state === 'stale' ? page.gone : ''} figures`}>
            <i aria-hidden="true" />
            {t('asOf', { at: moment(metric.asOf, language) })}
          </span>
          <ExportMenu standing={standingOf(metric)} />
        </div>
      )}
    </div>
  )
}

type BesideProps = { period: Metric['period']; compared: Metric['period'] | undefined }

/** Both periods in one line. Rolling weeks are counted; anything else is named by its days. */
function Beside({ period, compared }: BesideProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scope } = useScope()
  const name = periodName(period, language)
  if (!compared) return t('beside.alone', { period: name })
  if (scope.period === 'last-12-months' && daysBetween(compared.from, period.from) === 364) {
    return t('beside.weeks', { count: Math.ceil(daysBetween(period.from, period.to) / 7) })
  }
  return t('beside.periods', { period: name, compared: periodName(compared, language) })
}
