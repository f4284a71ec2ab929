import { lazy, Suspense } from 'react'
import { useWidth } from '../panels/frame.ts'
import css from './HeatMap.module.css'
import { type HeatRow, heatRoomPx, heatRowPx } from './heat.ts'

const HeatMapPlot = lazy(() => import('./HeatMapPlot.tsx'))

/** Room one figure needs, in px; where there is less, the map scrolls sideways. */
const squarePx = 44

type Props = { summary: string; rows: readonly HeatRow[]; columns: readonly string[] }

/** Figures in rows and columns; `summary` says them in a sentence. */
export function HeatMap({ summary, rows, columns }: Props) {
  const [probe, width] = useWidth<HTMLDivElement>()
  const height = heatRoomPx.top + rows.length * heatRowPx
  // A stop for the keyboard: narrow windows scroll it sideways.
  const slot = { role: 'img', 'aria-label': summary, tabIndex: 0 }
  return (
    <div ref={probe} className={css.scroll} style={{ height: height + 12 }} {...slot}>
      <Suspense>
        {width > 0 && (
          <HeatMapPlot
            rows={rows}
            columns={columns}
            width={Math.max(width, heatRoomPx.left + columns.length * squarePx)}
            height={height}
          />
        )}
      </Suspense>
    </div>
  )
}
