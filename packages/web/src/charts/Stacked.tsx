import { lazy, Suspense, useId } from 'react'
import { useWidth } from '../panels/frame.ts'
import css from './Stacked.module.css'
import type { StackedDrawn } from './StackedPlot.tsx'
import { type Part, Swatch, Textures } from './texture.tsx'

const StackedPlot = lazy(() => import('./StackedPlot.tsx'))

type Props = Omit<StackedDrawn, 'width' | 'prefix' | 'parts'> & {
  /** What it shows, in one sentence. */
  summary: string
  /** From the axis outward. */
  parts: readonly (Part & { label: string })[]
}

/** Parts of a count over time, stacked, and what each part looks like; what is below 0 hangs under the axis. */
export function Stacked({ summary, ...drawn }: Props) {
  const [probe, width] = useWidth<HTMLDivElement>()
  const prefix = useId().replaceAll(':', '')
  return (
    <>
      <Textures prefix={prefix} parts={drawn.parts} />
      <ul className={css.legend}>
        {drawn.parts.map(part => (
          <li key={part.id}>
            <Swatch prefix={prefix} part={part} />
            {part.label}
          </li>
        ))}
      </ul>
      <div ref={probe} role="img" aria-label={summary} className={css.plot} style={{ height: drawn.height }}>
        <Suspense>{width > 0 && <StackedPlot {...drawn} prefix={prefix} width={width} />}</Suspense>
      </div>
    </>
  )
}
