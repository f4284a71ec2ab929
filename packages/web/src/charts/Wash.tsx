import type { LineCustomSvgLayerProps, LineSeries } from '@nivo/line'
import { useMarks } from './annotations.ts'
import { Ground, Hatch } from './Ground.tsx'
import { usePlot } from './layers.tsx'

/** Of the disc, from the top of the chart. */
const discY = 8

/** What happened, behind all else: a period as a wash of ink, a moment as a dotted line. */
export function Wash(layer: LineCustomSvgLayerProps<LineSeries>) {
  const { plot } = usePlot(layer)
  const marks = useMarks(plot.lens)
  const { top = 0, bottom = 0 } = layer.margin
  const height = top + layer.innerHeight + bottom
  if (marks.length === 0) return null
  return (
    <g transform={`translate(0 ${-top})`}>
      <Hatch id={`${plot.id}-period`} />
      {marks.map(({ id, number, at, until }) => {
        const x = at * layer.innerWidth
        const width = until === null ? 0 : until * layer.innerWidth - x
        return (
          <g key={id}>
            <Ground x={x} y={0} width={until === null ? null : width} height={height} hatch={`${plot.id}-period`} />
            {plot.numbered && <NumberedDisc x={x + width / 2} y={discY} number={number} />}
          </g>
        )
      })}
    </g>
  )
}

export function NumberedDisc({ x, y, number }: { x: number; y: number; number: number }) {
  return (
    <g transform={`translate(${x.toFixed(1)} ${y})`} className="figures">
      <circle r={7} fill="var(--ink-2)" />
      <text y={3.6} fontSize={10} fontWeight={650} textAnchor="middle" fill="var(--sheet)">
        {number}
      </text>
    </g>
  )
}
