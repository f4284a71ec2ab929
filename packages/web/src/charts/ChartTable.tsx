import { useTranslation } from 'react-i18next'
import { count, figure, type Notation, nothing } from '../format/figures.ts'
import { notesOf, useMarks } from './annotations.ts'
import css from './ChartTable.module.css'
import type { LinePoint } from './line.ts'
import { useTimeline } from './timeline.ts'

type Props = { caption: string; points: LinePoint[]; notation: Notation; lens: 'cx' | 'sv'; unseen: boolean }

/** A chart as its numbers, newest first: in its place for who asks, beside it for a screen reader. */
export function ChartTable({ caption, points, notation, lens, unseen }: Props) {
  const { t } = useTranslation()
  const { buckets } = useTimeline()
  const marks = useMarks(lens)
  const rows = buckets.flatMap((bucket, index) => {
    const point = points[index]
    return point ? [{ bucket, point }] : []
  })
  return (
    <table className={`${css.table} ${css[lens]} figures ${unseen ? 'unseen' : ''}`}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.table.bucket')}</th>
          <th scope="col">{t('chart.table.value')}</th>
          <th scope="col">{t('chart.table.interval')}</th>
          <th scope="col">{t('chart.table.before')}</th>
          <th scope="col">{t('chart.table.n')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ bucket, point }) => (
          <tr key={bucket.start}>
            <th scope="row">
              {bucket.name}
              {notesOf(marks, bucket).map(({ id, name }) => (
                <small key={id}>{name}</small>
              ))}
            </th>
            <td>{figure(point.value, notation)}</td>
            <td>
              {point.low === null || point.high === null
                ? nothing
                : `${figure(point.low, notation)}\u00a0\u2013 ${figure(point.high, notation)}`}
            </td>
            <td>{figure(point.before, notation)}</td>
            <td>{count(point.n, notation.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
