import { type CSSProperties, useCallback, useMemo, useRef } from 'react'
import type { Point } from '../findings/metric.ts'
import { bucketName } from '../format/dates.ts'
import type { Notation } from '../format/figures.ts'
import { Chart } from '../panels/Chart.tsx'
import { CrosshairLine } from '../panels/CrosshairLine.tsx'
import { bucketsPerMonth, type Frame, FrameContext, useWidth } from '../panels/frame.ts'
import { type Day, yearOf } from '../time/days.ts'
import type { Grain, Period } from '../time/periods.ts'
import { linePoints } from './line.ts'
import { TimeAxis } from './TimeAxis.tsx'
import css from './Trend.module.css'
import { axisOf, TimelineContext, useTimeline } from './timeline.ts'

type Props = {
  name: string
  /** One series as the server answered it. */
  points: Point[]
  period: Period
  grain: Grain
  notation: Notation
  lens: 'cx' | 'sv'
  /** Too few answers to trust. */
  few?: boolean
  stale?: boolean
  /** Of the plot, without its axis. */
  heightPx?: number
  onDefinition: () => void
  /** Opens what is behind the bucket that begins on this day; null: behind all. */
  onRecords: (at: Day | null) => void
}

const axisRoom = 40

/**
 * One metric over time, with its band, its comparison and its own axis.
 * All trends of a page follow one crosshair, unless they stand in a timeline of their own.
 */
export function Trend({ points, period, grain, heightPx = 154, few = false, stale = false, ...drawn }: Props) {
  const { notation, onRecords } = drawn
  const { crosshair } = useTimeline()
  const [probe, width] = useWidth<HTMLDivElement>()
  const live = useRef<HTMLDivElement>(null)
  const announce = useCallback((text: string) => {
    if (live.current) live.current.textContent = text
  }, [])
  const plotWidth = Math.max(0, width - axisRoom)
  const frame = useMemo<Frame>(
    () => ({
      width,
      height: heightPx,
      axisRoom,
      plotWidth,
      axisSide: () => 'right',
      bucketsPerMonth: bucketsPerMonth[grain],
      announce,
    }),
    [width, plotWidth, heightPx, grain, announce],
  )
  const timeline = useMemo(() => {
    const year = yearOf(period.to)
    const axis = axisOf(points, (start, end) => bucketName(start, end, grain, notation.language, year))
    return { ...(axis ?? { span: period, buckets: [] }), crosshair }
  }, [points, grain, notation.language, period, crosshair])
  const line = useMemo(() => linePoints(points, timeline.buckets, period.from), [points, timeline.buckets, period.from])
  return (
    <TimelineContext value={timeline}>
      <FrameContext value={frame}>
        <div ref={probe} className={css.trend} style={{ '--chart-height': `${heightPx}px` } as CSSProperties}>
          <CrosshairLine className={css.line} left={0} plotWidth={plotWidth} />
          <Chart
            {...drawn}
            points={line}
            few={few}
            stale={stale}
            onRecords={bucket => onRecords(bucket === null ? null : (timeline.buckets[bucket]?.start ?? null))}
          />
          <TimeAxis
            edge="foot"
            width={width}
            height={30}
            left={0}
            plotWidth={plotWidth}
            language={notation.language}
            flag
          />
          <div ref={live} role="status" className="unseen" />
        </div>
      </FrameContext>
    </TimelineContext>
  )
}
