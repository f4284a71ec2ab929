import { type CustomLayerProps, HeatMap as NivoHeatMap } from '@nivo/heatmap'
import { createContext, useContext, useId, useMemo } from 'react'
import {
  depthOf,
  Hatch,
  type HeatColumn,
  type HeatRow,
  heatRoomPx,
  heatRowPx,
  type Lens,
  type Reach,
  type Square,
} from './heat.tsx'

type Datum = Omit<Square, 'column' | 'value'> & { x: string; y: number | null }
/** By its place among the rows and the columns. */
export type HeatPlace = { row: number; column: number }

export type HeatDrawn = {
  rows: readonly HeatRow[]
  columns: readonly HeatColumn[]
  reach: Reach
  lens: Lens
  /** Where the reader is. Null: nowhere. */
  at: HeatPlace | null
  /** Left out: squares are only read. */
  onSquare?: (place: HeatPlace) => void
}

const DrawnContext = createContext<HeatDrawn | null>(null)

function useDrawn(): HeatDrawn {
  const drawn = useContext(DrawnContext)
  if (!drawn) throw new Error('A layer of a heat map is drawn outside it')
  return drawn
}

function Squares({ cells }: CustomLayerProps<Datum>) {
  const { rows, columns, reach, lens, at, onSquare } = useDrawn()
  const hatch = useId()
  return (
    <g textAnchor="middle" fontSize={11} className="figures">
      <Hatch id={hatch} lens={lens} />
      {cells.map(({ id, serieId, x, y, width, height, value, data }) => {
        const place = {
          row: rows.findIndex(row => row.id === serieId),
          column: columns.findIndex(column => column.id === data.x),
        }
        const box = { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, rx: 4 }
        if (value === null && !data.withheld) return null
        return (
          <g key={id} {...(onSquare && { onClick: () => onSquare(place), cursor: 'pointer' })}>
            <rect
              {...box}
              fill={value === null ? 'var(--track)' : `var(--${lens})`}
              {...(value !== null && { fillOpacity: data.few ? 0 : depthOf(value, reach) })}
              {...(data.partial && { stroke: `var(--${lens})`, strokeDasharray: '2.5 2.5' })}
            />
            {data.few && <rect {...box} fill={`url(#${hatch})`} />}
            {at?.row === place.row && at.column === place.column && (
              <rect {...box} fill="none" stroke="var(--ink)" strokeWidth={2} />
            )}
            <text x={x} y={y + 4} fill={data.few || value === null ? 'var(--ink-2)' : 'var(--ink)'}>
              {data.text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Names({ cells }: CustomLayerProps<Datum>) {
  const { rows, columns } = useDrawn()
  const middles = new Map(cells.map(({ data, x }) => [data.x, x]))
  return (
    <g fontSize={11} fill="var(--ink-3)" className="figures">
      {rows.map(({ id, label, beside }, index) => (
        <g key={id} transform={`translate(0 ${index * heatRowPx + heatRowPx / 2 + 4})`}>
          <text x={-heatRoomPx.left} fill="var(--ink-2)">
            {brief(label)}
            <title>{label}</title>
          </text>
          <text x={-10} textAnchor="end">
            {beside}
          </text>
        </g>
      ))}
      {columns.map(({ id, label }) => (
        <text key={id} x={middles.get(id)} y={-9} textAnchor="middle">
          {brief(label)}
          <title>{label}</title>
        </text>
      ))}
    </g>
  )
}

/** As much of a name as there is room for. */
const brief = (name: string) => (name.length > 20 ? `${name.slice(0, 19)}\u2026` : name)

const layers = [Squares, Names]

type Props = HeatDrawn & { width: number; height: number }

/** Rows of squares, deeper as their figure is higher. */
export default function HeatMapPlot({ width, height, ...drawn }: Props) {
  const { rows, columns } = drawn
  const data = useMemo(
    () =>
      rows.map(({ id, squares }) => ({
        id,
        data: columns.map((column): Datum => {
          const square = squares.find(one => one.column === column.id)
          const { value: y = null, ...drawn } = square ?? { text: '', partial: false }
          return { ...drawn, x: column.id, y }
        }),
      })),
    [rows, columns],
  )
  return (
    <DrawnContext value={drawn}>
      <NivoHeatMap<Datum, object>
        data={data}
        width={width}
        height={height}
        margin={{ ...heatRoomPx, right: 0, bottom: 0 }}
        layers={layers}
        animate={false}
        isInteractive={false}
      />
    </DrawnContext>
  )
}
