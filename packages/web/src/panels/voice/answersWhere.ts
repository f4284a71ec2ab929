import type { FeedbackKind, FeedbackWhere } from '../../graphql/generated/graphql.ts'
import type { Chosen, FilterField } from '../../routes/scope.ts'
import { addDays, type Day } from '../../time/days.ts'
import type { Period } from '../../time/periods.ts'

export const kinds: readonly FeedbackKind[] = ['RELATIONAL_NPS', 'TRANSACTIONAL_NPS', 'CSAT', 'CES', 'REVIEW']
export const outcomes = ['favourable', 'neutral', 'unfavourable'] as const

/** How answers came out: by their verdict, or by the scores themselves. Null: however they did. */
export type Score = { outcome: (typeof outcomes)[number] } | { among: readonly number[] } | null

/** What can be answered to a question. */
export const scale: Readonly<Record<FeedbackKind, readonly number[]>> = {
  RELATIONAL_NPS: from(0, 10),
  TRANSACTIONAL_NPS: from(0, 10),
  CSAT: from(1, 5),
  CES: from(1, 7),
  REVIEW: from(1, 5),
}

function from(least: number, most: number): number[] {
  return Array.from({ length: most - least + 1 }, (_, at) => least + at)
}

/** A score as it stands in the address: a verdict, or scores of the chosen question. What is neither says nothing. */
export function readScore(text: string | undefined, kind: FeedbackKind | null): Score {
  const outcome = outcomes.find(one => one === text)
  if (outcome) return { outcome }
  const among = kind && text ? scale[kind].filter(score => text.split(',').includes(String(score))) : []
  return among.length > 0 ? { among } : null
}

const texts = ['brand', 'segment', 'country', 'channel', 'team', 'stage'] as const
const known: readonly FilterField[] = [...texts, 'touchpoint', 'contacted']

/** What an answer is not known by; a filter on it does not hold for the answers. */
export const unknownOf = (chosen: Chosen): FilterField[] =>
  (Object.keys(chosen) as FilterField[]).filter(field => (chosen[field]?.length ?? 0) > 0 && !known.includes(field))

/** Which answers: those of the page's days and filters, of one question and one outcome where these are chosen. */
export function answersWhere(period: Period, chosen: Chosen, kind: FeedbackKind | null, score: Score): FeedbackWhere {
  const terms: FeedbackWhere[] = [
    // Days are the organisation's, as its figures count them; wherever that is, these moments lie around them.
    { day: { gte: period.from, lt: period.to } },
    { at: { gte: noonOf(addDays(period.from, -1)), lt: noonOf(period.to) } },
  ]
  for (const field of texts) {
    const values = chosen[field]
    if (values?.length) terms.push(anyOf(values, value => ({ [field]: { in: value } }), { [field]: { isNull: true } }))
  }
  const touchpoints = chosen.touchpoint
  if (touchpoints?.length) {
    terms.push(anyOf(touchpoints, value => ({ touchpoint: { in: value } }), { touchpoint: { isNull: true } }))
  }
  if (chosen.contacted?.length === 1) terms.push({ contacted: { eq: chosen.contacted[0] === 'true' } })
  if (kind) terms.push({ kind: { eq: kind } })
  if (score && 'among' in score) terms.push({ score: { in: [...score.among] } })
  else if (score?.outcome === 'neutral') terms.push({ favourable: { eq: false }, unfavourable: { eq: false } })
  else if (score) terms.push({ [score.outcome]: { eq: true } })
  return { and: terms }
}

/** `''` is what is not set. */
function anyOf(
  values: readonly string[],
  among: (values: string[]) => FeedbackWhere,
  unset: FeedbackWhere,
): FeedbackWhere {
  const set = values.filter(value => value !== '')
  if (set.length === 0) return unset
  return set.length === values.length ? among(set) : { or: [among(set), unset] }
}

const noonOf = (day: Day): string => `${day}T12:00:00Z`
