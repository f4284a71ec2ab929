import { Bar as NivoBar } from '@nivo/bar'
import { useMemo } from 'react'
import { count, type Language } from '../format/figures.ts'

/** One bucket: how many of each part, negative where they hang under the axis. */
type Stack = { id: string; label: string; parts: Readonly<Record<string, number>> }

export type StackedDrawn = {
  stacks: readonly Stack[]
  /** From the axis outward. */
  parts: readonly { id: string; fill: string }[]
  language: Language
  width: number
  height: number
}

/** Room one name of a bucket needs, in px. */
const nameRoom = 62

const theme = {
  text: { fontFamily: 'inherit', fontSize: 11, fill: 'var(--ink-3)' },
  axis: { ticks: { text: { fill: 'var(--ink-3)' } } },
  grid: { line: { stroke: 'var(--cx-rule)' } },
}

export default function StackedPlot({ stacks, parts, language, width, height }: StackedDrawn) {
  const data = useMemo(() => stacks.map(({ id, parts: counts }) => ({ id, ...counts })), [stacks])
  const every = Math.max(1, Math.ceil((stacks.length * nameRoom) / width))
  const names = new Map(stacks.flatMap(({ id, label }, index) => (index % every === 0 ? [[id, label]] : [])))
  const fills = new Map(parts.map(({ id, fill }) => [id, fill]))
  return (
    <NivoBar
      data={data}
      keys={parts.map(({ id }) => id)}
      indexBy="id"
      width={width}
      height={height}
      margin={{ top: 8, right: 0, bottom: 24, left: 44 }}
      padding={0.28}
      valueScale={{ type: 'linear', min: 'auto', max: 'auto', nice: true }}
      colors={({ id }) => fills.get(String(id)) ?? 'var(--ghost)'}
      enableLabel={false}
      gridYValues={4}
      markers={[{ axis: 'y', value: 0, lineStyle: { stroke: 'var(--ink-3)' } }]}
      axisLeft={{
        tickSize: 0,
        tickPadding: 8,
        tickValues: 4,
        format: (value: number) => count(Math.abs(value), language),
      }}
      axisBottom={{ tickSize: 0, tickPadding: 8, format: (id: string) => names.get(id) ?? '' }}
      theme={theme}
      animate={false}
      isInteractive={false}
      role="presentation"
    />
  )
}
