import { type BarCustomLayerProps, type BarLayer, Bar as NivoBar } from '@nivo/bar'
import { createContext, useContext, useMemo } from 'react'

/** How many lie in one class, and what the class is called. */
export type Column = { id: string; label: string; count: number }

type Datum = { id: string; count: number }
type Drawn = { columns: readonly Column[]; lens: 'cx' | 'sv' }

const DrawnContext = createContext<Drawn>({ columns: [], lens: 'sv' })

const radius = 3

function Columns({ bars, innerHeight, innerWidth }: BarCustomLayerProps<Datum>) {
  const { columns, lens } = useContext(DrawnContext)
  return (
    <g>
      {bars.map(({ key, x, y, width, height }) => {
        const r = Math.min(radius, height)
        return (
          <path
            key={key}
            d={`M${x} ${y + height}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}H${x + width - r}A${r} ${r} 0 0 1 ${x + width} ${y + r}V${y + height}Z`}
            fill={`var(--${lens}-fill)`}
          />
        )
      })}
      <path d={`M0 ${innerHeight}H${innerWidth}`} stroke="var(--rule-2)" />
      <Names bars={bars} columns={columns} innerHeight={innerHeight} innerWidth={innerWidth} />
    </g>
  )
}

/** Room one name needs, in px. */
const nameRoom = 44

/** As many names as fit, at a steady rhythm. */
function Names({
  bars,
  columns,
  innerHeight,
  innerWidth,
}: Pick<BarCustomLayerProps<Datum>, 'bars' | 'innerHeight' | 'innerWidth'> & Pick<Drawn, 'columns'>) {
  const every = Math.ceil((columns.length * nameRoom) / Math.max(1, innerWidth))
  return columns.map(({ id, label }, index) => {
    const bar = bars.find(({ data }) => data.indexValue === id)
    return bar && index % every === 0 ? (
      <text
        key={id}
        x={bar.x + bar.width / 2}
        y={innerHeight + 17}
        textAnchor="middle"
        fontSize={11}
        fill="var(--ink-3)"
        className="figures"
      >
        {label}
      </text>
    ) : null
  })
}

const layers: BarLayer<Datum>[] = [Columns]

export type HistogramDrawn = Drawn & {
  width: number
  height: number
}

/** How values lie: one column a class. */
export default function HistogramPlot({ columns, lens, width, height }: HistogramDrawn) {
  const data = useMemo(() => columns.map(({ id, count }) => ({ id, count })), [columns])
  const drawn = useMemo(() => ({ columns, lens }), [columns, lens])
  return (
    <DrawnContext value={drawn}>
      <NivoBar
        data={data}
        keys={['count']}
        indexBy="id"
        width={width}
        height={height}
        margin={{ top: 4, bottom: 24, left: 4, right: 4 }}
        padding={0.14}
        layers={layers}
        animate={false}
        isInteractive={false}
        role="presentation"
      />
    </DrawnContext>
  )
}
