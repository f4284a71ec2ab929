import { useTranslation } from 'react-i18next'
import { figure, unitOf } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import { figureAt, type JourneyFigures, type JourneyMap } from './journey.ts'
import css from './MapPanel.module.css'

type Stage = JourneyMap['stages'][number]

const told = [
  { key: 'STAGE_CONVERSION', ideal: 'conversion' },
  { key: 'CES', ideal: 'ces' },
  { key: 'CONTACT_RATE', ideal: 'contactRate' },
  { key: 'FIRST_TIME_FIX', ideal: 'firstTimeFix' },
  { key: 'RELATIONAL_NPS', ideal: 'relationalNps' },
] as const

/** A stage by name, with its own figures beside what they should be. */
export function StageHead({ stage, figures }: { stage: Stage; figures: JourneyFigures['stages'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openDefinition } = useDrawers()
  return (
    <header className={css.stageHead}>
      <h3 title={stage.timeWellSpent ? t('journeys.stageWellSpent') : undefined}>{stage.name}</h3>
      {told.map(({ key, ideal }) => {
        const value = figureAt(figures, key, stage.id)?.value ?? null
        const unit = unitOf(figures.find(({ definition }) => definition.key === key)?.definition.unit ?? '')
        const notation = { unit: key === 'CONTACT_RATE' ? ('count' as const) : unit, language, currency: '' }
        const target = stage.timeWellSpent && key === 'CONTACT_RATE' ? null : (stage.ideal?.[ideal] ?? null)
        return value === null ? null : (
          <button key={key} type="button" className="figures" onClick={() => openDefinition(key)}>
            <b>{figure(value, notation)}</b> {t(`journeys.stageFigures.${key}`)}
            <small>
              {' '}
              {target === null ? t('journeys.noIdeal') : t('journeys.ideal', { value: figure(target, notation) })}
            </small>
          </button>
        )
      })}
    </header>
  )
}
