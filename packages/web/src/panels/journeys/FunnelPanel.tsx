import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { count, figure, span } from '../../format/figures.ts'
import type { JourneyFunnelQuery } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { Figures } from '../../routes/useFigures.ts'
import { Panel } from '../Panel.tsx'
import type { Table } from '../PanelTable.tsx'
import css from './FunnelPanel.module.css'
import { useSlow } from './useSlow.ts'

type Funnel = NonNullable<JourneyFunnelQuery['journeyFunnel']>

const windows = [7, 14, 30, 60, 90]

/** How many days a journey has, as the address says. Null: those of its map. */
export function readWindow(text: string | undefined): number | null {
  const days = Number(text)
  return windows.includes(days) ? days : null
}

type Props = {
  answer: Figures<JourneyFunnelQuery>
  /** What the scope filters on that no journey has. */
  note: string | null
  onOpen: (touchpoint: string) => void
}

/** How far journeys came along their map: how many, of the step before, and how long it took them. */
export function FunnelPanel({ answer: { data, state, failure, retry }, note, onOpen }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const funnel = data?.journeyFunnel ?? null
  const share = (value: number | null) => figure(value, { unit: 'share', language, currency: '' })
  const whole = funnel?.journeys ?? 0
  const last = funnel?.steps.findLast(({ optional }) => !optional)
  return (
    <Panel
      title={t('journeys.funnelTitle')}
      about={
        useSlow(state === 'loading')
          ? t('journeys.walking')
          : [funnel && aboutOf(funnel), note].filter(Boolean).join(' ')
      }
      state={state === 'ready' && (!funnel || funnel.steps.length === 0 || funnel.journeys === 0) ? 'empty' : state}
      failure={failure}
      onRetry={retry}
      {...(funnel && { table: tableOf(funnel) })}
      height={320}
    >
      {funnel && (
        <>
          <Windows chosen={funnel.windowDays} />
          <div className={`${css.row} ${css.heads}`} aria-hidden="true">
            <span>{t('journeys.touchpoint')}</span>
            <span />
            <span>{t('journeys.reached')}</span>
            <span>{t('journeys.share')}</span>
            <span>{t('journeys.after')}</span>
          </div>
          <ol
            className={css.steps}
            aria-label={t('journeys.funnelSummary', {
              journeys: count(funnel.journeys, language),
              reached: count(last?.journeys, language),
              last: last?.touchpoint?.name ?? t('journeys.unknown'),
            })}
          >
            {funnel.steps.map(step => (
              <li key={step.touchpoint?.id ?? ''} className={`${css.row} ${step.optional ? css.optional : ''}`}>
                <span className={css.name}>
                  {step.touchpoint?.name ?? t('journeys.unknown')}
                  {step.optional && <small>{t('journeys.optionalStep')}</small>}
                </span>
                <span className={css.track} aria-hidden="true">
                  <i style={{ width: `${whole > 0 ? (100 * (step.journeys ?? 0)) / whole : 0}%` }} />
                </span>
                <b className="figures">
                  {step.journeys && step.touchpoint ? (
                    <Opened step={step.touchpoint} n={count(step.journeys, language)} onOpen={onOpen} />
                  ) : (
                    count(step.journeys, language)
                  )}
                </b>
                <span className="figures">
                  {share(step.share)}
                  {step.interval && (
                    <small>
                      {t('journeys.between', { low: share(step.interval.low), high: share(step.interval.high) })}
                    </small>
                  )}
                </span>
                <span className={`${css.time} figures`}>
                  {span(step.medianSeconds, language)}
                  {step.maxSeconds !== null && (
                    <small>{t('journeys.limit', { time: span(step.maxSeconds, language) })}</small>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  )

  function aboutOf({ journeys, running, windowDays: days }: Funnel): string {
    if (journeys === null || running === null) return t('journeys.funnelWithheld', { days })
    return t('journeys.funnelAbout', { journeys: count(journeys, language), running: count(running, language), days })
  }

  function tableOf({ steps }: Funnel): Table {
    const cell = (text: string, value: number | null) => ({ text, value })
    return {
      columns: [
        { key: 'step', label: t('journeys.touchpoint') },
        { key: 'journeys', label: t('journeys.reached'), isNumber: true },
        { key: 'share', label: t('journeys.share'), isNumber: true },
        { key: 'seconds', label: t('journeys.after'), isNumber: true },
      ],
      rows: steps.map(({ touchpoint, journeys, share: of, medianSeconds }) => ({
        step: { text: touchpoint?.name ?? t('journeys.unknown'), value: touchpoint?.name ?? null },
        journeys: cell(count(journeys, language), journeys),
        share: cell(share(of), of),
        seconds: cell(span(medianSeconds, language), medianSeconds),
      })),
    }
  }
}

type OpenedProps = { step: { id: string; name: string }; n: string; onOpen: Props['onOpen'] }

function Opened({ step: { id, name }, n, onOpen }: OpenedProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={css.open}
      aria-label={t('journeys.openStep', { n, name })}
      onClick={() => onOpen(id)}
    >
      {n}
    </button>
  )
}

function Windows({ chosen }: { chosen: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const all = windows.includes(chosen) ? windows : [chosen, ...windows].toSorted((one, other) => one - other)
  return (
    <label className={css.window} data-on-screen-only>
      {t('journeys.window')}
      <select
        value={chosen}
        onChange={({ target }) =>
          void navigate({ to: '.', search: { ...search, window: target.value }, resetScroll: false })
        }
      >
        {all.map(days => (
          <option key={days} value={days}>
            {t('journeys.windowDays', { count: days })}
          </option>
        ))}
      </select>
    </label>
  )
}
