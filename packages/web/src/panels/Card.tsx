import { IconRefresh } from '@tabler/icons-react'
import { memo, useDeferredValue, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotations } from '../charts/annotations.ts'
import { linePoints } from '../charts/line.ts'
import { useTimeline } from '../charts/timeline.ts'
import { type Face, faceOf, notationOf, type PageState, sampleOf } from '../findings/card.ts'
import { type CardKey, exploredBy, type Metric, pointsOf } from '../findings/metric.ts'
import type { Failure } from '../graphql/failure.ts'
import { useLanguage } from '../i18n/language.ts'
import { useScope } from '../routes/useScope.ts'
import type { Grain } from '../time/periods.ts'
import css from './Card.module.css'
import chartCss from './Chart.module.css'
import { Chart, Wave } from './Chart.tsx'
import { ExploreLink } from './ExploreLink.tsx'
import { useShown } from './export/shown.ts'
import figuresCss from './Figures.module.css'
import { Figures } from './Figures.tsx'
import { trendTable } from './trendTable.ts'

export type CardActions = {
  onDefinition: (key: CardKey) => void
  onRecords: (key: CardKey, bucket: number | null) => void
  onRetry: () => void
  /** Null when the period is already as long as the cure. */
  onLonger: (() => void) | null
}

type Props = CardActions & {
  cardKey: CardKey
  lens: 'cx' | 'sv'
  metric: Metric | undefined
  state: PageState
  failure: Failure | null
  fetchedAt: Date | null
  per: 'WEEK' | 'MONTH' | 'YEAR'
  grain: Grain
  row: number
}

/** One metric: its figures and its line, on the leaf of its lens. */
export const Card = memo(function Card(props: Props) {
  const { cardKey, lens, metric, state, row } = props
  const face = faceOf(metric, state)
  const nameId = useId()
  const { t } = useTranslation()
  const language = useLanguage()
  const annotations = useAnnotations(lens)
  // Figures are read first: lines are drawn behind them, a slice at a time.
  const drawn = useDeferredValue(props)
  const body = useMemo(() => <Body {...drawn} face={faceOf(drawn.metric, drawn.state)} />, [drawn])
  const element = useRef<HTMLElement>(null)
  const explore = useRef<HTMLAnchorElement>(null)
  useShown(
    metric
      ? {
          title: metric.definition.name,
          element,
          table: () => trendTable(metric, notationOf(metric, language), props.grain, annotations, t),
        }
      : null,
  )
  return (
    <article
      ref={element}
      className={`${css.card} ${css[lens]} ${figuresCss[lens]}`}
      style={{ gridRow: row }}
      aria-labelledby={face === 'loading' ? undefined : nameId}
      aria-busy={face === 'loading'}
      onKeyDown={event => {
        if (event.key.toLowerCase() === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey)
          explore.current?.click()
      }}
    >
      <div className={css.figures}>
        <Figures
          cardKey={cardKey}
          metric={metric}
          face={face}
          per={props.per}
          fetchedAt={props.fetchedAt}
          nameId={nameId}
          onDefinition={() => props.onDefinition(cardKey)}
          onRecords={() => props.onRecords(cardKey, null)}
        />
      </div>
      <div className={css.chart}>
        {body}
        {metric && ['normal', 'few', 'stale'].includes(face) && (
          <ExploreLink
            ref={explore}
            asked={{ keys: [cardKey], grain: props.grain, params: exploredBy(metric) }}
            of={metric.definition.name}
            className={css.explore}
            skipped
          />
        )}
      </div>
    </article>
  )
})

function Body(props: Props & { face: Face }) {
  const { face, metric, lens } = props
  if (face === 'loading') {
    return (
      <div className={chartCss[lens]}>
        <Wave lens={lens} />
      </div>
    )
  }
  // When nothing came at all the page says so once, above the leaves.
  if (face === 'failed' && props.failure) return <div className={chartCss.message} />
  // Of some metrics the whole period is no figure, and its steps are.
  const isDrawn = metric && pointsOf(metric).some(({ value }) => value.value !== null)
  if (face === 'failed' || (face === 'empty' && !isDrawn) || face === 'withheld' || !metric)
    return <Message {...props} />
  return <Drawn {...props} metric={metric} />
}

function Drawn({ cardKey, lens, metric, face, onDefinition, onRecords }: Props & { metric: Metric; face: Face }) {
  const language = useLanguage()
  const { buckets } = useTimeline()
  const notation = useMemo(() => notationOf(metric, language), [metric, language])
  const points = useMemo(() => linePoints(pointsOf(metric), buckets, metric.period.from), [metric, buckets])
  return (
    <Chart
      name={metric.definition.name}
      points={points}
      notation={notation}
      lens={lens}
      few={face === 'few'}
      stale={face === 'stale'}
      onDefinition={() => onDefinition(cardKey)}
      onRecords={bucket => onRecords(cardKey, bucket)}
    />
  )
}

/** What is missing, that the rest stands, and what to do about it. */
function Message({ cardKey, lens, metric, face, onRetry, onLonger }: Props & { face: Face }) {
  const { t } = useTranslation()
  const { scope, change } = useScope()
  const sample = sampleOf(cardKey)
  const isFilteredAway = face === 'empty' && !metric?.total.n && Object.keys(scope.chosen).length > 0
  const words =
    face === 'withheld'
      ? t('face.tooFewFor', { min: metric?.definition.minSample ?? 30, counted: t(`face.plural.${sample}`) })
      : face === 'empty' && metric?.total.n
        ? t('face.noTotal')
        : isFilteredAway
          ? t(`face.filtered.${sample}`)
          : face === 'empty'
            ? `${t(`face.empty.${sample}`)} ${t('face.emptyNext', { command: 'pnpm\u00a0tweeluik\u00a0import' })}`
            : t('face.failed')
  return (
    <div className={`${chartCss.message} ${lens === 'cx' ? chartCss.left : ''}`}>
      <p>{words}</p>
      {face === 'failed' ? (
        <button type="button" className={chartCss.act} onClick={onRetry}>
          <IconRefresh size={14} stroke={1.75} aria-hidden="true" />
          {t('face.retry')}
        </button>
      ) : isFilteredAway ? (
        <button type="button" className={chartCss.act} onClick={() => change({ chosen: {} })}>
          {t('panel.unfilter')}
        </button>
      ) : (
        onLonger && (
          <button type="button" className={chartCss.act} onClick={onLonger}>
            {t('face.longer')}
          </button>
        )
      )}
    </div>
  )
}
