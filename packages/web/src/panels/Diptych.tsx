import { useMediaQuery } from '@mantine/hooks'
import { type CSSProperties, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createCrosshair } from '../charts/crosshair.ts'
import { TimeAxis } from '../charts/TimeAxis.tsx'
import { bucketsOf, TimelineContext } from '../charts/timeline.ts'
import { notationOf, type PageState } from '../findings/card.ts'
import { verdictOf } from '../findings/change.ts'
import type { Side } from '../findings/hinge.ts'
import type { CardKey, Metric, Pair } from '../findings/metric.ts'
import { bucketName } from '../format/dates.ts'
import type { Failure } from '../graphql/failure.ts'
import { useLanguage } from '../i18n/language.ts'
import { usePrinting } from '../theme/printing.ts'
import { yearOf } from '../time/days.ts'
import { type ComparedWith, type Grain, type Period, perOf } from '../time/periods.ts'
import { AnnotationHead } from './AnnotationHead.tsx'
import { Card, type CardActions } from './Card.tsx'
import { CrosshairLine } from './CrosshairLine.tsx'
import css from './Diptych.module.css'
import { bucketsPerMonth, type Frame, FrameContext, useWidth } from './frame.ts'
import { Hinge } from './Hinge.tsx'
import { Legend } from './Legend.tsx'

type Props = CardActions & {
  pairs: readonly Pair[]
  metrics: Metric[]
  state: PageState
  failure: Failure | null
  fetchedAt: Date | null
  grain: Grain
  period: Period
  against: ComparedWith
}

/** Room for tick labels at the outer edge of a leaf, in px. */
const axisRoom = 40

/** A chart on paper, where the diptych is laid out 1376 px wide and then reduced to the sheet. */
const paperChartWidth = 344

/** The two leaves on their hinge: rows of pairs between one axis at the head and one at the foot. */
export function Diptych({ pairs, metrics, state, grain, period, against, ...actions }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const printing = usePrinting()
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false })
  const narrowest = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false })
  const stacked = narrow && !printing
  const phone = narrowest && !printing
  const [probe, measured] = useWidth<HTMLDivElement>()
  const width = printing ? paperChartWidth : measured
  const live = useRef<HTMLDivElement>(null)
  const [crosshair] = useState(createCrosshair)

  const announce = useCallback((text: string) => {
    if (live.current) live.current.textContent = text
  }, [])
  const plotWidth = Math.max(0, width - axisRoom)
  const frame = useMemo<Frame>(
    () => ({
      width,
      height: phone ? 120 : stacked ? 132 : 154,
      axisRoom,
      plotWidth,
      axisSide: lens => (lens === 'cx' && !stacked ? 'left' : 'right'),
      bucketsPerMonth: bucketsPerMonth[grain],
      numbered: stacked,
      announce,
    }),
    [width, plotWidth, stacked, phone, grain, announce],
  )
  const timeline = useMemo(() => {
    const year = yearOf(period.to)
    const axis = bucketsOf(metrics, (start, end) => bucketName(start, end, grain, language, year))
    return { ...(axis ?? { span: period, buckets: [] }), crosshair }
  }, [metrics, grain, language, period, crosshair])
  const drawnTimeline = useDeferredValue(timeline)

  const per = perOf(grain)
  const metricOf = (key: CardKey) => metrics.find(metric => metric.definition.key === key)
  const side = (key: CardKey): Side => {
    const metric = metricOf(key)
    return {
      key,
      metric,
      notation: metric ? notationOf(metric, language) : { unit: 'score', language, currency: 'EUR' },
      per: key === 'REVENUE_PER_CUSTOMER' ? t(`per.${per}`) : null,
    }
  }
  const tally = (keys: CardKey[]) => {
    const verdicts = keys.map(key => verdictOf(metricOf(key)))
    return (['worse', 'better', 'same'] as const)
      .map(verdict => ({ verdict, count: verdicts.filter(found => found === verdict).length }))
      .filter(({ count }) => count > 0)
      .map(({ verdict, count }) => t(`tally.${verdict}`, { count }))
      .join(', ')
  }
  const plotLeft = (lens: 'cx' | 'sv') => (frame.axisSide(lens) === 'left' ? axisRoom : 0)
  const axis = (edge: 'head' | 'foot', lens: 'cx' | 'sv') => (
    <TimeAxis
      edge={edge}
      width={width}
      height={edge === 'foot' ? 34 : stacked ? 44 : 76}
      left={plotLeft(lens)}
      plotWidth={plotWidth}
      language={language}
      flag={edge === 'head' || phone}
    />
  )
  const head = (lens: 'cx' | 'sv') => (
    <div className={css.axis}>
      {axis('head', lens)}
      {!stacked && <AnnotationHead lens={lens} left={plotLeft(lens)} plotWidth={plotWidth} width={width} height={76} />}
    </div>
  )
  /** Where the plot begins in a leaf: after its outer padding, or after padding, figures and gap. */
  const leafLeft = (lens: 'cx' | 'sv') => (lens === 'cx' ? 16 + axisRoom : 20 + 172 + 16)
  const title = (lens: 'CX' | 'SERVICE', keys: CardKey[]) => (
    <div className={css.title}>
      <h2>{t(`lens.${lens}`)}</h2>
      <p>{tally(keys)}</p>
    </div>
  )
  const shared = { ...actions, state, per, grain }

  return (
    <TimelineContext value={drawnTimeline}>
      <FrameContext value={frame}>
        <section className={css.diptych} style={{ '--rows': pairs.length } as CSSProperties}>
          {(['cx', 'sv'] as const).map(lens => (
            <div key={lens} className={`${css.leaf} ${css[lens]}`}>
              <CrosshairLine className={css.line} left={leafLeft(lens)} plotWidth={plotWidth} />
            </div>
          ))}
          <header className={`${css.head} ${css.cx}`}>
            <div ref={phone ? undefined : probe}>{head('cx')}</div>
            {title(
              'CX',
              pairs.map(pair => pair.cx),
            )}
          </header>
          <div className={css.legend}>
            <Legend against={against} />
          </div>
          <header className={`${css.head} ${css.sv}`}>
            {title(
              'SERVICE',
              pairs.map(pair => pair.service),
            )}
            {head('sv')}
          </header>
          {pairs.map((pair, index) => (
            <div key={pair.cx} className={css.pair}>
              <Card {...shared} cardKey={pair.cx} lens="cx" metric={metricOf(pair.cx)} row={index + 2} />
              <Hinge
                experience={side(pair.cx)}
                service={side(pair.service)}
                last={index === pairs.length - 1}
                state={state}
                grain={grain}
                row={index + 2}
              />
              <Card {...shared} cardKey={pair.service} lens="sv" metric={metricOf(pair.service)} row={index + 2} />
              {phone && (
                <div className={css.pairFoot}>
                  <div ref={index === 0 ? probe : undefined}>{axis('foot', 'sv')}</div>
                </div>
              )}
            </div>
          ))}
          <div className={`${css.foot} ${css.cx}`}>{axis('foot', 'cx')}</div>
          <div className={`${css.foot} ${css.sv}`}>{axis('foot', 'sv')}</div>
          <div ref={live} role="status" className="unseen" />
        </section>
      </FrameContext>
    </TimelineContext>
  )
}
