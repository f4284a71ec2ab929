import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '../../charts/BarChart.tsx'
import type { Bar } from '../../charts/barLayers.tsx'
import { Histogram } from '../../charts/Histogram.tsx'
import { notationOf } from '../../findings/card.ts'
import type { Metric } from '../../findings/metric.ts'
import { duration, figure, noBreak } from '../../format/figures.ts'
import type { ServiceQuery } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import type { PageAnswer } from '../MeasurePanel.tsx'
import { Panel } from '../Panel.tsx'

type Props = { answer: PageAnswer; metrics: Metric[]; handling: ServiceQuery['handling'][number] | undefined }

const parts = ['TALK_TIME', 'HOLD_TIME', 'WRAP_TIME'] as const
const plotHeight = 172

/** What handling a contact is made of: talking, holding, and what is written up afterwards. */
export function HandlingParts({ answer, metrics }: Omit<Props, 'handling'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openRecords } = useDrawers()
  const found = parts.flatMap(key => metrics.find(({ definition }) => definition.key === key) ?? [])
  const bars = found.map(
    ({ definition, total }): Bar => ({
      id: definition.key,
      label: definition.name,
      value: total.value,
      low: total.interval?.low ?? null,
      high: total.interval?.high ?? null,
      before: total.compared?.value ?? null,
      n: total.n,
    }),
  )
  const notation = found[0] && notationOf(found[0], language)
  return (
    <Panel
      title={t('service.parts.title')}
      about={t('service.parts.about')}
      lens="sv"
      state={stateOf(
        answer,
        notation !== undefined,
        bars.every(({ value }) => value === null),
      )}
      onRetry={answer.retry}
      height={plotHeight}
      explorable={{ keys: parts }}
      {...(notation && {
        table: {
          columns: [
            { key: 'part', label: t('service.parts.part') },
            { key: 'value', label: t('chart.table.value'), isNumber: true },
          ],
          rows: bars.map(({ label, value }) => ({
            part: { value: label, text: label },
            value: { value, text: figure(value, notation) },
          })),
        },
      })}
    >
      {notation && (
        <BarChart
          name={t('service.parts.title')}
          bars={bars}
          notation={notation}
          lens="sv"
          onRecords={bar => {
            const key = parts.find(part => part === bar.id)
            if (key) openRecords({ key })
          }}
        />
      )}
    </Panel>
  )
}

/** How long contacts took, each by itself: the mean hides the few that take very long. */
export function HandlingSpread({ answer, handling }: Omit<Props, 'metrics'>) {
  const { t } = useTranslation()
  const total = handling?.total
  const columns = useMemo(
    () =>
      (total?.distribution ?? []).map(({ from, to, count }) => ({
        id: String(from),
        label: from < 3600 ? duration(from) : `${duration(from)}${noBreak}${t('unit.short.hours')}`,
        to,
        count,
      })),
    [total, t],
  )
  const isTold = total?.median !== null && total?.median !== undefined && total.longest !== null
  const sentence = isTold
    ? t('service.spread.about', { median: duration(total.median ?? 0), longest: duration(total.longest ?? 0) })
    : ''
  return (
    <Panel
      title={t('service.spread.title')}
      about={sentence}
      lens="sv"
      state={stateOf(answer, total !== undefined, columns.length === 0)}
      onRetry={answer.retry}
      height={plotHeight}
      table={{
        columns: [
          { key: 'from', label: t('service.spread.from'), isNumber: true },
          { key: 'to', label: t('service.spread.to'), isNumber: true },
          { key: 'count', label: t('service.spread.count'), isNumber: true },
        ],
        rows: columns.map(({ id, to, count }) => ({
          from: { value: Number(id), text: duration(Number(id)) },
          to: { value: to, text: duration(to) },
          count: { value: count, text: String(count) },
        })),
      }}
    >
      <Histogram columns={columns} lens="sv" height={plotHeight} summary={sentence} />
    </Panel>
  )
}

export const stateOf = (answer: PageAnswer, isThere: boolean, isEmpty: boolean) => {
  if (!isThere) return answer.state === 'loading' ? 'loading' : 'failed'
  if (isEmpty) return 'empty'
  return answer.state === 'stale' ? 'stale' : 'ready'
}
