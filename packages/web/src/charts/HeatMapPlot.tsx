import { type CustomLayerProps, HeatMap as NivoHeatMap } from '@nivo/heatmap'
import { createContext, useContext, useMemo } from 'react'
import { type HeatRow, heatRoomPx, heatRowPx } from './heat.ts'

type Datum = { x: string; y: number | null; text: string; partial: boolean }
type Drawn = { rows: readonly HeatRow[]; columns: readonly string[]; highest: number }

const DrawnContext = createContext<Drawn>({ rows: [], columns: [], highest: 1 })

/** Ink stays readable on the darkest square, in both schemes. */
const deepest = 0.5

function Squares({ cells }: CustomLayerProps<Datum>) {
  const { highest } = useContext(DrawnContext)
  return (
    <g textAnchor="middle" fontSize={11} className="figures">
      {cells.map(({ id, x, y, width, height, value, data }) =>
        value === null ? null : (
          <g key={id}>
            <rect
              x={x - width / 2 + 1}
              y={y - height / 2 + 1}
              width={width - 2}
              height={height - 2}
              rx={4}
              fill="var(--cx)"
              fillOpacity={highest === 0 ? 0 : (value / highest) * deepest}
              {...(data.partial && { stroke: 'var(--cx)', strokeDasharray: '2.5 2.5' })}
            />
            <text x={x} y={y + 4} fill="var(--ink)">
              {data.text}
            </text>
          </g>
        ),
      )}
    </g>
  )
}

function Names({ cells }: CustomLayerProps<Datum>) {
  const { rows, columns } = useContext(DrawnContext)
  const middles = new Map(cells.map(({ data, x }) => [data.x, x]))
  return (
    <g fontSize={11} fill="var(--ink-3)" className="figures">
      {rows.map(({ id, label, beside }, index) => (
        <g key={id} transform={`translate(0 ${index * heatRowPx + heatRowPx / 2 + 4})`}>
          <text x={-heatRoomPx.left} fill="var(--ink-2)">
            {label}
          </text>
          <text x={-10} textAnchor="end">
            {beside}
          </text>
        </g>
      ))}
      {columns.map(column => (
        <text key={column} x={middles.get(column)} y={-9} textAnchor="middle">
          {column}
        </text>
      ))}
    </g>
  )
}

const layers = [Squares, Names]

type Props = { rows: readonly HeatRow[]; columns: readonly string[]; width: number; height: number }

/** Rows of squares, deeper as their figure is higher. */
export default function HeatMapPlot({ rows, columns, width, height }: Props) {
  const drawn = useMemo(() => {
    const values = rows.flatMap(({ squares }) => squares.map(({ value }) => value ?? 0))
    return { rows, columns, highest: Math.max(0, ...values) }
  }, [rows, columns])
  const data = useMemo(
    () =>
      rows.map(({ id, squares }) => ({
        id,
        data: columns.map((column): Datum => {
          const square = squares.find(one => one.column === column)
          return { x: column, y: square?.value ?? null, text: square?.text ?? '', partial: square?.partial ?? false }
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
