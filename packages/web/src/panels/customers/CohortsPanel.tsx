import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { HeatMap } from '../../charts/HeatMap.tsx'
import { bucketName } from '../../format/dates.ts'
import { count, figure, type Notation, shortFigure } from '../../format/figures.ts'
import { CohortsDocument } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { whereOf } from '../../routes/scope.ts'
import { useFigures } from '../../routes/useFigures.ts'
import { useScope } from '../../routes/useScope.ts'
import { yearOf } from '../../time/days.ts'
import type { Grain } from '../../time/periods.ts'
import { Panel } from '../Panel.tsx'
import segments from '../segments.module.css'
import css from './CohortsPanel.module.css'

/** Of the customers who first ordered in a bucket, the part that ordered in each interval of their lives since. */
export function CohortsPanel({ grain }: { grain: Grain }) {
  const { t } = useTranslation()
  const reader = useLanguage()
  const { mode } = useSearch({ from: '/customers' })
  const navigate = useNavigate({ from: '/customers' })
  const { period, scope, language } = useScope()
  const { brand, segment, country } = scope.chosen
  const answer = useFigures(CohortsDocument, {
    period,
    interval: grain,
    mode: mode === 'after' ? 'ON_OR_AFTER' : 'ON',
    where: whereOf({ ...(brand && { brand }), ...(segment && { segment }), ...(country && { country }) }),
    language,
  })
  const notation: Notation = { unit: 'share', language: reader, currency: 'EUR' }
  const cohorts = (answer.data?.cohorts.cohorts ?? []).filter(({ size }) => size > 0)
  const year = yearOf(period.to)
  // Interval 0 holds the first order itself: it is whole for everyone, and would leave no shade for the rest.
  const rows = cohorts.map(({ start, end, size, cells }) => ({
    id: start,
    label: bucketName(start, end, grain, reader, year),
    beside: count(size, reader),
    squares: cells.flatMap(({ index, partial, value: { value } }) =>
      index === 0 ? [] : [{ column: String(index), value, text: shortFigure(value, notation), partial }],
    ),
  }))
  const longest = Math.max(0, ...rows.map(({ squares }) => squares.length))
  const columns = Array.from({ length: longest }, (_, index) => String(index + 1))
  const title = answer.data?.cohorts.definition.name ?? t('customers.cohorts')
  return (
    <Panel
      title={title}
      about={t('customers.cohortsAbout', { step: t(`bucket.${grain}`) })}
      lens="cx"
      state={answer.data ? (longest > 0 ? (answer.state === 'stale' ? 'stale' : 'ready') : 'empty') : answer.state}
      failure={answer.failure}
      onRetry={answer.retry}
      height={292}
      table={{
        columns: [
          { key: 'cohort', label: t('customers.cohort') },
          { key: 'size', label: t('customers.cohortSize'), isNumber: true },
          ...columns.map(column => ({ key: column, label: column, isNumber: true })),
        ],
        rows: rows.map(({ id, label, beside, squares }, index) => ({
          cohort: { value: id, text: label },
          size: { value: cohorts[index]?.size ?? null, text: beside },
          ...Object.fromEntries(
            columns.map(column => {
              const value = squares.find(square => square.column === column)?.value ?? null
              return [column, { value, text: value === null ? '' : figure(value, notation) }]
            }),
          ),
        })),
      }}
    >
      <div className={css.modes}>
        <SegmentedControl
          size="sm"
          withItemsBorders={false}
          aria-label={t('customers.modes')}
          value={mode === 'after' ? 'after' : 'on'}
          onChange={picked =>
            void navigate({
              search: old => ({ ...old, mode: picked === 'after' ? 'after' : undefined }),
              replace: true,
              resetScroll: false,
            })
          }
          data={[
            { value: 'on', label: t('customers.on') },
            { value: 'after', label: t('customers.onOrAfter') },
          ]}
          classNames={segments}
        />
      </div>
      <HeatMap
        summary={t('customers.cohortsSummary', { title, count: rows.length })}
        rows={rows}
        columns={columns.map(id => ({ id, label: id }))}
      />
    </Panel>
  )
}
