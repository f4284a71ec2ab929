import { type CSSProperties, type ReactNode, useCallback, useMemo, useRef } from 'react'
import type { Notation } from '../format/figures.ts'
import { Chart } from '../panels/Chart.tsx'
import { CrosshairLine } from '../panels/CrosshairLine.tsx'
import { type Frame, FrameContext, useWidth } from '../panels/frame.ts'
import type { LinePoint } from './line.ts'
import css from './Trend.module.css'
import { type Timeline, TimelineContext } from './timeline.ts'

export type LineDrawn = {
  name: string
  notation: Notation
  lens: 'cx' | 'sv'
  /** Too few answers to trust. */
  few?: boolean
  stale?: boolean
  /** What its axis spans, where lines beside it share one; else as far as its own figures go. */
  scale?: readonly number[] | undefined
  /** Of the plot, without its axis. */
  heightPx?: number
  onDefinition: () => void
}

type Props = LineDrawn & {
  points: LinePoint[]
  timeline: Timeline
  /** How far the keys for a month step. */
  bucketsPerMonth: number
  onRecords: (bucket: number | null) => void
  foot: (plotWidth: number) => ReactNode
}

const axisRoom = 40

/** A line that stands by itself: its own frame, and its own axis at the foot. */
export function FramedLine({
  timeline,
  bucketsPerMonth,
  foot,
  heightPx = 154,
  few = false,
  stale = false,
  ...drawn
}: Props) {
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
      bucketsPerMonth,
      numbered: true,
      announce,
    }),
    [width, plotWidth, heightPx, bucketsPerMonth, announce],
  )
  return (
    <TimelineContext value={timeline}>
      <FrameContext value={frame}>
        <div ref={probe} className={css.trend} style={{ '--chart-height': `${heightPx}px` } as CSSProperties}>
          <CrosshairLine className={css.line} left={0} plotWidth={plotWidth} />
          <Chart {...drawn} few={few} stale={stale} />
          {foot(plotWidth)}
          <div ref={live} role="status" className="unseen" />
        </div>
      </FrameContext>
    </TimelineContext>
  )
}
