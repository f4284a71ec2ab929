import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { headline } from '../findings/headline.ts'
import { allPairs, type CardKey, keysOf, pairs, pointsOf } from '../findings/metric.ts'
import { useLanguage } from '../i18n/language.ts'
import { Annotated } from '../panels/Annotated.tsx'
import { Diptych } from '../panels/Diptych.tsx'
import { DemoHint } from '../panels/help/DemoHint.tsx'
import page from '../panels/Page.module.css'
import { PageHead } from '../panels/PageHead.tsx'
import { ScopeBar } from '../panels/ScopeBar.tsx'
import { usualScope } from './scope.ts'
import { useDrawers } from './useDrawers.ts'
import { useOverview } from './useOverview.ts'
import { useScope } from './useScope.ts'

const Mirror = lazy(() => import('../panels/mirror/Mirror.tsx'))

/** The Overview: what changed, on both sides of the hinge. */
export function Overview() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const { scope, period, change } = useScope()
  const { openDefinition, openRecords: open } = useDrawers()
  const all = search.pairs === 'all'
  const answer = useOverview(all)
  const { metrics, grain, state, failure } = answer
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
  const shown = all ? allPairs : pairs
  const longer = useCallback(() => change({ period: usualScope.period }), [change])

  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <ScopeBar grain={grain} steppedUpFrom={answer.steppedUpFrom} />
      <PageHead sentence={headline(metrics, keysOf(shown), language, t)} metrics={metrics} answer={answer} />
      <Annotated answer={answer.data} className={page.stackedOnly}>
        <Diptych
          pairs={shown}
          metrics={metrics}
          state={answer.pairsState}
          failure={failure}
          fetchedAt={answer.fetchedAt}
          grain={grain}
          period={period}
          against={scope.against}
          onDefinition={openDefinition}
          onRecords={openRecords}
          onRetry={answer.retry}
          onLonger={scope.period === usualScope.period ? null : longer}
        />
      </Annotated>
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
      {answer.data?.me.seesDemo && <DemoHint />}
    </main>
  )
}
