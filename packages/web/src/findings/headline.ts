import type { TFunction } from 'i18next'
import type { Language } from '../format/figures.ts'
import { clearChange, verdictOf } from './change.ts'
import type { CardKey, Metric } from './metric.ts'
import { capitalised } from './phrase.ts'

type Finding = { key: CardKey; rises: boolean; weight: number }

/** Most a reader takes in from one sentence. */
const mostFindings = 3

/**
 * The page in one sentence: what changed, in verbs. What got better comes first; of the rest the clearest changes
 * are told, and no more than three in all.
 */
export function headline(metrics: Metric[], keys: CardKey[], language: Language, t: TFunction): string {
  const cards = keys.flatMap(key =>
    metrics.filter(metric => metric.definition.key === key).map(metric => ({ key, metric })),
  )
  if (cards.every(({ metric }) => metric.total.value === null)) return t('headline.empty')
  const known = cards.map(({ metric }) => verdictOf(metric)).filter(verdict => verdict !== 'unknown')
  if (known.length === 0) return t('headline.noEarlier')
  if (known.every(verdict => verdict === 'untested')) return t('headline.untested')

  const findings = (verdict: 'better' | 'worse'): Finding[] =>
    cards
      .filter(({ metric }) => verdictOf(metric) === verdict)
      .map(({ key, metric }) => ({ key, rises: (clearChange(metric) ?? 0) > 0, weight: clarity(metric) }))
      .toSorted((a, b) => b.weight - a.weight)

  const better = findings('better')
  const worse = findings('worse')
  const told = [
    better.slice(0, worse.length > 0 ? Math.max(1, mostFindings - worse.length) : mostFindings),
    worse.slice(0, better.length > 0 ? mostFindings - 1 : mostFindings),
  ]
  const parts = told.filter(part => part.length > 0).map(part => clauses(part, language, t))
  return parts.length === 0 ? t('headline.none') : `${capitalised(parts.join('; '))}.`
}

/** How far a change lies outside chance: its size in widths of the value's own interval. */
function clarity(metric: Metric): number {
  const { interval, compared } = metric.total
  const difference = Math.abs(compared?.difference ?? 0)
  const width = interval ? interval.high - interval.low : 0
  return width > 0 ? difference / width : difference > 0 ? 1 : 0
}

/** Findings that move the same way share one verb; a metric with a clause of its own keeps it. */
function clauses(findings: Finding[], language: Language, t: TFunction): string {
  const list = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })
  const own: string[] = []
  const moved = new Map<boolean, string[]>()
  for (const { key, rises } of findings) {
    const clause = t(`metric.${key}.${rises ? 'up' : 'down'}`)
    if (clause !== '') own.push(clause)
    else moved.set(rises, [...(moved.get(rises) ?? []), t(`metric.${key}.headline`)])
  }
  const shared = [...moved].map(([rises, subjects]) =>
    t(rises ? 'headline.rose' : 'headline.fell', { subjects: list.format(subjects), count: subjects.length }),
  )
  return list.format([...own, ...shared])
}
