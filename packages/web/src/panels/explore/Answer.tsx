import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '../../charts/BarChart.tsx'
import { scaleOf } from '../../charts/line.ts'
import { Trend } from '../../charts/Trend.tsx'
import { periodName } from '../../format/dates.ts'
import type { Notation } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import type { Answer as Asked } from '../../routes/useFigures.ts'
import type { Grain, Period } from '../../time/periods.ts'
import { Panel } from '../Panel.tsx'
import { useUnfiltered } from '../useUnfiltered.ts'
import css from './Answer.module.css'
import { canDraw, type Definition, type Exploration, knownParams } from './exploration.ts'
import { FigureTable } from './FigureTable.tsx'
import { Heat } from './Heat.tsx'
import { notationFor, splitName } from './headline.ts'
import { type Answered, idOf, nameOf, type OpensRecords, onlyOf } from './rows.ts'
import { tableOf } from './tableOf.ts'
import { Undrawn } from './Undrawn.tsx'

type Props = {
  exploration: Exploration
  definitions: readonly Definition[]
  metrics: readonly Answered[]
  answer: Asked
  period: Period
  grain: Grain
  onChange: (exploration: Exploration) => void
}

/** What the server answered, in the shape that was asked: a sheet for each metric, or one table of all. */
export function Answer({ exploration, definitions, metrics, answer, period, grain, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openDefinition, openRecords } = useDrawers()
  const { groupBy, shape, params } = exploration
  const { state, failure, retry } = answer
  const notationOf = (metric: Answered) => notationFor(metric.definition, params, definitions, language)
  const recordsOf =
    ({ key, params: known }: Definition): OpensRecords =>
    of =>
      openRecords({ key, ...of, params: knownParams(params, known) })
  const days = periodName(period, language)
  const about =
    groupBy.length > 0
      ? t('explore.panelAbout', { by: splitName(groupBy, t), period: days })
      : t('explore.panelAlone', { period: days })
  const faces = (metric?: Answered) => ({
    state: metric && metric.total.n === 0 ? ('empty' as const) : state,
    failure,
    onRetry: retry,
    height: 160,
  })

  if (!canDraw(shape, groupBy)) return <Undrawn {...{ exploration, definitions, onChange }} />
  if (shape === 'table') {
    return (
      <Panel title={definitions.map(({ name }) => name).join(', ')} about={about} {...faces()}>
        <FigureTable
          metrics={metrics}
          definitions={definitions}
          groupBy={groupBy}
          notationOf={notationOf}
          openDefinition={openDefinition}
          recordsOf={recordsOf}
        />
        {metrics.map(metric => (
          <NotFiltered key={metric.definition.key} metric={metric} />
        ))}
      </Panel>
    )
  }
  return definitions.map(definition => {
    const { key, name } = definition
    const metric = metrics.find(metric => metric.definition.key === key)
    const lens = definition.lens === 'SERVICE' ? ('sv' as const) : ('cx' as const)
    return (
      <Panel
        key={key}
        title={name}
        about={about}
        lens={lens}
        {...faces(metric)}
        {...(metric && { table: tableOf(metric, exploration, notationOf(metric), grain, period, t) })}
      >
        {metric && (
          <>
            {shape === 'line' ? (
              <Trends
                metric={metric}
                minSample={definition.minSample}
                lens={lens}
                notation={notationOf(metric)}
                period={period}
                grain={grain}
                stale={state === 'stale'}
                onRecords={recordsOf(definition)}
              />
            ) : shape === 'heat' ? (
              <Heat
                metric={metric}
                exploration={exploration}
                minSample={definition.minSample}
                lens={lens}
                notation={notationOf(metric)}
                period={period}
                grain={grain}
                onRecords={recordsOf(definition)}
              />
            ) : (
              <Bars metric={metric} lens={lens} notation={notationOf(metric)} onRecords={recordsOf(definition)} />
            )}
            <NotFiltered metric={metric} />
          </>
        )}
      </Panel>
    )
  })
}

type DrawnProps = { metric: Answered; lens: 'cx' | 'sv'; notation: Notation; onRecords: OpensRecords }

/** A line for each group, each in its own frame on one scale: lines of one hue on one ground could not be told apart. */
function Trends({
  metric,
  minSample,
  onRecords,
  ...drawn
}: DrawnProps & { minSample: number; period: Period; grain: Grain; stale: boolean }) {
  const { openDefinition } = useDrawers()
  const { key, name } = metric.definition
  const isAlone = metric.series.length === 1
  const { from } = drawn.period
  const scale = useMemo(
    () =>
      scaleOf(
        metric.series.map(({ points }) => points),
        from,
      ),
    [metric.series, from],
  )
  return (
    <div className={isAlone ? undefined : css.many}>
      {metric.series.map(({ keys, total, points }) => {
        const only = onlyOf(keys)
        const named = nameOf(keys)
        return (
          <div key={idOf(keys)}>
            {named !== '' && <h3 className={css.group}>{named}</h3>}
            <Trend
              {...drawn}
              name={named === '' ? name : `${name}, ${named}`}
              points={points}
              few={total.n !== null && total.n < minSample}
              heightPx={isAlone ? 240 : 112}
              scale={isAlone ? undefined : scale}
              onDefinition={() => openDefinition(key)}
              onRecords={at => only && onRecords({ at, grain: drawn.grain, only })}
            />
          </div>
        )
      })}
    </div>
  )
}

function Bars({ metric, lens, notation, onRecords }: DrawnProps) {
  const bars = metric.series.map(({ keys, total }) => ({
    id: idOf(keys),
    label: nameOf(keys),
    value: total.value,
    low: total.interval?.low ?? null,
    high: total.interval?.high ?? null,
    before: total.compared?.value ?? null,
    n: total.n,
  }))
  return (
    <BarChart
      name={metric.definition.name}
      bars={bars}
      lens={lens}
      notation={notation}
      overall={notation.unit === 'count' || notation.unit === 'money' ? null : metric.total.value}
      onRecords={bar => {
        const only = onlyOf(metric.series.find(({ keys }) => idOf(keys) === bar.id)?.keys ?? [])
        if (only) onRecords({ only })
      }}
    />
  )
}

/** A filter of the page that this metric is not known by, and so was not counted under. */
function NotFiltered({ metric }: { metric: Answered }) {
  const unfiltered = useUnfiltered(metric.notFilteredBy)
  return unfiltered && <p className={css.note}>{`${metric.definition.name}: ${unfiltered.sentence}`}</p>
}
