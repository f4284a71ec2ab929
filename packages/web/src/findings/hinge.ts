import type { TFunction } from 'i18next'
import { type Notation, shortFigure } from '../format/figures.ts'
import { clearChange, signOf, spokenChange, type Verdict, verdictOf } from './change.ts'
import type { CardKey, Metric } from './metric.ts'
import { capitalised, type Phrase, phraseOf } from './phrase.ts'

/** The nine names a pair can have, and one each for a pair of which chance cannot be told or that cannot be compared yet. */
export type HingeName =
  | 'bothBetter'
  | 'paidByCustomer'
  | 'boughtWithCost'
  | 'bothWorse'
  | 'onlyExperienceBetter'
  | 'onlyExperienceWorse'
  | 'onlyServiceBetter'
  | 'onlyServiceWorse'
  | 'noDifference'
  | 'untested'
  | 'notComparable'

/** A wing of the glyph: it rises for better, sinks for worse, lies level for everything else. */
export type Wing = 'up' | 'level' | 'down'

export const wingOf = (verdict: Verdict): Wing => (verdict === 'better' ? 'up' : verdict === 'worse' ? 'down' : 'level')

export function hingeName(experience: Verdict, service: Verdict): HingeName {
  if (experience === 'unknown' || service === 'unknown') return 'notComparable'
  if (experience === 'untested' || service === 'untested') return 'untested'
  const names: Record<Wing, Record<Wing, HingeName>> = {
    up: { up: 'bothBetter', level: 'onlyExperienceBetter', down: 'boughtWithCost' },
    level: { up: 'onlyServiceBetter', level: 'noDifference', down: 'onlyServiceWorse' },
    down: { up: 'paidByCustomer', level: 'onlyExperienceWorse', down: 'bothWorse' },
  }
  return names[wingOf(experience)][wingOf(service)]
}

/** One side of a hinge: the metric with how it is written and, for money over time, per what. */
export type Side = { key: CardKey; metric: Metric | undefined; notation: Notation; per: string | null }

/**
 * What the pair says in one sentence. It states that two things went together and never that one led to the other:
 * that would need a control group.
 */
export function hingeSentence(experience: Side, service: Side, t: TFunction): Phrase[] {
  const verdicts = [verdictOf(experience.metric), verdictOf(service.metric)]
  if (verdicts.includes('unknown')) return phraseOf(notComparable(experience, service, t))
  if (verdicts.includes('untested')) return phraseOf(bothSides('hinge.untested', experience, service, t))
  const experienceChange = clearChange(experience.metric)
  const serviceChange = clearChange(service.metric)
  if (experienceChange !== null && serviceChange !== null) {
    return phraseOf(bothSides('hinge.goesWith', experience, service, t))
  }
  if (experienceChange !== null) return phraseOf(oneSide(service, experience, experienceChange, t))
  if (serviceChange !== null) return phraseOf(oneSide(experience, service, serviceChange, t))
  return phraseOf(t('hinge.noDifference'))
}

function bothSides(words: 'hinge.goesWith' | 'hinge.untested', experience: Side, service: Side, t: TFunction): string {
  return t(words, {
    service: capitalised(t(`metric.${service.key}.word`)),
    serviceChange: signed(service, t),
    experience: t(`metric.${experience.key}.word`),
    experienceChange: signed(experience, t),
  })
}

function oneSide(steady: Side, moved: Side, change: number, t: TFunction): string {
  return t('hinge.oneSide', {
    steady: capitalised(t(`metric.${steady.key}.subject`)),
    value: shortFigure(steady.metric?.total.value, steady.notation),
    moved: t(`metric.${moved.key}.subject`),
    verb: t(change > 0 ? 'hinge.rose' : 'hinge.fell'),
    change: spokenChange(change, moved.notation, moved.per, t),
  })
}

function notComparable(experience: Side, service: Side, t: TFunction): string {
  const few = ({ metric }: Side) => !metric || metric.total.suppressed || !metric.total.n
  if (few(experience) && few(service)) return t('hinge.tooFew.both')
  if (few(experience)) return t('hinge.tooFew.experience')
  if (few(service)) return t('hinge.tooFew.service')
  const untold = [experience, service].some(({ metric }) => metric?.total.value === null)
  return t(untold ? 'face.noTotal' : 'hinge.noEarlier')
}

function signed({ metric, notation, per }: Side, t: TFunction): string {
  const change = metric?.total.compared?.difference ?? 0
  return signOf(change, notation) + spokenChange(change, notation, per, t)
}
