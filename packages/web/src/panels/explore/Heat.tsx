import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { HeatMap } from '../../charts/HeatMap.tsx'
import { type Lens, reachOf } from '../../charts/heat.tsx'
import { bucketName, monthTick } from '../../format/dates.ts'
import { figure, type Notation, shortFigure } from '../../format/figures.ts'
import { yearOf } from '../../time/days.ts'
import type { Grain, Period } from '../../time/periods.ts'
import css from './Answer.module.css'
import type { Exploration } from './exploration.ts'
import { gridOf } from './grid.ts'
import { HeatLegend } from './HeatLegend.tsx'
import type { Answered, OpensRecords } from './rows.ts'

type Props = {
  metric: Answered
  exploration: Exploration
  minSample: number
  lens: Lens
  notation: Notation
  period: Period
  grain: Grain
  onRecords: OpensRecords
}

/** In px: a column is as wide as its name, within bounds. */
const roomFor = (names: readonly string[]) =>
  Math.min(Math.max(48, 12 + 6.2 * Math.max(0, ...names.map(({ length }) => length))), 136)

/** A metric by two splits, or by one and time: as deep as it is high. */
export function Heat({ metric, exploration, minSample, lens, notation, period, grain, onRecords }: Props) {
  const { t } = useTranslation()
  const { name, unit } = metric.definition
  const grid = useMemo(
    () =>
      gridOf(metric, exploration, {
        figure: ({ value }) => shortFigure(value, notation),
        bucket: (start, end) =>
          grain === 'MONTH'
            ? monthTick(start, notation.language)
            : bucketName(start, end, grain, notation.language, yearOf(period.to)),
        minSample,
      }),
    [metric, exploration, notation, grain, period.to, minSample],
  )
  const reach = reachOf(grid.rows, unit === 'count' || unit === 'money')
  const ends = reach && { low: figure(reach.least, notation), high: figure(reach.most, notation) }
  return (
    <>
      <HeatMap
        summary={
          ends
            ? t('explore.heat.summary', { name, rows: grid.rows.length, columns: grid.columns.length, ...ends })
            : t('explore.heat.empty', { name })
        }
        rows={grid.rows}
        columns={grid.columns}
        lens={lens}
        reach={reach}
        columnPx={roomFor(grid.columns.map(({ label }) => label))}
        walk={{
          said: (row, square) => {
            const column = grid.columns.find(({ id }) => id === square.column)?.label ?? ''
            return `${row.label}, ${column}: ${square.withheld ? t('explore.heat.withheld', { count: minSample }) : figure(square.value, notation)}`
          },
          onOpen: (row, square) => {
            const opens = grid.opens(row.id, square.column)
            if (opens) onRecords({ ...opens, ...(opens.at && { grain }) })
          },
        }}
      />
      {ends && <HeatLegend {...ends} rows={grid.rows} lens={lens} minSample={minSample} />}
      {grid.hasMore && <p className={css.note}>{t('explore.heat.more', { count: exploration.top })}</p>}
    </>
  )
}
