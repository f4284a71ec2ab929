import type { LineCustomSvgLayerProps, LineSeries } from '@nivo/line'
import { createContext, useContext, useEffect, useRef } from 'react'
import { type Notation, shortFigure, tick } from '../format/figures.ts'
import { type LinePoint, runs, stretches } from './line.ts'
import { useTimeline } from './timeline.ts'
import type { ValueAxis } from './valueAxis.ts'

/** What the layers of one chart draw. */
export type Plot = {
  id: string
  points: LinePoint[]
  axis: ValueAxis
  axisSide: 'left' | 'right'
  notation: Notation
  /** `CX` or `SERVICE`: which pigment. */
  lens: 'cx' | 'sv'
  /** Too few answers to trust: the band is hatched and the whole line dashed. */
  few: boolean
  /** Annotations are numbered in the chart itself; else one head does it for several. */
  numbered: boolean
  was: (value: string) => string
}

export const PlotContext = createContext<Plot | null>(null)

type Layer = LineCustomSvgLayerProps<LineSeries>
type Place = { x: (at: number) => number; y: (value: number) => number }

export function usePlot(layer: Layer): { plot: Plot; place: Place } {
  const plot = useContext(PlotContext)
  if (!plot) throw new Error('A chart layer is drawn outside its chart')
  return { plot, place: { x: at => layer.xScale(at), y: value => layer.yScale(value) } }
}

const path = (points: [number, number][]) =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

export function Grid(layer: Layer) {
  const { plot, place } = usePlot(layer)
  const left = plot.axisSide === 'left'
  return (
    <g>
      {plot.axis.ticks.map(value => (
        <g key={value} transform={`translate(0 ${place.y(value).toFixed(1)})`}>
          <path d={`M0 0H${layer.innerWidth}`} stroke={`var(--${plot.lens}-rule)`} />
          <text
            x={left ? -8 : layer.innerWidth + 8}
            y={4}
            textAnchor={left ? 'end' : 'start'}
            fontSize={11}
            fill="var(--ink-3)"
            className="figures"
          >
            {tick(value, plot.notation, plot.axis.step)}
          </text>
        </g>
      ))}
    </g>
  )
}

export function Band(layer: Layer) {
  const { plot, place } = usePlot(layer)
  const area = (points: LinePoint[]) =>
    path([
      ...points.map(({ at, high }): [number, number] => [place.x(at), place.y(high ?? 0)]),
      ...points.toReversed().map(({ at, low }): [number, number] => [place.x(at), place.y(low ?? 0)]),
    ])
  const whole = runs(plot.points, ({ value, low, high }) => value !== null && low !== null && high !== null)
  return (
    <g clipPath={`url(#${plot.id}-clip)`}>
      <defs>
        <clipPath id={`${plot.id}-clip`}>
          <rect y={-8} width={layer.innerWidth} height={layer.innerHeight + 16} />
        </clipPath>
        <pattern
          id={`${plot.id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" stroke={`var(--${plot.lens})`} strokeWidth="1.2" opacity=".55" />
        </pattern>
      </defs>
      {whole.flatMap(run =>
        stretches(run).map(({ points, settled }) => (
          <path
            key={points[0]?.at}
            d={`${area(points)}Z`}
            fill={plot.few ? `url(#${plot.id}-hatch)` : `var(--${plot.lens}-band)`}
            opacity={settled || plot.few ? undefined : 0.5}
          />
        )),
      )}
    </g>
  )
}

export function Ghost(layer: Layer) {
  const { plot, place } = usePlot(layer)
  return (
    <g clipPath={`url(#${plot.id}-clip)`}>
      {runs(plot.points, point => point.before !== null).map(run => (
        <path
          key={run[0]?.at}
          d={path(run.map(({ at, before }) => [place.x(at), place.y(before ?? 0)]))}
          fill="none"
          stroke="var(--ghost)"
          strokeLinejoin="round"
        />
      ))}
    </g>
  )
}

const whereDrawn = (point: LinePoint) => point.value !== null

