import { lazy, Suspense } from 'react'
import { useWidth } from '../panels/frame.ts'
import type { HistogramDrawn } from './HistogramPlot.tsx'

const HistogramPlot = lazy(() => import('./HistogramPlot.tsx'))

/** How values lie, one column a class; `summary` says it in a sentence. */
export function Histogram({ summary, ...drawn }: Omit<HistogramDrawn, 'width'> & { summary: string }) {
  const [probe, width] = useWidth<HTMLDivElement>()
  return (
    <div ref={probe} role="img" aria-label={summary} style={{ height: drawn.height, minWidth: 0, overflow: 'hidden' }}>
      <Suspense>{width > 0 && <HistogramPlot {...drawn} width={width} />}</Suspense>
    </div>
  )
}
