import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { Language } from '../format/figures.ts'
import css from './TimeAxis.module.css'
import { timeTicks } from './timeAxis.ts'
import { useTimeline } from './timeline.ts'

type Props = {
  /** The head hangs its marks above the rows, the foot below them. */
  edge: 'head' | 'foot'
  width: number
  height: number
  /** Where the plot begins, and how wide it is, in px. */
  left: number
  plotWidth: number
  language: Language
  /** Whether the date of the crosshair stands on this axis. */
  flag: boolean
}

/** The time axis of a leaf, with the date the crosshair stands on. */
export function TimeAxis({ edge, width, height, left, plotWidth, language, flag }: Props) {
  const { span, buckets } = useTimeline()
  const ticks = useMemo(() => timeTicks(span, plotWidth, language), [span, plotWidth, language])
  const axis = useRef<SVGSVGElement>(null)
  const head = edge === 'head'
  return (
    <div className={css.axis} style={{ '--plot-left': `${left}px`, width, height } as CSSProperties} aria-hidden="true">
      <svg ref={axis} width={width} height={height} aria-hidden="true">
        {buckets.length > 0 &&
          ticks.map(({ at, label }) => {
            const x = left + at * plotWidth
            const length = label === null ? 4.5 : 7.5
            return (
              <g key={at} transform={`translate(${x.toFixed(1)} ${head ? height : 0})`}>
                <path d={head ? `M0 0V${-length}` : `M0 0V${length}`} stroke="var(--rule-2)" />
                {label !== null && (
                  <text
                    y={head ? -14 : 20}
                    textAnchor="middle"
                    fontSize={11}
                    fill="var(--ink-3)"
                    data-x={at * plotWidth}
                  >
                    {label}
                  </text>
                )}
              </g>
            )
          })}
      </svg>
      {flag && <DateFlag axis={axis} edge={edge} plotWidth={plotWidth} />}
    </div>
  )
}

type FlagProps = { axis: { current: SVGSVGElement | null }; edge: 'head' | 'foot'; plotWidth: number }

/** The date flag: it keeps within the plot, and the month names it would cover step aside. */
function DateFlag({ axis, edge, plotWidth }: FlagProps) {
  const { buckets, crosshair } = useTimeline()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = (index: number | null) => {
      const bucket = index === null ? undefined : buckets[index]
      const flag = element.current
      if (!flag) return
      const labels = axis.current?.querySelectorAll('text') ?? []
      flag.style.visibility = bucket ? 'visible' : 'hidden'
      flag.textContent = bucket?.name ?? ''
      if (!bucket) {
        for (const label of labels) label.setAttribute('visibility', 'visible')
        return
      }
      const width = flag.offsetWidth
      const x = Math.max(0, Math.min(plotWidth - width, bucket.at * plotWidth - width / 2))
      flag.style.transform = `translateX(${x}px)`
      for (const label of labels) {
        const middle = Number(label.dataset.x)
        const half = label.getComputedTextLength() / 2 + 6
        const covered = middle + half > x && middle - half < x + width
        label.setAttribute('visibility', covered ? 'hidden' : 'visible')
      }
    }
    follow(crosshair.get())
    return crosshair.subscribe(follow)
  }, [axis, buckets, crosshair, plotWidth])
  return <div ref={element} className={`${css.flag} ${css[edge]} figures`} />
}
