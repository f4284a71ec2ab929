import type { FeedbackKind, FeedbackWhere } from '../../graphql/generated/graphql.ts'
import type { Chosen, FilterField } from '../../routes/scope.ts'
import type { Period } from '../../time/periods.ts'

export const kinds: readonly FeedbackKind[] = ['RELATIONAL_NPS', 'TRANSACTIONAL_NPS', 'CSAT', 'CES', 'REVIEW']
export const scores = ['favourable', 'neutral', 'unfavourable'] as const
export type Score = (typeof scores)[number]

const texts = ['brand', 'segment', 'country', 'channel', 'team', 'stage'] as const
const known: readonly FilterField[] = [...texts, 'touchpoint', 'contacted']

/** What an answer is not known by; a filter on it does not hold for the answers. */
export const unknownOf = (chosen: Chosen): FilterField[] =>
  (Object.keys(chosen) as FilterField[]).filter(field => (chosen[field]?.length ?? 0) > 0 && !known.includes(field))

/** Which answers: those of the page's days and filters, of one question and one outcome where these are chosen. */
export function answersWhere(
  period: Period,
  chosen: Chosen,
  kind: FeedbackKind | null,
  score: Score | null,
): FeedbackWhere {
  const terms: FeedbackWhere[] = [{ at: { gte: instantOf(period.from), lt: instantOf(period.to) } }]
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
  if (score === 'neutral') terms.push({ favourable: { eq: false }, unfavourable: { eq: false } })
  else if (score) terms.push({ [score]: { eq: true } })
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

/** A day begins where the reader is. */
const instantOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
