import { type LineSeries, type LineSvgLayer, Line as NivoLine } from '@nivo/line'
import { useMemo } from 'react'
import { Band, Cross, Ghost, Grid, Line, type Plot, PlotContext, Tail } from './layers.tsx'
import { extentOf } from './line.ts'
import { valueAxis } from './valueAxis.ts'
import { Wash } from './Wash.tsx'

/** Room around a plot, in px. The headroom holds the readout; where a chart is low it is as tight as that allows. */
const roomOf = (height: number) => (height < 150 ? { top: 27, bottom: 9 } : { top: 34, bottom: 12 })

/** Back to front. */
const layers: LineSvgLayer<LineSeries>[] = [Wash, Grid, Band, Ghost, Line, Tail, Cross]

const theme = { text: { fontFamily: 'inherit', fontSize: 11, fill: 'var(--ink-3)' } }

type Props = Omit<Plot, 'axis'> & {
  width: number
  height: number
  axisRoomPx: number
  /** What the axis spans; left out: as far as the figures go. */
  scale?: readonly number[] | undefined
}

/** One metric over time: nivo gives the scales and the frame, the layers are ours. */
export default function LineChart({ width, height, axisRoomPx, scale, ...drawn }: Props) {
  const axis = useMemo(
    () => valueAxis(scale ?? extentOf(drawn.points), drawn.notation.unit),
    [drawn.points, drawn.notation.unit, scale],
  )
  const data = useMemo(
    () => [{ id: 'value', data: drawn.points.map(({ at, value }) => ({ x: at, y: value })) }],
    [drawn.points],
  )
  return (
    <PlotContext value={{ ...drawn, axis }}>
      <NivoLine
        data={data}
        width={width}
        height={height}
        margin={{
          ...roomOf(height),
          left: drawn.axisSide === 'left' ? axisRoomPx : 0,
          right: drawn.axisSide === 'right' ? axisRoomPx : 0,
        }}
        xScale={{ type: 'linear', min: 0, max: 1 }}
        yScale={{ type: 'linear', min: axis.min, max: axis.max }}
        layers={layers}
        theme={theme}
        animate={false}
        isInteractive={false}
        role="presentation"
      />
    </PlotContext>
  )
}
