import type { TFunction } from 'i18next'
import { bucketName } from '../../format/dates.ts'
import { count, figure, type Notation, nothing } from '../../format/figures.ts'
import { fieldOf } from '../../routes/dimension.ts'
import { yearOf } from '../../time/days.ts'
import type { Grain, Period } from '../../time/periods.ts'
import type { Table } from '../PanelTable.tsx'
import type { Exploration } from './exploration.ts'
import { isOverTime } from './question.ts'
import type { Answered, Figure } from './rows.ts'

/** What one metric's chart shows, as rows: a group each, or a bucket of a group where it is drawn over time. */
export function tableOf(
  metric: Answered,
  exploration: Exploration,
  notation: Notation,
  grain: Grain,
  period: Period,
  t: TFunction,
): Table {
  const { groupBy } = exploration
  const overTime = isOverTime(exploration)
  const cellsOf = ({ value, interval, n, compared }: Figure) => ({
    value: { text: figure(value, notation), value },
    low: { text: figure(interval?.low, notation), value: interval?.low ?? null },
    high: { text: figure(interval?.high, notation), value: interval?.high ?? null },
    n: { text: count(n, notation.language), value: n },
    before: { text: figure(compared?.value, notation), value: compared?.value ?? null },
  })
  const year = yearOf(period.to)
  return {
    columns: [
      ...groupBy.map(dimension => ({ key: dimension, label: t(`dimension.${fieldOf(dimension)}`) })),
      ...(overTime ? [{ key: 'bucket', label: t('chart.table.bucket') }] : []),
      { key: 'value', label: t('chart.table.value'), isNumber: true },
      { key: 'low', label: t('chart.table.low'), isNumber: true },
      { key: 'high', label: t('chart.table.high'), isNumber: true },
      { key: 'before', label: t('chart.table.before'), isNumber: true },
      { key: 'n', label: t('chart.table.n'), isNumber: true },
    ],
    rows: metric.series.flatMap(({ keys, total, points }) => {
      const group = Object.fromEntries(
        groupBy.map((dimension, index) => {
          const label = keys[index]?.label ?? nothing
          return [dimension, { text: label, value: label }]
        }),
      )
      if (!overTime) return [{ ...group, ...cellsOf(total) }]
      return points.map(({ start, end, value }) => ({
        ...group,
        bucket: { text: bucketName(start, end, grain, notation.language, year), value: start },
        ...cellsOf(value),
      }))
    }),
  }
}
