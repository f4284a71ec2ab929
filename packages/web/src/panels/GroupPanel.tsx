import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Bar, BarChart } from '../charts/BarChart.tsx'
import { barsOf, type Grouped, groupedNotation, groupOf } from '../findings/bars.ts'
import { count, figure } from '../format/figures.ts'
import { channelName } from '../i18n/channelName.ts'
import { useLanguage } from '../i18n/language.ts'
import { dimensionOf } from '../routes/dimension.ts'
import type { FilterField } from '../routes/scope.ts'
import { useDrawers } from '../routes/useDrawers.ts'
import { useScope } from '../routes/useScope.ts'
import type { PageAnswer } from './MeasurePanel.tsx'
import { Panel } from './Panel.tsx'
import type { Cell, Table } from './PanelTable.tsx'
import { useUnfiltered } from './useUnfiltered.ts'

type Props = {
  answer: PageAnswer
  metric: Grouped | undefined
  field: FilterField
  lens: 'cx' | 'sv'
  /** Of panels beside it that share one scale. */
  scale?: readonly number[] | undefined
  /** Left out: by what it is. */
  title?: string
}

/** A metric by one dimension. A name filters the page by it, a count opens its records. */
export function GroupPanel({ answer, metric, field, lens, scale, title: given }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scope, change } = useScope()
  const { openRecords } = useDrawers()
  const bars = useMemo(
    () =>
      metric
        ? barsOf(metric).map(bar => (field === 'channel' ? { ...bar, label: channelName(bar.label, t) } : bar))
        : [],
    [metric, field, t],
  )
  const unfiltered = useUnfiltered(metric?.notFilteredBy)
  const title = given ?? t('groups.by', { name: t(`dimension.${field}`).toLocaleLowerCase() })
  if (!metric) {
    const state = answer.state === 'loading' ? 'loading' : 'failed'
    return <Panel title={title} lens={lens} state={state} onRetry={answer.retry} height={192} children={null} />
  }
  const notation = groupedNotation(metric, language)
  const written = (value: number | null): Cell => ({ value, text: figure(value, notation) })
  const table: Table = {
    columns: [
      { key: 'group', label: t(`dimension.${field}`) },
      { key: 'value', label: metric.definition.name, isNumber: true },
      { key: 'low', label: t('chart.table.low'), isNumber: true },
      { key: 'high', label: t('chart.table.high'), isNumber: true },
      { key: 'before', label: t('chart.table.before'), isNumber: true },
      { key: 'n', label: t('chart.table.n'), isNumber: true },
    ],
    rows: bars.map(bar => ({
      group: { value: bar.label, text: bar.label },
      value: written(bar.value),
      low: written(bar.low),
      high: written(bar.high),
      before: written(bar.before),
      n: { value: bar.n, text: count(bar.n, language) },
    })),
  }
  const isCount = notation.unit === 'count'
  return (
    <Panel
      title={title}
      about={unfiltered?.sentence}
      lens={lens}
      state={bars.length === 0 ? 'empty' : answer.state === 'stale' ? 'stale' : 'ready'}
      table={table}
      explorable={{
        keys: [metric.definition.key],
        groupBy: [dimensionOf(field)],
        top: bars.length > 6 ? 10 : 5,
        shape: 'bar',
      }}
      height={192}
    >
      <BarChart
        name={`${metric.definition.name} ${title.toLocaleLowerCase()}`}
        bars={bars}
        notation={notation}
        lens={lens}
        overall={isCount ? null : metric.total.value}
        scale={scale}
        onBar={(bar: Bar) => change({ chosen: { ...scope.chosen, [field]: [groupOf(bar)] } })}
        onRecords={(bar: Bar) => openRecords({ key: metric.definition.key, only: { [field]: [groupOf(bar)] } })}
      />
    </Panel>
  )
}
