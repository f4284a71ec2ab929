import { useMemo } from 'react'
import type { Point } from '../findings/metric.ts'
import { bucketName } from '../format/dates.ts'
import { bucketsPerMonth } from '../panels/frame.ts'
import { type Day, yearOf } from '../time/days.ts'
import type { Grain, Period } from '../time/periods.ts'
import { FramedLine, type LineDrawn } from './FramedLine.tsx'
import { linePoints } from './line.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { axisOf, useTimeline } from './timeline.ts'

type Props = LineDrawn & {
  /** One series as the server answered it. */
  points: Point[]
  period: Period
  grain: Grain
  /** Opens what is behind the bucket that begins on this day; null: behind all. */
  onRecords: (at: Day | null) => void
}

/**
 * One metric over time, with its band, its comparison and its own axis.
 * All trends of a page follow one crosshair, unless they stand in a timeline of their own.
 */
export function Trend({ points, period, grain, onRecords, ...drawn }: Props) {
  const { language } = drawn.notation
  const { crosshair } = useTimeline()
  const timeline = useMemo(() => {
    const year = yearOf(period.to)
    const axis = axisOf(points, (start, end) => bucketName(start, end, grain, language, year))
    return { ...(axis ?? { span: period, buckets: [] }), crosshair }
  }, [points, grain, language, period, crosshair])
  const line = useMemo(() => linePoints(points, timeline.buckets, period.from), [points, timeline, period.from])
  return (
    <FramedLine
      {...drawn}
      points={line}
      timeline={timeline}
      bucketsPerMonth={bucketsPerMonth[grain]}
      onRecords={bucket => onRecords(bucket === null ? null : (timeline.buckets[bucket]?.start ?? null))}
      foot={plotWidth => (
        <TimeAxis edge="foot" width={plotWidth} height={30} left={0} plotWidth={plotWidth} language={language} flag />
      )}
    />
  )
}