/** The line where it is settled. A point without neighbours is a dot, or it would not be seen. */
export function Line(layer: Layer) {
  const { plot, place } = usePlot(layer)
  return (
    <g>
      {runs(plot.points, whereDrawn).flatMap(run =>
        run.length === 1
          ? run.map(({ at, value }) => (
              <circle key={at} cx={place.x(at)} cy={place.y(value ?? 0)} r={2.2} fill={`var(--${plot.lens})`} />
            ))
          : stretches(run)
              .filter(stretch => stretch.settled && !plot.few)
              .map(({ points }) => (
                <path
                  key={points[0]?.at}
                  d={path(points.map(({ at, value }) => [place.x(at), place.y(value ?? 0)]))}
                  fill="none"
                  stroke={`var(--${plot.lens})`}
                  strokeWidth={1.9}
                  strokeLinejoin="round"
                  strokeLinecap="round"
                />
              )),
      )}
    </g>
  )
}

/** The line where it can still move: dashed, with a hollow end. */
export function Tail(layer: Layer) {
  const { plot, place } = usePlot(layer)
  const last = plot.points.findLast(whereDrawn)
  return (
    <g>
      {runs(plot.points, whereDrawn).flatMap(run =>
        stretches(run)
          .filter(stretch => !stretch.settled || plot.few)
          .map(({ points }) => (
            <path
              key={points[0]?.at}
              d={path(points.map(({ at, value }) => [place.x(at), place.y(value ?? 0)]))}
              fill="none"
              stroke={`var(--${plot.lens})`}
              strokeWidth={1.9}
              strokeDasharray="2.5 2.5"
            />
          )),
      )}
      {last && !last.settled && (
        <circle
          cx={place.x(last.at)}
          cy={place.y(last.value ?? 0)}
          r={2.6}
          fill={`var(--${plot.lens}-leaf)`}
          stroke={`var(--${plot.lens})`}
          strokeWidth={1.5}
        />
      )}
    </g>
  )
}

/** The dot, the ghost's dot and the readout. They follow the crosshair by attribute, not by drawing again. */
export function Cross(layer: Layer) {
  const { plot, place } = usePlot(layer)
  const { crosshair } = useTimeline()
  const group = useRef<SVGGElement>(null)
  const dot = useRef<SVGCircleElement>(null)
  const ghost = useRef<SVGCircleElement>(null)
  const readout = useRef<SVGTextElement>(null)

  useEffect(() => {
    const follow = (index: number | null) => {
      const point = index === null ? undefined : plot.points[index]
      group.current?.setAttribute('visibility', point ? 'visible' : 'hidden')
      if (!point || !readout.current) return
      const x = place.x(point.at)
      group.current?.setAttribute('transform', `translate(${x.toFixed(1)} 0)`)
      put(dot.current, point.value === null ? null : place.y(point.value))
      put(ghost.current, point.before === null ? null : place.y(point.before))
      const flipped = x > layer.innerWidth * 0.6
      readout.current.setAttribute('text-anchor', flipped ? 'end' : 'start')
      readout.current.setAttribute('x', flipped ? '-7' : '7')
      const [was, now] = readout.current.children
      if (was) was.textContent = point.before === null ? '' : plot.was(shortFigure(point.before, plot.notation))
      if (now) {
        now.textContent = shortFigure(point.value, plot.notation)
        now.setAttribute('dx', point.before === null ? '0' : '7')
      }
    }
    follow(crosshair.get())
    return crosshair.subscribe(follow)
  })

  return (
    <g ref={group} visibility="hidden" className="figures">
      <circle ref={ghost} r={3} fill="var(--ghost)" stroke={`var(--${plot.lens}-leaf)`} strokeWidth={1.5} />
      <circle ref={dot} r={4.2} fill={`var(--${plot.lens})`} stroke={`var(--${plot.lens}-leaf)`} strokeWidth={2} />
      <text
        ref={readout}
        y={-14}
        fontSize={12}
        fontWeight={650}
        fill={`var(--${plot.lens}-text)`}
        paintOrder="stroke"
        stroke={`var(--${plot.lens}-leaf)`}
        strokeWidth={5}
        strokeLinejoin="round"
      >
        <tspan fontSize={11} fontWeight={450} fill="var(--ink-3)" />
        <tspan />
      </text>
    </g>
  )
}

function put(circle: SVGCircleElement | null, y: number | null) {
  circle?.setAttribute('visibility', y === null ? 'hidden' : 'inherit')
  if (y !== null) circle?.setAttribute('cy', y.toFixed(1))
}
