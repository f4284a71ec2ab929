import '../i18n/pages/annotations.ts'
import type { TFunction } from 'i18next'
import { type Annotation, noteOf } from '../charts/annotations.ts'
import { type Metric, type Point, pointsOf } from '../findings/metric.ts'
import { bucketName } from '../format/dates.ts'
import { count, figure, type Notation } from '../format/figures.ts'
import { yearOf } from '../time/days.ts'
import type { Grain } from '../time/periods.ts'
import type { Cell, Table } from './PanelTable.tsx'

/** A metric as rows: the whole period, then its buckets, the newest first. */
export function trendTable(
  metric: Metric,
  notation: Notation,
  grain: Grain,
  annotations: readonly Annotation[],
  t: TFunction,
): Table {
  const points = pointsOf(metric)
  const notes = points.map(point => noteOf(annotations, point))
  const year = yearOf(metric.period.to)
  return {
    columns: [
      { key: 'bucket', label: t('chart.table.bucket') },
      { key: 'value', label: t('chart.table.value'), isNumber: true },
      { key: 'low', label: t('chart.table.low'), isNumber: true },
      { key: 'high', label: t('chart.table.high'), isNumber: true },
      { key: 'before', label: t('chart.table.before'), isNumber: true },
      { key: 'n', label: t('chart.table.n'), isNumber: true },
      ...(notes.some(note => note !== '') ? [{ key: 'note', label: t('annotations.column') }] : []),
    ],
    rows: [
      { bucket: said(t('chart.table.whole')), ...cellsOf(metric.total, notation), note: said('') },
      ...points
        .map(({ start, end, value }, index) => ({
          bucket: { value: start, text: bucketName(start, end, grain, notation.language, year) },
          ...cellsOf(value, notation),
          note: said(notes[index] ?? ''),
        }))
        .toReversed(),
    ],
  }
}

const said = (text: string): Cell => ({ value: text, text })

function cellsOf({ value, interval, compared, n }: Point['value'], notation: Notation) {
  const cell = (number: number | null): Cell => ({ value: number, text: figure(number, notation) })
  return {
    value: cell(value),
    low: cell(interval?.low ?? null),
    high: cell(interval?.high ?? null),
    before: cell(compared?.value ?? null),
    n: { value: n, text: count(n, notation.language) },
  }
}
