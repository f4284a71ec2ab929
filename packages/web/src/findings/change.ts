import type { TFunction } from 'i18next'
import { differenceSign, differenceSize, type Notation, noBreak } from '../format/figures.ts'
import type { Metric } from './metric.ts'

/**
 * What a comparison says. `moved`: a clear change of a metric that has no better side.
 * `untested`: it differs, and nobody can tell whether by chance. `unknown`: too few answers, or nothing to compare with.
 */
export type Verdict = 'better' | 'worse' | 'same' | 'moved' | 'untested' | 'unknown'

/** What a verdict needs to know of a figure, whichever question brought it. */
export type Compared = {
  definition: Pick<Metric['definition'], 'direction'>
  total: Pick<Metric['total'], 'value' | 'suppressed'> & {
    compared: Pick<NonNullable<Metric['total']['compared']>, 'difference' | 'significant'> | null
  }
}

/** Significance comes from the server, the better side from the definition; the sign alone says nothing. */
export function verdictOf(metric: Compared | undefined): Verdict {
  if (!metric || metric.total.value === null || metric.total.suppressed) return 'unknown'
  const { difference = null, significant = null } = metric.total.compared ?? {}
  if (difference === null) return 'unknown'
  if (significant === null) return 'untested'
  if (!significant || difference === 0) return 'same'
  if (metric.definition.direction === 'NONE') return 'moved'
  return difference > 0 === (metric.definition.direction === 'UP') ? 'better' : 'worse'
}

/** The clear change of a metric in its own unit; null when there is none to speak of. */
export function clearChange(metric: Metric | undefined): number | null {
  const verdict = verdictOf(metric)
  if (verdict === 'same' || verdict === 'untested' || verdict === 'unknown') return null
  return metric?.total.compared?.difference ?? null
}

/** `5,1 pt`, `19 s`, `€ 0,19`: as short as a pill needs it, unsigned. */
export function shortChange(difference: number, notation: Notation, t: TFunction): string {
  const { size, unit } = differenceSize(difference, notation)
  return unit === null ? size : size + noBreak + t(`unit.short.${unit}`)
}

/** `5,1 punt`, `19 s`, `€ 0,77 per week`: as a sentence says it, unsigned. */
export function spokenChange(difference: number, notation: Notation, per: string | null, t: TFunction): string {
  const { size, unit } = differenceSize(difference, notation)
  const spoken = unit === null ? size : size + noBreak + t(`unit.spoken.${unit}`)
  return per === null ? spoken : `${spoken} ${per}`
}

/** The sign of a change as it is shown; empty where it rounds to zero. */
export const signOf = (difference: number, notation: Notation): string =>
  differenceSign(difference, differenceSize(difference, notation).size)
