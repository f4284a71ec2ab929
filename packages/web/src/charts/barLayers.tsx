import type { BarCustomLayerProps } from '@nivo/bar'
import { createContext, useContext } from 'react'

/** One group of a bar chart. Null where there is no figure, or it is withheld. */
export type Bar = {
  id: string
  label: string
  value: number | null
  low: number | null
  high: number | null
  /** What it was in the period compared with. */
  before: number | null
  n: number | null
  /** Too few to trust: drawn as an outline. */
  few?: boolean
  /** It is no group by itself, such as all others together: it cannot be chosen, and its records not be asked for. */
  fixed?: boolean
}

export type BarsDrawn = {
  bars: readonly Bar[]
  lens: 'cx' | 'sv'
  /** What all groups together come to, for a line through them. */
  overall: number | null
  /** What bars beside these reach to, where all share one scale. */
  scale?: readonly number[] | undefined
}

/** Rows and the words beside them are as high, whatever a scale would make of them. */
export const rowPx = 32
const height = 14

export const BarsContext = createContext<BarsDrawn | null>(null)

export type BarDatum = { id: string; value: number }
type Layer = BarCustomLayerProps<BarDatum>

function useBars(layer: Layer) {
  const drawn = useContext(BarsContext)
  if (!drawn) throw new Error('A bar layer is drawn outside its chart')
  const x = (value: number) => (layer.xScale as (value: number) => number)(value)
  const rows = drawn.bars.map((bar, index) => ({ bar, y: index * rowPx + (rowPx - height) / 2, height }))
  return { ...drawn, x, rows }
}

/** A bar from zero on, round at its free end only. */
function shape(zero: number, end: number, y: number, height: number): string {
  const way = end >= zero ? 1 : -1
  const radius = Math.min(4, Math.abs(end - zero), height / 2)
  const straight = end - way * radius
  const bend = way > 0 ? 1 : 0
  return `M${zero} ${y}H${straight}A${radius} ${radius} 0 0 ${bend} ${end} ${y + radius}V${y + height - radius}A${radius} ${radius} 0 0 ${bend} ${straight} ${y + height}H${zero}Z`
}

export function Ground(layer: Layer) {
  const { x, overall } = useBars(layer)
  return (
    <g>
      <path d={`M${x(0)} 0V${layer.innerHeight}`} stroke="var(--rule-2)" />
      {overall !== null && (
        <path d={`M${x(overall)} 0V${layer.innerHeight}`} stroke="var(--ink-3)" strokeDasharray="1.5 3" />
      )}
    </g>
  )
}

export function Bars(layer: Layer) {
  const { x, rows, lens } = useBars(layer)
  return (
    <g>
      {rows.map(({ bar, y, height }) =>
        bar.value === null ? null : (
          <path
            key={bar.id}
            d={shape(x(0), x(bar.value), y, height)}
            {...(bar.few
              ? { fill: 'none', stroke: `var(--${lens})`, strokeDasharray: '2.5 2.5' }
              : { fill: `var(--${lens}-fill)` })}
          />
        ),
      )}
    </g>
  )
}

/** How sure a bar is, and where it stood before. */
export function Whiskers(layer: Layer) {
  const { x, rows } = useBars(layer)
  return (
    <g>
      {rows.map(({ bar: { id, low, high, before }, y, height }) => {
        const middle = y + height / 2
        return (
          <g key={id}>
            {before !== null && (
              <path d={`M${x(before)} ${y - 3}V${y + height + 3}`} stroke="var(--ghost)" strokeWidth={1.5} />
            )}
            {low !== null && high !== null && (
              <path
                d={`M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 3.5}V${middle + 3.5}M${x(high)} ${middle - 3.5}V${middle + 3.5}`}
                stroke="var(--ink)"
                strokeWidth={1.25}
              />
            )}
          </g>
        )
      })}
    </g>
  )
}
