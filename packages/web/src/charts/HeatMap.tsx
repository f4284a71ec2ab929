import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { useWidth } from '../panels/frame.ts'
import css from './HeatMap.module.css'
import type { HeatPlace } from './HeatMapPlot.tsx'
import {
  type HeatColumn,
  type HeatRow,
  heatRoomPx,
  heatRowPx,
  type Lens,
  type Reach,
  reachOf,
  type Square,
} from './heat.tsx'

const HeatMapPlot = lazy(() => import('./HeatMapPlot.tsx'))

/** Room one figure needs, in px; where there is less, the map scrolls sideways. */
const squarePx = 44

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

type Props = {
  summary: string
  rows: readonly HeatRow[]
  columns: readonly HeatColumn[]
  lens?: Lens
  /** Left out: from nothing to the greatest. */
  reach?: Reach | null
  /** Room for one figure in px. */
  columnPx?: number
  /** What a square says when the arrows come to it, and what opens it. Left out: squares are only read. */
  walk?: { said: (row: HeatRow, square: Square) => string; onOpen: (row: HeatRow, square: Square) => void }
}

/** Figures in rows and columns; `summary` says them in a sentence. */
export function HeatMap({ summary, rows, columns, lens = 'cx', reach, columnPx = squarePx, walk }: Props) {
  const [probe, width] = useWidth<HTMLDivElement>()
  const [at, setAt] = useState<HeatPlace | null>(null)
  const height = heatRoomPx.top + rows.length * heatRowPx
  const squareAt = ({ row, column }: HeatPlace) => {
    const of = rows[row]
    const square = of?.squares.find(one => one.column === columns[column]?.id)
    return of && square ? { row: of, square } : null
  }
  const here = at && squareAt(at)
  const open = (place: HeatPlace) => {
    const found = squareAt(place)
    if (found) walk?.onOpen(found.row, found.square)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      const from = at ?? { row: 0, column: 0 }
      const within = (place: number, length: number) => Math.min(Math.max(place, 0), length - 1)
      setAt(
        at
          ? { row: within(from.row + step[0], rows.length), column: within(from.column + step[1], columns.length) }
          : from,
      )
    } else if (event.key === 'Enter' && at) open(at)
    else if (event.key === 'Escape' && at) setAt(null)
  }
  // A stop for the keyboard: narrow windows scroll it sideways.
  const slot = {
    role: 'img',
    'aria-label': summary,
    tabIndex: 0,
    ...(walk && { onKeyDown, onBlur: () => setAt(null) }),
  }
  return (
    <>
      <div ref={probe} className={css.scroll} style={{ height: height + 12 }} {...slot}>
        <Suspense>
          {width > 0 && (
            <HeatMapPlot
              rows={rows}
              columns={columns}
              lens={lens}
              reach={reach ?? reachOf(rows, true) ?? { least: 0, most: 1 }}
              at={at}
              {...(walk && { onSquare: open })}
              width={Math.max(width, heatRoomPx.left + columns.length * columnPx)}
              height={height}
            />
          )}
        </Suspense>
      </div>
      {walk && (
        <p className="unseen" role="status">
          {here && walk.said(here.row, here.square)}
        </p>
      )}
    </>
  )
}
