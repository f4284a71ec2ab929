import { type BarCustomLayerProps, type BarLayer, Bar as NivoBar } from '@nivo/bar'
import { createContext, useContext, useMemo } from 'react'
import { count, type Language } from '../format/figures.ts'
import type { Day } from '../time/days.ts'
import { marksInSlots, useAnnotations } from './annotations.ts'
import { Ground, Hatch } from './Ground.tsx'
import { fillOf, type Part } from './texture.tsx'
import { NumberedDisc } from './Wash.tsx'

/** One bucket: how many of each part, negative where they hang under the axis. */
type Stack = { start: Day; end: Day; label: string; parts: Readonly<Record<string, number>> }
type Datum = Record<string, string | number>

export type StackedDrawn = {
  /** Of the textures of its parts. */
  prefix: string
  stacks: readonly Stack[]
  /** From the axis outward. */
  parts: readonly Part[]
  language: Language
  width: number
  height: number
}

/** Room one name of a bucket needs, in px. */
const nameRoom = 62
/** Between bars, as a share of the room of one. */
const padding = 0.28
/** The discs of annotations stand in it, in px. */
const headroom = 22

const theme = {
  text: { fontFamily: 'inherit', fontSize: 11, fill: 'var(--ink-3)' },
  axis: { ticks: { text: { fill: 'var(--ink-3)' } } },
  grid: { line: { stroke: 'var(--cx-rule)' } },
}

const StacksContext = createContext<readonly Stack[]>([])

/** What happened, behind the bars. */
function Happened({ innerWidth, innerHeight }: BarCustomLayerProps<Datum>) {
  const stacks = useContext(StacksContext)
  const marks = marksInSlots(useAnnotations('cx'), stacks)
  const step = innerWidth / (stacks.length + padding)
  const place = (at: number) => (padding / 2 + at * stacks.length) * step
  return (
    <g>
      <Hatch id="stacked-period" />
      {marks.map(({ id, number, at, until }) => {
        const x = place(at)
        const width = until === null ? null : place(until) - x
        return (
          <g key={id}>
            <Ground x={x} y={-headroom} width={width} height={innerHeight + headroom} hatch="stacked-period" />
            <NumberedDisc x={x + (width ?? 0) / 2} y={8 - headroom} number={number} />
          </g>
        )
      })}
    </g>
  )
}

/** Back to front. */
const layers: BarLayer<Datum>[] = ['grid', Happened, 'bars', 'axes', 'markers']

export default function StackedPlot({ prefix, stacks, parts, language, width, height }: StackedDrawn) {
  const data = useMemo(() => stacks.map(({ start, parts: counts }): Datum => ({ start, ...counts })), [stacks])
  const every = Math.max(1, Math.ceil((stacks.length * nameRoom) / width))
  const names = new Map(stacks.flatMap(({ start, label }, index) => (index % every === 0 ? [[start, label]] : [])))
  const partOf = new Map(parts.map(part => [part.id, part]))
  return (
    <StacksContext value={stacks}>
      <NivoBar
        data={data}
        keys={parts.map(({ id }) => id)}
        indexBy="start"
        width={width}
        height={height}
        margin={{ top: headroom, right: 0, bottom: 24, left: 44 }}
        padding={padding}
        valueScale={{ type: 'linear', min: 'auto', max: 'auto', nice: true }}
        colors={({ id }) => {
          const part = partOf.get(String(id))
          return part ? fillOf(prefix, part) : 'none'
        }}
        borderWidth={1}
        borderColor={({ data }) => partOf.get(String(data.id))?.hue ?? 'none'}
        layers={layers}
        enableLabel={false}
        gridYValues={4}
        markers={[{ axis: 'y', value: 0, lineStyle: { stroke: 'var(--ink-3)' } }]}
        axisLeft={{
          tickSize: 0,
          tickPadding: 8,
          tickValues: 4,
          format: (value: number) => count(Math.abs(value), language),
        }}
        axisBottom={{ tickSize: 0, tickPadding: 8, format: (start: string) => names.get(start) ?? '' }}
        theme={theme}
        animate={false}
        isInteractive={false}
        role="presentation"
      />
    </StacksContext>
  )
}
