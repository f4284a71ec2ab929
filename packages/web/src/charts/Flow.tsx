import { lazy, Suspense } from 'react'
import { useWidth } from '../panels/frame.ts'

const FlowPlot = lazy(() => import('./FlowPlot.tsx'))

/** Somewhere on the way. */
export type FlowNode = { id: string; name: string; lens: 'cx' | 'sv' }
/** How many went from one to the other; ways never lead back. */
export type FlowWay = { source: string; target: string; value: number }

type Props = {
  nodes: readonly FlowNode[]
  ways: readonly FlowWay[]
  height: number
  /** Opens who went a way. */
  onWay?: (way: FlowWay) => void
  /** What it shows, in one sentence. */
  summary: string
}

/** Which ways were taken, as bands between points: as wide as the many who went. */
export function Flow({ summary, ...drawn }: Props) {
  const [probe, width] = useWidth<HTMLDivElement>()
  return (
    <div ref={probe} style={{ height: drawn.height }} role="img" aria-label={summary}>
      <Suspense>{width > 0 && <FlowPlot {...drawn} width={width} />}</Suspense>
    </div>
  )
}
