import { useMediaQuery } from '@mantine/hooks'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Flow } from '../../charts/Flow.tsx'
import { count, span } from '../../format/figures.ts'
import type { JourneyFlowQuery } from '../../graphql/generated/graphql.ts'
import { channelName } from '../../i18n/channelName.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { Figures } from '../../routes/useFigures.ts'
import { Panel } from '../Panel.tsx'
import { PanelTable, type Table } from '../PanelTable.tsx'
import type { JourneyMap } from './journey.ts'
import { useSlow } from './useSlow.ts'
import { type FlowAt, waysOn } from './ways.ts'

const height = 520
/** Ways in the list that stands where bands have no room. */
const LISTED = 15

type Props = {
  map: JourneyMap
  answer: Figures<JourneyFlowQuery>
  /** What the scope filters on that no journey has. */
  note: string | null
  onOpen: (from: FlowAt, to: FlowAt) => void
}

/** A point of the flow by name. */
export const pointName = ({ channel, touchpoint }: FlowAt, t: TFunction): string =>
  channel === null
    ? (touchpoint?.name ?? t('journeys.unknown'))
    : t('journeys.contactBy', { channel: channelName(channel, t) })

/** Which way journeys really went. */
export function FlowPanel({ map, answer: { data, state, failure, retry }, note, onOpen }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isNarrow = useMediaQuery('(max-width: 699px)')
  const flow = data?.journeyFlow ?? null
  const { drawn, table } = useMemo(() => {
    const nameOf = (point: FlowAt) => pointName(point, t)
    const named = (point: FlowAt) => ({ text: nameOf(point), value: nameOf(point) })
    const table: Table = {
      columns: [
        { key: 'from', label: t('journeys.from') },
        { key: 'to', label: t('journeys.to') },
        { key: 'journeys', label: t('journeys.reached'), isNumber: true },
        { key: 'seconds', label: t('journeys.after'), isNumber: true },
      ],
      rows: (flow?.steps ?? []).map(({ from, to, journeys, medianSeconds }) => ({
        from: named(from),
        to: named(to),
        journeys: {
          text: count(journeys, language),
          value: journeys,
          open: {
            name: t('journeys.open', { n: count(journeys, language), from: nameOf(from), to: nameOf(to) }),
            onOpen: () => onOpen(from, to),
          },
        },
        seconds: { text: span(medianSeconds, language), value: medianSeconds },
      })),
    }
    return { drawn: waysOn(flow ?? { steps: [] }, map, nameOf), table }
  }, [flow, map, language, t, onOpen])
  const [first] = table.rows
  return (
    <Panel
      title={t('journeys.flowTitle')}
      about={
        useSlow(state === 'loading') ? t('journeys.walking') : [t('journeys.flowAbout'), note].filter(Boolean).join(' ')
      }
      state={state}
      failure={failure}
      onRetry={retry}
      table={table}
      height={isNarrow ? 0 : height}
    >
      {!first || (drawn.ways.length === 0 && !isNarrow) ? (
        <p>{t('journeys.flowNone')}</p>
      ) : isNarrow ? (
        <PanelTable title={t('journeys.flowTitle')} table={{ ...table, rows: table.rows.slice(0, LISTED) }} />
      ) : (
        <Flow
          {...drawn}
          onWay={({ source, target }) => {
            const step = flow?.steps.find(({ from, to }) => from.id === source && to.id === target)
            if (step) onOpen(step.from, step.to)
          }}
          height={height}
          summary={t('journeys.flowSummary', {
            journeys: count(flow?.journeys, language),
            from: first['from']?.text,
            to: first['to']?.text,
            most: first['journeys']?.text,
          })}
        />
      )}
    </Panel>
  )
}
