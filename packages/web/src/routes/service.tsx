import '@mantine/core/styles/SegmentedControl.layer.css'
import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { scalesOf } from '../findings/bars.ts'
import { headline } from '../findings/headline.ts'
import type { CardKey, Metric } from '../findings/metric.ts'
import { type MetricKey, ServiceDocument } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import '../i18n/pages/service.ts'
import { Annotated } from '../panels/Annotated.tsx'
import { GroupPanel } from '../panels/GroupPanel.tsx'
import { MeasurePanel } from '../panels/MeasurePanel.tsx'
import page from '../panels/Page.module.css'
import { PageHead } from '../panels/PageHead.tsx'
import type { Counted } from '../panels/Reading.tsx'
import { ScopeBar } from '../panels/ScopeBar.tsx'
import segments from '../panels/segments.module.css'
import { FixCurve } from '../panels/service/FixCurve.tsx'
import { HandlingParts, HandlingSpread } from '../panels/service/Handling.tsx'
import sheets from '../panels/sheets.module.css'
import { whereOf } from './scope.ts'
import { useFigures } from './useFigures.ts'
import { useScope } from './useScope.ts'

/** What the page's sentence may tell of. */
const told: CardKey[] = ['FIRST_TIME_FIX', 'AHT', 'FIRST_RESPONSE_TIME', 'REOPEN_RATE', 'COST_PER_CONTACT']

/** By what contacts are laid apart, and which figures of the groups can be looked at. */
const splits = ['channel', 'team', 'topic', 'trigger'] as const
const measures = ['CONTACTS', 'AHT', 'FIRST_TIME_FIX', 'COST_PER_CONTACT'] as const satisfies MetricKey[]

/** The measures under the curve, three to a row. */
const rest: [MetricKey, Counted][] = [
  ['FIRST_RESPONSE_TIME', 'contacts'],
  ['RESOLUTION_TIME', 'contacts'],
  ['SLA_ATTAINMENT', 'contacts'],
  ['REOPEN_RATE', 'resolutions'],
  ['TRANSFER_RATE', 'contacts'],
  ['QUALITY_SCORE', 'contacts'],
]

const noMetrics: Metric[] = []

/** Service: what contacts are about, how long they take, whether they help, and what they cost. */
export function ServicePage() {
  const { t } = useTranslation()
  const reader = useLanguage()
  const { split } = useSearch({ from: '/service' })
  const navigate = useNavigate({ from: '/service' })
  const { scope, period, grain, comparison, where, language } = useScope()
  const fixWhere = useMemo(() => {
    // The curve refuses what it is not known by, where other figures leave it out.
    const { contacted: _, lifecycleStage: __, ...known } = scope.chosen
    return whereOf(known)
  }, [scope.chosen])
  const answer = useFigures(ServiceDocument, { period, grain, comparison, where, fixWhere, language })
  const metrics = answer.data?.metrics ?? noMetrics
  const metricOf = (key: MetricKey) => metrics.find(({ definition }) => definition.key === key)
  const measure = measures.find(key => key === split?.toUpperCase()) ?? 'CONTACTS'
  const groupsOf = (field: (typeof splits)[number]) =>
    answer.data?.[field].find(({ definition }) => definition.key === measure)
  const scales = scalesOf(splits.flatMap(field => groupsOf(field) ?? []))
  useEffect(() => {
    document.title = t('service.pageTitle')
  }, [t])
  const panel = (key: MetricKey, counted: Counted, heightPx?: number) => (
    <MeasurePanel
      answer={answer}
      metric={metricOf(key)}
      title={t('service.title')}
      counted={counted}
      grain={grain}
      lens="sv"
      {...(heightPx && { heightPx })}
    />
  )
  const nameOf = (key: MetricKey) =>
    metricOf(key)?.definition.name ?? t(`service.measure.${key as (typeof measures)[number]}`)

  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <ScopeBar />
      <PageHead sentence={headline(metrics, told, reader, t)} metrics={metrics} answer={answer} />
      <Annotated answer={answer.data}>
        <div className={sheets.grid}>
          {panel('CONTACTS', 'contacts')}
          {panel('COST_PER_CONTACT', 'contacts')}
        </div>
        <div className={sheets.heading}>
          <div>
            <h2>{t('service.split.title')}</h2>
            <p>{t('service.split.about')}</p>
          </div>
          <SegmentedControl
            aria-label={t('service.split.measure')}
            classNames={segments}
            value={measure}
            data={measures.map(key => ({ value: key, label: nameOf(key) }))}
            onChange={chosen =>
              void navigate({
                search: old => ({ ...old, split: chosen === 'CONTACTS' ? undefined : chosen.toLowerCase() }),
                resetScroll: false,
                replace: true,
              })
            }
          />
        </div>
        <div className={sheets.grid}>
          {splits.map(field => {
            const metric = groupsOf(field)
            return (
              <GroupPanel
                key={field}
                answer={answer}
                metric={metric}
                field={field}
                lens="sv"
                scale={scales.get(metric?.definition.unit ?? '')}
              />
            )
          })}
        </div>
        <div className={sheets.heading}>
          <div>
            <h2>{t('service.handling.title')}</h2>
            <p>{t('service.handling.about')}</p>
          </div>
        </div>
        <div className={`${sheets.grid} ${sheets.thirds}`}>
          {panel('AHT', 'contacts')}
          <HandlingParts answer={answer} metrics={metrics} />
          <HandlingSpread answer={answer} handling={answer.data?.handling[0]} />
        </div>
        <div className={sheets.heading}>
          <div>
            <h2>{t('service.help.title')}</h2>
            <p>{t('service.help.about')}</p>
          </div>
        </div>
        <div className={sheets.grid}>
          {panel('FIRST_TIME_FIX', 'firstContacts', 172)}
          <FixCurve answer={answer} curve={answer.data?.fixCurve} heightPx={233} />
        </div>
        <div className={`${sheets.grid} ${sheets.thirds} ${sheets.below}`}>
          {rest.map(([key, counted]) => (
            <MeasurePanel
              key={key}
              answer={answer}
              metric={metricOf(key)}
              title={t('service.title')}
              counted={counted}
              grain={grain}
              lens="sv"
            />
          ))}
        </div>
      </Annotated>
    </main>
  )
}
