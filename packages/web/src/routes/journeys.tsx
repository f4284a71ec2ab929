import '../i18n/pages/journeys.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  JourneyFiguresDocument,
  JourneyFlowDocument,
  type JourneyFlowQuery,
  JourneyFunnelDocument,
  type JourneyFunnelQuery,
  JourneyMapsDocument,
} from '../graphql/generated/graphql.ts'
import { FlowPanel, pointName } from '../panels/journeys/FlowPanel.tsx'
import { FunnelPanel, readWindow } from '../panels/journeys/FunnelPanel.tsx'
import css from '../panels/journeys/Journeys.module.css'
import type { Behind } from '../panels/journeys/JourneysDrawer.tsx'
import { chosenMap, type JourneyMap } from '../panels/journeys/journey.ts'
import { MapPanel } from '../panels/journeys/MapPanel.tsx'
import type { FlowAt } from '../panels/journeys/ways.ts'
import page from '../panels/Page.module.css'
import { PageHead } from '../panels/PageHead.tsx'
import { ScopeBar } from '../panels/ScopeBar.tsx'
import { type Chosen, type FilterField, whereOf } from './scope.ts'
import { type Figures, useFigures } from './useFigures.ts'
import { useScope } from './useScope.ts'

const JourneysDrawer = lazy(() => import('../panels/journeys/JourneysDrawer.tsx'))

/** What a journey is known by; the rest of the scope says nothing of it. */
const ofJourneys: readonly FilterField[] = ['brand', 'segment', 'country']

/** The journey as it was designed, and as customers went it. */
export function JourneysPage() {
  const { t } = useTranslation()
  const maps = useFigures(JourneyMapsDocument, {})
  const { map: id } = useSearch({ from: '/journeys' })
  const map = chosenMap(maps.data?.journeyMaps.nodes ?? [], id)
  useEffect(() => {
    document.title = t('journeys.pageTitle')
  }, [t])
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <ScopeBar />
      {map ? (
        <Journeys maps={maps.data?.journeyMaps.nodes ?? []} map={map} />
      ) : (
        <>
          <PageHead sentence={t('journeys.none')} metrics={[]} answer={maps} />
          {maps.state === 'ready' && <p>{t('journeys.noneMore', { address: '/ingest/journey-maps' })}</p>}
        </>
      )}
    </main>
  )
}

function Journeys({ maps, map }: { maps: readonly JourneyMap[]; map: JourneyMap }) {
  const { t } = useTranslation()
  const { scope, period, grain, comparison, language } = useScope()
  const { window, way, reached } = useSearch({ from: '/journeys' })
  const navigate = useNavigate({ from: '/journeys' })
  const open = useCallback(
    (behind: { way?: string; reached?: string }) =>
      void navigate({ search: ({ way: _, reached: __, ...old }) => ({ ...old, ...behind }), resetScroll: false }),
    [navigate],
  )
  const openWay = useCallback((from: FlowAt, to: FlowAt) => open({ way: `${from.id},${to.id}` }), [open])
  const openStep = useCallback((touchpoint: string) => open({ reached: touchpoint }), [open])
  const chosen = { ...scope.chosen, journeyMap: [map.id] }
  const known = Object.entries(scope.chosen).filter(([field]) => ofJourneys.includes(field as FilterField))
  const where = whereOf(Object.fromEntries(known) as Chosen)
  const figures = useFigures(JourneyFiguresDocument, { period, grain, comparison, where: whereOf(chosen), language })
  const funnel = useFigures(JourneyFunnelDocument, { map: map.id, period, where, windowDays: readWindow(window) })
  const flow = useFigures(JourneyFlowDocument, { map: map.id, period, where })
  const steps = funnel.data?.journeyFunnel?.steps ?? []
  const opened = useBehind(way, reached, readWindow(window), flow.data?.journeyFlow.steps ?? [], steps)
  const isPart = known.length < Object.keys(scope.chosen).length
  const note = isPart ? t('journeys.notFiltered') : null
  return (
    <>
      <PageHead sentence={useSentence(map, funnel)} metrics={figures.data?.metrics ?? []} answer={figures} />
      {maps.length > 1 && <Maps maps={maps} map={map} />}
      <div className={css.sheets}>
        <MapPanel map={map} answer={figures} />
        <FunnelPanel answer={funnel} note={note} onOpen={openStep} />
        <FlowPanel map={map} answer={flow} note={note} onOpen={openWay} />
      </div>
      {opened && (
        <Suspense>
          <JourneysDrawer {...opened} map={map.id} period={period} where={where} onClose={() => open({})} />
        </Suspense>
      )}
    </>
  )
}

type FlowSteps = JourneyFlowQuery['journeyFlow']['steps']
type FunnelSteps = NonNullable<JourneyFunnelQuery['journeyFunnel']>['steps']

/** Whose journeys an address opens, once it is known what they are called. Null: nobody's. */
function useBehind(
  way: string | undefined,
  reached: string | undefined,
  windowDays: number | null,
  flow: FlowSteps,
  funnel: FunnelSteps,
): { behind: Behind; title: string } | null {
  const { t } = useTranslation()
  const step = way && flow.find(({ from, to }) => `${from.id},${to.id}` === way)
  if (step) {
    const { from, to } = step
    const title = t('journeys.behind.way', { from: pointName(from, t), to: pointName(to, t) })
    return { behind: { from: from.id, to: to.id }, title }
  }
  const touchpoint = reached && funnel.find(one => one.touchpoint?.id === reached)?.touchpoint
  if (!touchpoint) return null
  const title = t('journeys.behind.step', { name: touchpoint.name })
  return { behind: { touchpoint: touchpoint.id, windowDays }, title }
}

function Maps({ maps, map }: { maps: readonly JourneyMap[]; map: JourneyMap }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  return (
    <fieldset className={css.maps} data-on-screen-only>
      <legend className="unseen">{t('journeys.map')}</legend>
      {maps.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === map.id}
          onClick={() => void navigate({ to: '.', search: { ...search, map: id }, resetScroll: false })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}

/** How far journeys come, and the required step before which most of them are lost. */
function useSentence({ name }: JourneyMap, { data }: Figures<JourneyFunnelQuery>): string {
  const { t } = useTranslation()
  const funnel = data?.journeyFunnel
  const required = funnel?.steps.filter(({ optional }) => !optional) ?? []
  const counts = [funnel?.journeys, ...required.map(({ journeys }) => journeys)]
  const [whole, reached, last] = [counts[0], counts.at(-1), required.at(-1)?.touchpoint]
  if (!whole || reached == null || !last) return t('journeys.headlinePlain', { map: name })
  const lost = required.map((step, at) => ({ step, lost: (counts[at] ?? 0) - (step.journeys ?? 0) }))
  const worst = lost.toSorted((one, other) => other.lost - one.lost)[0]?.step.touchpoint?.name
  if (!worst) return t('journeys.headlinePlain', { map: name })
  return t('journeys.headline', { reached: Math.round((100 * reached) / whole), last: last.name, step: worst })
}
