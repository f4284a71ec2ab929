import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotations } from '../charts/annotations.ts'
import { Trend } from '../charts/Trend.tsx'
import { faceOf, notationOf } from '../findings/card.ts'
import { type Metric, pointsOf } from '../findings/metric.ts'
import { useLanguage } from '../i18n/language.ts'
import { useDrawers } from '../routes/useDrawers.ts'
import type { Figures } from '../routes/useFigures.ts'
import type { Grain } from '../time/periods.ts'
import { Panel } from './Panel.tsx'
import { type Counted, Reading } from './Reading.tsx'
import { trendTable } from './trendTable.ts'
import { useUnfiltered } from './useUnfiltered.ts'

export type PageAnswer = Pick<Figures<unknown>, 'state' | 'failure' | 'retry'>

type Props = {
  answer: PageAnswer
  metric: Metric | undefined
  /** What stands above it while the metric's own name has not come. */
  title: string
  counted: Counted
  grain: Grain
  lens: 'cx' | 'sv'
  about?: string
  heightPx?: number
  /** What its axis spans, where panels beside it share one. */
  scale?: readonly number[] | undefined
  /** What stands under its line. */
  children?: ReactNode
}

/** One metric: its figure, and its line over time. */
export function MeasurePanel({
  answer,
  metric,
  title,
  counted,
  grain,
  lens,
  about,
  heightPx = 132,
  scale,
  children,
}: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openDefinition, openRecords } = useDrawers()
  const notation = useMemo(() => (metric ? notationOf(metric, language) : null), [metric, language])
  const annotations = useAnnotations(lens)
  const unfiltered = useUnfiltered(metric?.notFilteredBy)
  return (
    <Panel
      title={metric?.definition.name ?? title}
      about={unfiltered?.sentence ?? about ?? ''}
      lens={lens}
      state={
        metric ? (answer.state === 'stale' ? 'stale' : 'ready') : answer.state === 'loading' ? 'loading' : 'failed'
      }
      failure={answer.failure}
      onRetry={answer.retry}
      height={heightPx + 91}
      explorable={metric && { keys: [metric.definition.key], grain }}
      {...(metric && notation && { table: trendTable(metric, notation, grain, annotations, t) })}
    >
      {metric && notation && (
        <>
          <Reading metric={metric} counted={counted} />
          {pointsOf(metric).some(({ value }) => value.value !== null) && (
            <Trend
              name={metric.definition.name}
              points={pointsOf(metric)}
              period={metric.period}
              grain={grain}
              notation={notation}
              lens={lens}
              few={faceOf(metric, 'ready') === 'few'}
              heightPx={heightPx}
              scale={scale}
              onDefinition={() => openDefinition(metric.definition.key)}
              onRecords={at => openRecords({ key: metric.definition.key, at, grain })}
            />
          )}
          {children}
        </>
      )}
    </Panel>
  )
}
