import { IconEyeOff } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { faceOf, notationOf } from '../findings/card.ts'
import type { Metric } from '../findings/metric.ts'
import { count, figure, unitWord } from '../format/figures.ts'
import { useLanguage } from '../i18n/language.ts'
import { useDrawers } from '../routes/useDrawers.ts'
import { Change } from './Change.tsx'
import css from './Reading.module.css'

/** What a figure was counted from. */
export type Counted = 'answers' | 'contacts' | 'firstContacts' | 'resolutions' | 'surveys' | 'customers' | 'orders'

const sampleOf = (counted: Counted) => {
  if (counted === 'customers' || counted === 'orders') return counted
  return counted === 'answers' || counted === 'surveys' ? 'answers' : 'contacts'
}

/** A figure with its change, its interval and its n, which open its definition and its records. */
export function Reading({ metric, counted }: { metric: Metric; counted: Counted }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openDefinition, openRecords } = useDrawers()
  const { definition, total } = metric
  const face = faceOf(metric, 'ready')
  const notation = notationOf(metric, language)
  const unit = unitWord(total.value, notation.unit)
  const { interval, n } = total
  const meta: ReactNode[] = []
  if (interval) meta.push(t('between', { low: figure(interval.low, notation), high: figure(interval.high, notation) }))
  if (n !== null) {
    const shown = t(`counted.${counted}`, { count: n, shown: count(n, language) })
    meta.push(
      <button
        type="button"
        onClick={() => openRecords({ key: definition.key })}
        aria-label={t('records.open', { counted: shown })}
      >
        {shown}
      </button>,
    )
  }
  meta.push(
    <button
      type="button"
      aria-label={`${definition.name}: ${t('definition.title')}`}
      onClick={() => openDefinition(definition.key)}
    >
      {t('definition.title')}
    </button>,
  )
  return (
    <div className={`${css.reading} figures`}>
      {total.value === null ? (
        <p className={css.withheld}>
          {face === 'withheld' && <IconEyeOff size={20} stroke={1.75} aria-hidden="true" />}
          {face === 'withheld'
            ? t('face.tooFewFor', { min: definition.minSample, counted: t(`face.plural.${sampleOf(counted)}`) })
            : total.n
              ? t('face.noTotal')
              : t(`face.empty.${sampleOf(counted)}`)}
        </p>
      ) : (
        <>
          <span className={`${css.value} ${face === 'few' ? css.light : ''}`}>
            {figure(total.value, notation)}
            {unit && <span className={css.unit}>{t(`unit.${unit}`)}</span>}
          </span>
          {face === 'few' ? t(`change.tooFew.${sampleOf(counted)}`) : <Change metric={metric} notation={notation} />}
        </>
      )}
      <p className={css.meta}>
        {meta.map((part, index) => (
          <Fragment key={typeof part === 'string' ? 'between' : `part-${index}`}>
            {index > 0 && ' · '}
            {part}
          </Fragment>
        ))}
      </p>
    </div>
  )
}
