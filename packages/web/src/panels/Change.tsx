import { useTranslation } from 'react-i18next'
import { type Compared, shortChange, signOf, verdictOf } from '../findings/change.ts'
import type { Notation } from '../format/figures.ts'
import css from './Change.module.css'

/** A triangle in the direction of the number. */
function Triangle({ up }: { up: boolean }) {
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
      <path d={up ? 'M4 .8.4 7h7.2z' : 'M4 7.2.4 1h7.2z'} fill="currentColor" />
    </svg>
  )
}

/** How far a figure moved and whether that is better: outlined, worse: filled, by chance or untested: no shape at all. */
export function Change({ metric, notation }: { metric: Compared; notation: Notation }) {
  const { t } = useTranslation()
  const verdict = verdictOf(metric)
  const difference = metric.total.compared?.difference
  if (verdict === 'unknown' || difference === null || difference === undefined) {
    return <span className={`${css.pill} ${css.quiet}`}>{t('change.noEarlier')}</span>
  }
  const size = shortChange(difference, notation, t)
  if (verdict === 'same' || verdict === 'untested') {
    return (
      <span className={`${css.pill} ${css.quiet} figures`}>
        {verdict === 'same' && <b aria-hidden="true">≈</b>}
        {t(`change.${verdict}`, { size: signOf(difference, notation) + size })}
      </span>
    )
  }
  return (
    <span className={`${css.pill} ${css[verdict]} figures`}>
      <Triangle up={difference > 0} />
      {t(`change.${verdict}`, { size: verdict === 'moved' ? signOf(difference, notation) + size : size })}
    </span>
  )
}
