import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { headline } from '../findings/headline.ts'
import { allPairs, type CardKey, keysOf, pairs, pointsOf } from '../findings/metric.ts'
import { moment, periodName } from '../format/dates.ts'
import type { Failure } from '../graphql/failure.ts'
import { useLanguage } from '../i18n/language.ts'
import { Diptych } from '../panels/Diptych.tsx'
import page from '../panels/Page.module.css'
import { ScopeBar } from '../panels/ScopeBar.tsx'
import { daysBetween } from '../time/days.ts'
import { type Scope, usualScope } from './scope.ts'
import { useDrawers } from './useDrawers.ts'
import { retrySeconds, useOverview } from './useOverview.ts'
import { useScope } from './useScope.ts'
import { useSignIn } from './useSignIn.ts'

const Mirror = lazy(() => import('../panels/mirror/Mirror.tsx'))

/** The Overview: what changed, on both sides of the hinge. */
export function Overview() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const { scope, period, change } = useScope()
  const { openDefinition, openRecords: open } = useDrawers()
  const answer = useOverview()
  const { metrics, grain, state, failure } = answer
  useSignIn(failure)
  useEffect(() => {
    document.title = t('title')
  }, [t])

  const openRecords = useCallback(
    (key: CardKey, bucket: number | null) => {
      const points = metrics.map(pointsOf).find(found => found.length > 0)
      const at = bucket === null ? null : (points?.[bucket]?.start ?? null)
      open({ key, ...(at && { at, grain }) })
    },
    [open, metrics, grain],
  )
  const all = search.pairs === 'all'
  const shown = all ? allPairs : pairs
  const longer = useCallback(() => change({ period: usualScope.period }), [change])

  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <ScopeBar grain={grain} steppedUpFrom={answer.steppedUpFrom} />
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
              <Beside scope={scope} days={daysBetween(period.from, period.to)} metrics={metrics} />
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
        against={scope.against}
        onDefinition={openDefinition}
        onRecords={openRecords}
        onRetry={answer.retry}
        onLonger={scope.period === usualScope.period ? null : longer}
      />
      <button
        type="button"
        className={`${page.button} ${page.morePairs}`}
        aria-expanded={all}
        onClick={() =>
          void navigate({
            search: old => ({ ...old, pairs: all ? undefined : 'all' }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {t(all ? 'pairs.fewer' : 'pairs.more')}
      </button>
      {(state === 'ready' || state === 'stale') && (
        <div className={page.below}>
          <Suspense>
            <Mirror />
          </Suspense>
        </div>
      )}
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
  scope,
  days,
  metrics,
}: {
  scope: Scope
  days: number
  metrics: ReturnType<typeof useOverview>['metrics']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const metric = metrics.find(({ total }) => total.compared) ?? metrics[0]
  if (!metric) return null
  const compared = metric.total.compared?.period
  if (!compared) return t('beside.alone', { period: periodName(metric.period, language) })
  if (scope.period === 'last-12-months' && daysBetween(compared.from, metric.period.from) === 364) {
    return t('beside.weeks', { count: Math.ceil(days / 7) })
  }
  return t('beside.periods', { period: periodName(metric.period, language), compared: periodName(compared, language) })
}
