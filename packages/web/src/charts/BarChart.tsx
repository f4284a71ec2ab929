import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { count, figure, type Notation, shortFigure } from '../format/figures.ts'
import { useWidth } from '../panels/frame.ts'
import css from './BarChart.module.css'
import { type Bar, type BarsDrawn, rowPx } from './barLayers.tsx'

export type { Bar } from './barLayers.tsx'

const BarPlot = lazy(() => import('./BarPlot.tsx'))

type Props = Omit<BarsDrawn, 'overall'> & {
  name: string
  notation: Notation
  overall?: number | null
  /** Chooses a group, for instance to filter by it. Left out: names are only read. */
  onBar?: (bar: Bar) => void
  /** Opens what a group was counted from. Left out: no counts are shown. */
  onRecords?: (bar: Bar) => void
}

/** A figure by group, as given: name, bar with its interval and what it was, figure, and on how many it stands. */
export function BarChart({ name, bars, notation, lens, overall = null, scale, onBar, onRecords }: Props) {
  const { t } = useTranslation()
  const [probe, width] = useWidth<HTMLDivElement>()
  const known = bars.filter(({ value }) => value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const [first, last] = [known[0], known.at(-1)]
  const summary =
    first && last
      ? t('chart.bars', {
          name,
          highest: first.label,
          high: shortFigure(first.value, notation),
          lowest: last.label,
          low: shortFigure(last.value, notation),
        })
      : t('chart.summaryEmpty', { name })
  const height = bars.length * rowPx
  /** A count is its own n: it is not said twice. */
  const isCount = onRecords !== undefined && bars.every(({ value, n }) => value === n)
  const counted = (bar: Bar) => (
    <button
      type="button"
      className={css.count}
      disabled={bar.n === null || bar.fixed}
      aria-label={`${bar.label}, n ${count(bar.n, notation.language)}`}
      onClick={() => onRecords?.(bar)}
    >
      {count(bar.n, notation.language)}
    </button>
  )
  return (
    <div className={`${css.chart} ${onRecords && !isCount ? '' : css.uncounted}`}>
      <ul className={css.names}>
        {bars.map(bar => (
          <li key={bar.id} title={bar.label}>
            {onBar && !bar.fixed ? (
              <button type="button" className={css.name} onClick={() => onBar(bar)}>
                {bar.label}
              </button>
            ) : (
              <span className={css.name}>{bar.label}</span>
            )}
          </li>
        ))}
      </ul>
      <div ref={probe} className={css.plot} style={{ height }} role="img" aria-label={summary}>
        <Suspense>
          {width > 0 && (
            <BarPlot bars={bars} lens={lens} overall={overall} scale={scale} width={width} height={height} />
          )}
        </Suspense>
      </div>
      <ul className={`${css.values} figures`}>
        {bars.map(bar => (
          <li key={bar.id}>
            {isCount ? (
              counted(bar)
            ) : (
              <>
                <span className="unseen">{bar.label}: </span>
                {figure(bar.value, notation)}
              </>
            )}
          </li>
        ))}
      </ul>
      {onRecords && !isCount && (
        <ul className={`${css.counts} figures`}>
          {bars.map(bar => (
            <li key={bar.id}>{counted(bar)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
