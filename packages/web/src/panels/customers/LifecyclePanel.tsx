import '../../i18n/pages/annotations.ts'
import { useTranslation } from 'react-i18next'
import { noteOf, useAnnotations } from '../../charts/annotations.ts'
import { Stacked } from '../../charts/Stacked.tsx'
import type { Part } from '../../charts/texture.tsx'
import { bucketName } from '../../format/dates.ts'
import { count } from '../../format/figures.ts'
import type { CustomerFiguresQuery } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { yearOf } from '../../time/days.ts'
import type { Grain } from '../../time/periods.ts'
import type { PageAnswer } from '../MeasurePanel.tsx'
import { Panel } from '../Panel.tsx'
import type { Cell } from '../PanelTable.tsx'

/** From the axis outward. */
const looks: Part[] = [
  { id: 'RETURNING', hue: 'var(--cx-text)', texture: 'solid' },
  { id: 'RESURRECTED', hue: 'var(--cx)', texture: 'lines' },
  { id: 'NEW', hue: 'var(--cx)', texture: 'dots' },
  { id: 'DORMANT', hue: 'var(--ink-3)', texture: 'rows' },
]

type Props = { answer: PageAnswer; metric: CustomerFiguresQuery['lifecycle'][number] | undefined; grain: Grain }

/** Who came, stayed and came back, above the axis; who fell asleep, below it. */
export function LifecyclePanel({ answer, metric, grain }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const annotations = useAnnotations('cx')
  const stages = looks.flatMap(look => {
    const series = metric?.series.find(({ keys: [key] }) => key?.value === look.id)
    return series ? [{ ...look, label: series.keys[0]?.label ?? look.id, points: series.points }] : []
  })
  const points = stages[0]?.points ?? []
  const year = yearOf(points.at(-1)?.start ?? '2000-01-01')
  const stacks = points.map(({ start, end }, index) => ({
    start,
    end,
    label: bucketName(start, end, grain, language, year),
    parts: Object.fromEntries(
      stages.map(({ id, points }) => [id, (id === 'DORMANT' ? -1 : 1) * (points[index]?.value.value ?? 0)]),
    ),
  }))
  const sums = new Map(stages.map(({ id }) => [id, stacks.reduce((sum, { parts }) => sum + (parts[id] ?? 0), 0)]))
  const asCount = (value: number): Cell => ({ value, text: count(value, language) })
  const said = (text: string): Cell => ({ value: text, text })
  const title = metric?.definition.name ?? t('customers.lifecycle')
  return (
    <Panel
      title={title}
      about={t('customers.lifecycleAbout')}
      lens="cx"
      state={metric ? (stacks.length > 0 ? 'ready' : 'empty') : answer.state === 'loading' ? 'loading' : 'failed'}
      failure={answer.failure}
      onRetry={answer.retry}
      height={372}
      explorable={{ keys: ['LIFECYCLE'], groupBy: ['LIFECYCLE_STAGE'], grain }}
      table={{
        columns: [
          { key: 'bucket', label: t('chart.table.bucket') },
          ...stages.map(({ id, label }) => ({ key: id, label, isNumber: true })),
          ...(annotations.length > 0 ? [{ key: 'note', label: t('annotations.column') }] : []),
        ],
        rows: stacks.map(({ start, end, label, parts }) => ({
          bucket: { value: start, text: label },
          note: said(noteOf(annotations, { start, end })),
          ...Object.fromEntries(stages.map(stage => [stage.id, asCount(Math.abs(parts[stage.id] ?? 0))])),
        })),
      }}
    >
      <Stacked
        summary={t('customers.lifecycleSummary', {
          title,
          came: count(sums.get('NEW') ?? 0, language),
          left: count(Math.abs(sums.get('DORMANT') ?? 0), language),
        })}
        stacks={stacks}
        parts={stages}
        language={language}
        height={340}
      />
    </Panel>
  )
}
