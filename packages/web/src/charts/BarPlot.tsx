import { type BarLayer, Bar as NivoBar } from '@nivo/bar'
import { useMemo } from 'react'
import { type BarDatum, Bars, BarsContext, type BarsDrawn, Ground, Whiskers } from './barLayers.tsx'

/** Back to front. */
const layers: BarLayer<BarDatum>[] = [Ground, Bars, Whiskers]

type Props = BarsDrawn & { width: number; height: number }

/** The bars of a chart without their words: nivo gives the scales and the frame, the layers are ours. */
export default function BarPlot({ width, height, ...drawn }: Props) {
  const { bars, overall, scale = [] } = drawn
  const data = useMemo(() => bars.map(({ id, value }) => ({ id, value: value ?? 0 })), [bars])
  const values = bars.flatMap(({ value, high, before }) => [value, high, before]).concat(overall, 0, ...scale)
  const known = values.filter(value => value !== null)
  return (
    <BarsContext value={drawn}>
      <NivoBar
        data={data}
        keys={['value']}
        indexBy="id"
        layout="horizontal"
        width={width}
        height={height}
        margin={{ right: 6, left: 1 }}
        valueScale={{ type: 'linear', min: Math.min(...known), max: Math.max(...known), nice: false }}
        layers={layers}
        animate={false}
        isInteractive={false}
        role="presentation"
      />
    </BarsContext>
  )
}
