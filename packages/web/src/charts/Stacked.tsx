import { lazy, Suspense } from 'react'
import { useWidth } from '../panels/frame.ts'
import type { StackedDrawn } from './StackedPlot.tsx'

const StackedPlot = lazy(() => import('./StackedPlot.tsx'))

/** Parts of a count over time, stacked; what is below 0 hangs under the axis. `summary` says it in a sentence. */
export function Stacked({ summary, ...drawn }: Omit<StackedDrawn, 'width'> & { summary: string }) {
  const [probe, width] = useWidth<HTMLDivElement>()
  return (
    <div ref={probe} role="img" aria-label={summary} style={{ height: drawn.height, minWidth: 0, overflow: 'hidden' }}>
      <Suspense>{width > 0 && <StackedPlot {...drawn} width={width} />}</Suspense>
    </div>
  )
}
