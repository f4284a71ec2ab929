import { useTranslation } from 'react-i18next'
import { Stacked } from '../../charts/Stacked.tsx'
import { bucketName } from '../../format/dates.ts'
import { count } from '../../format/figures.ts'
import type { CustomerFiguresQuery } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { yearOf } from '../../time/days.ts'
import type { Grain } from '../../time/periods.ts'
import type { PageAnswer } from '../MeasurePanel.tsx'
import { Panel } from '../Panel.tsx'
import type { Cell } from '../PanelTable.tsx'
import css from './LifecyclePanel.module.css'

/** From the axis outward. */
const fills: Record<string, string> = {
  RETURNING: 'var(--cx-text)',
  RESURRECTED: 'var(--cx-fill)',
  NEW: 'var(--cx-band)',
  DORMANT: 'var(--ghost)',
}

type Props = { answer: PageAnswer; metric: CustomerFiguresQuery['lifecycle'][number] | undefined; grain: Grain }

/** Who came, stayed and came back, above the axis; who fell asleep, below it. */
export function LifecyclePanel({ answer, metric, grain }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const stages = Object.entries(fills).flatMap(([id, fill]) => {
    const series = metric?.series.find(({ keys: [key] }) => key?.value === id)
    return series ? [{ id, fill, label: series.keys[0]?.label ?? id, points: series.points }] : []
  })
  const points = stages[0]?.points ?? []
  const year = yearOf(points.at(-1)?.start ?? '2000-01-01')
  const stacks = points.map(({ start, end }, index) => ({
    id: start,
    label: bucketName(start, end, grain, language, year),
    parts: Object.fromEntries(
      stages.map(({ id, points }) => [id, (id === 'DORMANT' ? -1 : 1) * (points[index]?.value.value ?? 0)]),
    ),
  }))
  const sums = new Map(stages.map(({ id }) => [id, stacks.reduce((sum, { parts }) => sum + (parts[id] ?? 0), 0)]))
  const asCount = (value: number): Cell => ({ value, text: count(value, language) })
  const title = metric?.definition.name ?? t('customers.lifecycle')
  return (
    <Panel
      title={title}
      about={t('customers.lifecycleAbout')}
      lens="cx"
      state={metric ? (stacks.length > 0 ? 'ready' : 'empty') : answer.state === 'loading' ? 'loading' : 'failed'}
      failure={answer.failure}
      onRetry={answer.retry}
      height={292}
      explorable={{ keys: ['LIFECYCLE'], groupBy: ['LIFECYCLE_STAGE'], grain }}
      table={{
        columns: [
          { key: 'bucket', label: t('chart.table.bucket') },
          ...stages.map(({ id, label }) => ({ key: id, label, isNumber: true })),
        ],
        rows: stacks.map(({ id, label, parts }) => ({
          bucket: { value: id, text: label },
          ...Object.fromEntries(stages.map(stage => [stage.id, asCount(Math.abs(parts[stage.id] ?? 0))])),
        })),
      }}
    >
      <ul className={css.legend}>
        {stages.map(({ id, fill, label }) => (
          <li key={id}>
            <i style={{ background: fill }} aria-hidden="true" />
            {label}
          </li>
        ))}
      </ul>
      <Stacked
        summary={t('customers.lifecycleSummary', {
          title,
          came: count(sums.get('NEW') ?? 0, language),
          left: count(Math.abs(sums.get('DORMANT') ?? 0), language),
        })}
        stacks={stacks}
        parts={stages}
        language={language}
        height={260}
      />
    </Panel>
  )
}
