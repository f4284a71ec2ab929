import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { count, figure, type Language, nothing } from '../../format/figures.ts'
import type { MetricKey } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import type { Figures } from '../../routes/useFigures.ts'
import { Panel } from '../Panel.tsx'
import type { Table } from '../PanelTable.tsx'
import { figureAt, type JourneyFigures, type JourneyMap, type Step, type Told } from './journey.ts'
import css from './MapPanel.module.css'
import { StageHead } from './StageHead.tsx'

type Props = { map: JourneyMap; answer: Figures<JourneyFigures> }

const scores = [
  { key: 'CSAT_MEAN', field: 'csat', least: 1, most: 5 },
  { key: 'CES_MEAN', field: 'ces', least: 1, most: 7 },
] as const
/** Answers from which on a mean is told beside its target. */
const ENOUGH = 30

type Score = (typeof scores)[number]

const columns = [
  { key: 'INTERACTIONS', label: 'visits' },
  { key: 'CONTACTS', label: 'contacts' },
  { key: 'CSAT_MEAN', label: 'csat' },
  { key: 'CES_MEAN', label: 'ces' },
] as const

/** The journey as designed, stage by stage, with what happened at each touchpoint beside it. */
export function MapPanel({ map, answer: { data, state, failure, retry } }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openDefinition } = useDrawers()
  const told = data?.touchpoints ?? []
  const largest = (key: MetricKey) =>
    Math.max(1, ...map.steps.map(({ touchpoint }) => figureAt(told, key, touchpoint?.id)?.value ?? 0))
  const most = { INTERACTIONS: largest('INTERACTIONS'), CONTACTS: largest('CONTACTS') }
  return (
    <Panel
      title={t('journeys.mapTitle')}
      about={t('journeys.mapAbout')}
      state={map.steps.length === 0 && state === 'ready' ? 'empty' : state}
      failure={failure}
      onRetry={retry}
      table={tableOf(map, data, t, language)}
      height={480}
    >
      <div className={`${css.row} ${css.heads}`}>
        <span>{t('journeys.touchpoint')}</span>
        {columns.map(({ key, label }) => (
          <button key={key} type="button" onClick={() => openDefinition(key)}>
            {t(`journeys.${label}`)}
          </button>
        ))}
      </div>
      {map.stages.map(stage => (
        <section key={stage.id} className={css.stage} aria-label={stage.name}>
          <StageHead stage={stage} figures={data?.stages ?? []} />
          <ul>
            {map.steps
              .filter(step => step.stage === stage.id)
              .map(step => (
                <li key={step.touchpoint?.id ?? ''} className={css.row}>
                  <Place step={step} />
                  <Volume metric="INTERACTIONS" step={step} most={most.INTERACTIONS} figures={told} />
                  <Volume metric="CONTACTS" step={step} most={most.CONTACTS} figures={told} />
                  {scores.map(score => (
                    <Felt
                      key={score.key}
                      score={score}
                      step={step}
                      told={figureAt(told, score.key, step.touchpoint?.id)}
                    />
                  ))}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Panel>
  )
}

function Place({ step: { touchpoint, optional } }: { step: Step }) {
  const { t } = useTranslation()
  const marks = [
    touchpoint?.department ?? t('journeys.noDepartment'),
    ...(optional ? [t('journeys.optionalStep')] : []),
    ...(touchpoint?.awareness === 'UNCONSCIOUS' ? [t('journeys.unconscious')] : []),
  ]
  return (
    <div className={css.place}>
      <b>{touchpoint?.name ?? t('journeys.unknown')}</b>
      {touchpoint?.momentOfTruth && <em className={css.truth}>{t('journeys.moment')}</em>}
      <span>{marks.join(' · ')}</span>
    </div>
  )
}

type VolumeProps = {
  metric: 'INTERACTIONS' | 'CONTACTS'
  step: Step
  /** The largest of the column, which the bar fills. */
  most: number
  figures: JourneyFigures['touchpoints']
}

function Volume({ metric, step: { touchpoint }, most, figures }: VolumeProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openRecords } = useDrawers()
  const told = figureAt(figures, metric, touchpoint?.id)
  // What has no group of its own was not counted at all; a group without a value is withheld.
  const value = told ? told.value : 0
  const label = t(metric === 'CONTACTS' ? 'journeys.contacts' : 'journeys.visits')
  return (
    <div className={css.cell}>
      <span className={css.label}>{label}</span>
      <span className={css.track} aria-hidden="true">
        <i className={metric === 'CONTACTS' ? css.sv : css.cx} style={{ width: `${(100 * (value ?? 0)) / most}%` }} />
      </span>
      {value !== null && touchpoint ? (
        <button
          type="button"
          className="figures"
          aria-label={`${touchpoint.name}, ${label}: ${count(value, language)}`}
          onClick={() => openRecords({ key: metric, only: { touchpoint: [touchpoint.id] } })}
        >
          {count(value, language)}
        </button>
      ) : (
        <span className="figures">{count(null, language)}</span>
      )}
    </div>
  )
}

/** A mean beside what it should be: a bar to the value, an ink mark at the ideal. */
function Felt({
  score: { key, field, least, most },
  step: { touchpoint },
  told,
}: {
  score: Score
  step: Step
  told: Told | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const ideal = touchpoint?.ideal?.[field] ?? null
  const value = told?.value ?? null
  const n = told?.n ?? 0
  const isFew = n < ENOUGH
  const { openRecords } = useDrawers()
  const along = (score: number) => `${(100 * (score - least)) / (most - least)}%`
  const written = (score: number) => figure(score, { unit: 'score', language, currency: '' })
  const missed = !isFew && value !== null && ideal !== null && value < ideal
  return (
    <div className={css.cell}>
      <span className={css.label}>{t(`journeys.${field}`)}</span>
      <span className={css.track} aria-hidden="true">
        {value !== null && <i className={`${css.cx} ${isFew ? css.few : ''}`} style={{ width: along(value) }} />}
        {missed && (
          <i className={css.short} style={{ left: along(value), width: `calc(${along(ideal)} - ${along(value)})` }} />
        )}
        {ideal !== null && <i className={css.ideal} style={{ left: along(ideal) }} />}
      </span>
      <span className={`figures ${isFew ? css.light : ''}`}>
        {value === null ? nothing : written(value)}
        <small>
          {ideal === null ? t('journeys.noIdeal') : t('journeys.ideal', { value: written(ideal) })}
          {touchpoint && n > 0 && (
            <>
              {' · '}
              <button
                type="button"
                aria-label={`${touchpoint.name}, ${t(`journeys.${field}`)}, n ${count(n, language)}`}
                onClick={() => openRecords({ key, only: { touchpoint: [touchpoint.id] } })}
              >
                n {count(n, language)}
              </button>
            </>
          )}
        </small>
      </span>
    </div>
  )
}

function tableOf(map: JourneyMap, data: JourneyFigures | null, t: TFunction, language: Language): Table {
  const numbers = [...columns.map(({ key, label }) => ({ key, label: t(`journeys.${label}`) }))]
  const ideals = scores.map(({ field }) => ({
    key: field,
    label: t('journeys.idealOf', { name: t(`journeys.${field}`) }),
  }))
  const stageName = (id: string) => map.stages.find(stage => stage.id === id)?.name ?? id
  const plain = (text: string | null | undefined) => ({ text: text ?? nothing, value: text ?? null })
  const cell = (key: string, value: number | null) => ({
    text: figure(value, {
      unit: key === 'INTERACTIONS' || key === 'CONTACTS' ? 'count' : 'score',
      language,
      currency: '',
    }),
    value,
  })
  return {
    columns: [
      { key: 'stage', label: t('journeys.stage') },
      { key: 'touchpoint', label: t('journeys.touchpoint') },
      { key: 'department', label: t('journeys.department') },
      ...[...numbers, ...ideals].map(column => ({ ...column, isNumber: true })),
    ],
    rows: map.steps.map(({ stage, touchpoint }) => ({
      stage: plain(stageName(stage)),
      touchpoint: plain(touchpoint?.name),
      department: plain(touchpoint?.department),
      ...Object.fromEntries(
        columns.map(({ key }) => [
          key,
          cell(key, figureAt(data?.touchpoints ?? [], key, touchpoint?.id)?.value ?? null),
        ]),
      ),
      ...Object.fromEntries(scores.map(({ field }) => [field, cell(field, touchpoint?.ideal?.[field] ?? null)])),
    })),
  }
}
