import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { headline } from '../findings/headline.ts'
import { allPairs, type CardKey, keysOf, pairs, pointsOf } from '../findings/metric.ts'
import { capitalised } from '../findings/phrase.ts'
import { moment, periodName } from '../format/dates.ts'
import type { Failure } from '../graphql/failure.ts'
import { useLanguage } from '../i18n/language.ts'
import { Diptych } from '../panels/Diptych.tsx'
import { Filters } from '../panels/Filters.tsx'
import page from '../panels/Page.module.css'
import { daysBetween, today } from '../time/days.ts'
import { daysOf, readAddress, usualView, type View, writeAddress } from './address.ts'
import { retrySeconds, useOverview } from './useOverview.ts'
import { useSignIn } from './useSignIn.ts'

const DefinitionDrawer = lazy(() => import('../panels/DefinitionDrawer.tsx'))
const RecordsDrawer = lazy(() => import('../panels/RecordsDrawer.tsx'))

/** The Overview: what changed, on both sides of the hinge. */
export function Overview() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const { view, broken } = useMemo(() => readAddress(search), [search])
  const on = today()
  const period = useMemo(() => daysOf(view, on), [view.period, on])
  const answer = useOverview(view, period)
  const { metrics, grain, state, failure } = answer

  const change = useCallback(
    (changed: Partial<View>, replace = false) =>
      void navigate({
        search: old => writeAddress({ ...readAddress(old).view, ...changed }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  )
  useSignIn(failure)
  useEffect(() => {
    document.title = t('title')
  }, [t])

  const openDefinition = useCallback((definition: CardKey) => change({ definition, records: null }), [change])
  const openRecords = useCallback(
    (key: CardKey, bucket: number | null) => {
      const points = metrics.map(pointsOf).find(found => found.length > 0)
      const at = bucket === null ? null : (points?.[bucket]?.start ?? null)
      change({ records: { key, at }, definition: null })
    },
    [change, metrics],
  )
  const shown = view.pairs === 'all' ? allPairs : pairs
  const longer = useCallback(() => change({ period: usualView.period }), [change])
  const nameOf = (key: CardKey) =>
    metrics.find(metric => metric.definition.key === key)?.definition.name ?? capitalised(t(`metric.${key}.word`))

  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <Filters view={view} grain={grain} steppedUpFrom={answer.steppedUpFrom} onChange={change} />
      {broken.length > 0 && (
        <p className={page.notice} role="status">
          {t('brokenAddress', { names: broken.join(', ') })}
        </p>
      )}
      <div className={page.lede}>
        <div>
          <h1>
            {state === 'loading'
              ? t('headline.loading')
              : state === 'failed'
                ? t('headline.failed')
                : headline(metrics, keysOf(shown), language, t)}
          </h1>
          <p className={`${page.beside} figures`}>
            {state === 'failed' && failure ? (
              <Failed failure={failure} onRetry={answer.retry} />
            ) : (
              <Beside view={view} days={daysBetween(period.from, period.to)} metrics={metrics} />
            )}
          </p>
        </div>
        {metrics[0] && (
          <span className={`${page.fresh} ${state === 'stale' ? page.gone : ''} figures`}>
            <i aria-hidden="true" />
            {t('asOf', { at: moment(metrics[0].asOf, language) })}
          </span>
        )}
      </div>
      <Diptych
        pairs={shown}
        metrics={metrics}
        state={state}
        failure={failure}
        fetchedAt={answer.fetchedAt}
        retrySeconds={retrySeconds}
        grain={grain}
        period={period}
        against={view.against}
        onDefinition={openDefinition}
        onRecords={openRecords}
        onRetry={answer.retry}
        onLonger={view.period === usualView.period ? null : longer}
      />
      <button
        type="button"
        className={`${page.button} ${page.morePairs}`}
        aria-expanded={view.pairs === 'all'}
        onClick={() => change({ pairs: view.pairs === 'all' ? null : 'all' }, true)}
      >
        {t(view.pairs === 'all' ? 'pairs.fewer' : 'pairs.more')}
      </button>
      <Suspense>
        {view.definition && (
          <DefinitionDrawer metricKey={view.definition} onClose={() => change({ definition: null })} />
        )}
        {view.records && (
          <RecordsDrawer
            metricKey={view.records.key}
            name={nameOf(view.records.key)}
            at={view.records.at}
            grain={grain}
            period={period}
            onClose={() => change({ records: null })}
          />
        )}
      </Suspense>
    </main>
  )
}

/** Nothing came at all: said once, with the way out and the number to call about. */
function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      {t(failure.kind === 'offline' ? 'face.offline' : 'face.failedAll')}{' '}
      <button type="button" className={page.act} onClick={onRetry}>
        {t('face.retry')}
      </button>
      {failure.requestId && ` · ${t('face.request', { id: failure.requestId })}`}
    </>
  )
}

/** Both periods in one line. Rolling weeks are counted; anything else is named by its days. */
function Beside({
  view,
  days,
  metrics,
}: {
  view: View
  days: number
  metrics: ReturnType<typeof useOverview>['metrics']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const metric = metrics.find(({ total }) => total.compared) ?? metrics[0]
  if (!metric) return null
  const compared = metric.total.compared?.period
  if (!compared) return t('beside.alone', { period: periodName(metric.period, language) })
  if (view.period === 'last-12-months' && daysBetween(compared.from, metric.period.from) === 364) {
    return t('beside.weeks', { count: Math.ceil(days / 7) })
  }
  return t('beside.periods', { period: periodName(metric.period, language), compared: periodName(compared, language) })
}
