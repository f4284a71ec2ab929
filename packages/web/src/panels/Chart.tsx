import {
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  Suspense,
  useDeferredValue,
  useId,
  useMemo,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { ChartTable } from '../charts/ChartTable.tsx'
import type { LinePoint } from '../charts/line.ts'
import { nearest, useTimeline, walk } from '../charts/timeline.ts'
import { type Notation, shortFigure } from '../format/figures.ts'
import css from './Chart.module.css'
import { CrosshairLine } from './CrosshairLine.tsx'
import { useFrame } from './frame.ts'

/** Fetched at once, beside the figures: the page waits for neither to ask for the other. */
const drawing = import('../charts/LineChart.tsx')
const LineChart = lazy(() => drawing)

type Props = {
  name: string
  points: LinePoint[]
  notation: Notation
  lens: 'cx' | 'sv'
  few: boolean
  stale: boolean
  scale?: readonly number[] | undefined
  onDefinition: () => void
  /** Opens what is behind one bucket, or behind the whole figure. */
  onRecords: (bucket: number | null) => void
}

/** The chart of a card: one tab stop that arrows walk through, and that T turns into its table. */
export function Chart({ name, points, notation, lens, few, stale, scale, onDefinition, onRecords }: Props) {
  const { t } = useTranslation()
  const frame = useFrame()
  const { buckets, crosshair } = useTimeline()
  const [asTable, setAsTable] = useState(false)
  const tableDue = useDeferredValue(true, false)
  const id = useId().replaceAll(':', '')
  const summary = useSummary(name, points, notation)
  const plotLeft = frame.axisSide(lens) === 'left' ? frame.axisRoom : 0

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const place = (event.clientX - event.currentTarget.getBoundingClientRect().left - plotLeft) / frame.plotWidth
    crosshair.set(nearest(buckets, place))
  }

  const read = (index: number | null) => {
    const bucket = index === null ? undefined : buckets[index]
    const at = index === null ? undefined : points[index]
    if (!bucket || !at) return
    const value = shortFigure(at.value, notation)
    frame.announce(
      at.before === null
        ? t('chart.readingAlone', { bucket: bucket.name, value })
        : t('chart.reading', { bucket: bucket.name, value, before: shortFigure(at.before, notation) }),
    )
  }

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 't') setAsTable(!asTable)
    else if (key === 'd') onDefinition()
    else if (key === 'enter') onRecords(crosshair.get())
    else if (asTable && key === 'escape') setAsTable(false)
    else {
      const next = asTable ? undefined : walk(event.key, crosshair.get(), buckets.length, frame.bucketsPerMonth)
      if (next === undefined) return
      crosshair.set(next)
      read(next)
    }
    event.preventDefault()
  }

  const slot = {
    className: `${css.slot} ${stale ? css.stale : ''} ${asTable ? css.tableSlot : ''}`,
    role: asTable ? 'region' : 'img',
    'aria-label': asTable ? summary : `${summary} ${t('chart.keys')}`,
    tabIndex: 0,
    onKeyDown: press,
    onBlur: () => crosshair.set(null),
    onPointerMove: asTable ? undefined : point,
    onPointerDown: asTable ? undefined : point,
    onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && crosshair.set(null),
  }
  const table = (unseen: boolean) => (
    <ChartTable caption={name} points={points} notation={notation} lens={lens} unseen={unseen} />
  )
  return (
    <div className={css[lens]}>
      {/* One element for both forms, so that the focus stays where it was. */}
      <div {...slot}>
        {asTable ? (
          table(false)
        ) : (
          <>
            <CrosshairLine className={css.line} left={plotLeft} plotWidth={frame.plotWidth} />
            <Suspense fallback={<Wave lens={lens} />}>
              {frame.width > 0 && (
                <LineChart
                  id={id}
                  points={points}
                  notation={notation}
                  lens={lens}
                  few={few}
                  scale={scale}
                  numbered={frame.numbered}
                  width={frame.width}
                  height={frame.height}
                  axisSide={frame.axisSide(lens)}
                  axisRoomPx={frame.axisRoom}
                  was={value => t('was', { value })}
                />
              )}
            </Suspense>
          </>
        )}
      </div>
      {tableDue && !asTable && table(true)}
    </div>
  )
}

/** A pale wave where a line will come: same room, no promise about its shape. */
export function Wave({ lens }: { lens: 'cx' | 'sv' }) {
  const { width, height, axisRoom, axisSide } = useFrame()
  const y = Math.round(height * 0.6)
  const x = (share: number) => (width * share).toFixed(0)
  return (
    <svg className={css.wave} width={width} height={height} aria-hidden="true">
      <path
        d={`M${axisSide(lens) === 'left' ? axisRoom : 8} ${y}c${x(0.12)} -8 ${x(0.18)} -32 ${x(0.3)} -18s${x(0.2)} 24 ${x(0.3)} 8s${x(0.14)} -10 ${x(0.2)} -6`}
        fill="none"
        strokeWidth="10"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** The line in one sentence: where it began, where it ended, and how far it went. */
function useSummary(name: string, points: LinePoint[], notation: Notation): string {
  const { t } = useTranslation()
  const { buckets } = useTimeline()
  return useMemo(() => {
    const drawn = points.flatMap(({ value }, index) => {
      const bucket = buckets[index]
      return value === null || !bucket ? [] : [{ value, bucket: bucket.name }]
    })
    const first = drawn[0]
    const last = drawn.at(-1)
    if (!first || !last) return t('chart.summaryEmpty', { name })
    const values = drawn.map(({ value }) => value)
    const shown = (value: number) => shortFigure(value, notation)
    return t('chart.summary', {
      name,
      from: first.bucket,
      to: last.bucket,
      first: shown(first.value),
      last: shown(last.value),
      low: shown(Math.min(...values)),
      high: shown(Math.max(...values)),
    })
  }, [t, name, points, notation, buckets])
}
