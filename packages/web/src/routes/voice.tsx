import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { scaleOf } from '../charts/line.ts'
import { scalesOf } from '../findings/bars.ts'
import { headline } from '../findings/headline.ts'
import { type CardKey, type Metric, pointsOf } from '../findings/metric.ts'
import { type MetricKey, VoiceDocument } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import '../i18n/pages/voice.ts'
import { Annotated } from '../panels/Annotated.tsx'
import { GroupPanel } from '../panels/GroupPanel.tsx'
import { MeasurePanel } from '../panels/MeasurePanel.tsx'
import page from '../panels/Page.module.css'
import { PageHead } from '../panels/PageHead.tsx'
import { ScopeBar } from '../panels/ScopeBar.tsx'
import sheets from '../panels/sheets.module.css'
import { AnswersPanel } from '../panels/voice/AnswersPanel.tsx'
import { NpsSplit } from '../panels/voice/NpsSplit.tsx'
import { useFigures } from './useFigures.ts'
import { useScope } from './useScope.ts'

/** What the page's sentence may tell of. */
const told: CardKey[] = ['RELATIONAL_NPS', 'TRANSACTIONAL_NPS', 'CSAT', 'CES']

const byTouchpoint: MetricKey[] = ['TRANSACTIONAL_NPS', 'CES', 'CSAT', 'RESPONSE_RATE']

/** The pigment of the side that a metric belongs to. */
const lensOf = (key: MetricKey): 'cx' | 'sv' => (key === 'TRANSACTIONAL_NPS' ? 'sv' : 'cx')

const noMetrics: Metric[] = []

/** Voice: what customers say of it, as figures and in their own words. */
export function VoicePage() {
  const { t } = useTranslation()
  const reader = useLanguage()
  const { period, grain, comparison, where, language } = useScope()
  const answer = useFigures(VoiceDocument, { period, grain, comparison, where, language })
  const metrics = answer.data?.metrics ?? noMetrics
  useEffect(() => {
    document.title = t('voice.pageTitle')
  }, [t])
  const scales = scalesOf(answer.data?.touchpoint ?? [])
  const npsScale = useMemo(() => {
    const both = metrics.filter(({ definition }) => definition.unit === 'points')
    return both[0] && scaleOf(both.map(pointsOf), both[0].period.from)
  }, [metrics])
  const measure = (key: MetricKey, heightPx?: number) => ({
    answer,
    metric: metrics.find(({ definition }) => definition.key === key),
    title: t('voice.title'),
    counted: 'answers' as const,
    grain,
    lens: lensOf(key),
    ...(heightPx && { heightPx }),
  })
  const binsOf = (key: MetricKey) =>
    answer.data?.answers.find(({ definition }) => definition.key === key)?.total.distribution
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <ScopeBar />
      <PageHead sentence={headline(metrics, told, reader, t)} metrics={metrics} answer={answer} />
      <Annotated answer={answer.data}>
        <div className={sheets.grid}>
          <MeasurePanel {...measure('RELATIONAL_NPS', 172)} scale={npsScale}>
            <NpsSplit bins={binsOf('RELATIONAL_NPS')} lens="cx" />
          </MeasurePanel>
          <MeasurePanel {...measure('TRANSACTIONAL_NPS', 172)} scale={npsScale}>
            <NpsSplit bins={binsOf('TRANSACTIONAL_NPS')} lens="sv" />
          </MeasurePanel>
        </div>
        <div className={`${sheets.grid} ${sheets.thirds} ${sheets.below}`}>
          <MeasurePanel {...measure('CSAT')} />
          <MeasurePanel {...measure('CES')} />
          <MeasurePanel {...measure('RESPONSE_RATE')} counted="surveys" />
        </div>
        <div className={sheets.heading}>
          <div>
            <h2>{t('voice.touchpoint.title')}</h2>
            <p>{t('voice.touchpoint.about')}</p>
          </div>
        </div>
        <div className={sheets.grid}>
          {byTouchpoint.map(key => {
            const metric = answer.data?.touchpoint.find(({ definition }) => definition.key === key)
            return (
              <GroupPanel
                key={key}
                answer={answer}
                metric={metric}
                field="touchpoint"
                lens={lensOf(key)}
                scale={scales.get(metric?.definition.unit ?? '')}
                {...(metric && { title: t('voice.touchpoint.by', { name: metric.definition.name }) })}
              />
            )
          })}
        </div>
        <AnswersPanel />
      </Annotated>
    </main>
  )
}
