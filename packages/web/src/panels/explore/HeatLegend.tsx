import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { depthOf, Hatch, type HeatRow, type Lens } from '../../charts/heat.tsx'
import css from './Answer.module.css'

const depths = [0, 0.25, 0.5, 0.75, 1].map(value => ({ value, depth: depthOf(value, { least: 0, most: 1 }) }))
const [width, height] = [22, 14]

type Props = { low: string; high: string; rows: readonly HeatRow[]; lens: Lens; minSample: number }

/** What the depths and the forms of a map mean; only the forms that are in it. */
export function HeatLegend({ low, high, rows, lens, minSample }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const squares = rows.flatMap(row => row.squares)
  const edge = { rx: 3, width: width - 2, height: height - 2, x: 1, y: 1 }
  return (
    <div className={`${css.legend} figures`}>
      <span>
        {low}
        <svg width={depths.length * width} height={height} aria-hidden="true">
          {depths.map(({ value, depth }, index) => (
            <rect key={value} {...edge} x={index * width + 1} fill={`var(--${lens})`} fillOpacity={depth} />
          ))}
        </svg>
        {high}
      </span>
      {squares.some(({ partial }) => partial) && (
        <span>
          <svg width={width} height={height} aria-hidden="true">
            <rect {...edge} fill="none" stroke={`var(--${lens})`} strokeDasharray="2.5 2.5" />
          </svg>
          {t('legend.running')}
        </span>
      )}
      {squares.some(({ few }) => few) && (
        <span>
          <svg width={width} height={height} aria-hidden="true">
            <Hatch id={id} lens={lens} />
            <rect {...edge} fill={`url(#${id})`} />
          </svg>
          {t('explore.heat.few', { count: minSample })}
        </span>
      )}
      {squares.some(({ withheld }) => withheld) && (
        <span>
          <svg width={width} height={height} aria-hidden="true">
            <rect {...edge} fill="var(--track)" />
          </svg>
          {t('explore.heat.withheld', { count: minSample })}
        </span>
      )}
    </div>
  )
}
