export const feedbackKinds = ['relational_nps', 'transactional_nps', 'csat', 'ces', 'review'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]

/** The scale a kind is answered on when the sender names none. */
export const standardScale: Record<FeedbackKind, readonly [number, number]> = {
  relational_nps: [0, 10],
  transactional_nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  review: [1, 5],
}

/** Kinds whose meaning hangs on whole steps of one scale: half a promoter does not exist. */
export const wholeScores: ReadonlySet<FeedbackKind> = new Set(['relational_nps', 'transactional_nps', 'ces'])

interface Verdict {
  favourableFrom: number
  unfavourableTo: number
}

/**
 * From which score an answer is favourable and up to which it is unfavourable, per kind and scale.
 * NPS: promoters 9-10, detractors 0-6. CES 2.0: 5-7 easy, 1-3 hard. Satisfaction: the declared top box, bottom box mirrored.
 */
const verdicts: Record<string, Verdict> = {
  'relational_nps 0-10': { favourableFrom: 9, unfavourableTo: 6 },
  'transactional_nps 0-10': { favourableFrom: 9, unfavourableTo: 6 },
  'ces 1-7': { favourableFrom: 5, unfavourableTo: 3 },
  'csat 1-3': { favourableFrom: 3, unfavourableTo: 1 },
  'csat 1-5': { favourableFrom: 4, unfavourableTo: 2 },
  'csat 1-7': { favourableFrom: 6, unfavourableTo: 2 },
  'csat 1-10': { favourableFrom: 8, unfavourableTo: 3 },
  'csat 0-10': { favourableFrom: 8, unfavourableTo: 2 },
  'csat 0-100': { favourableFrom: 75, unfavourableTo: 25 },
  'review 1-5': { favourableFrom: 4, unfavourableTo: 2 },
  'review 1-10': { favourableFrom: 8, unfavourableTo: 3 },
}

/** The scales a kind may be answered on, as `1-5`. */
export function scalesOf(kind: FeedbackKind): string[] {
  return Object.keys(verdicts).flatMap(key => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []))
}

/** Null when the kind is not answered on this scale. */
export function judge(
  kind: FeedbackKind,
  score: number,
  [min, max]: readonly [number, number],
): { favourable: boolean; unfavourable: boolean } | null {
  const verdict = verdicts[`${kind} ${min}-${max}`]
  return verdict ? { favourable: score >= verdict.favourableFrom, unfavourable: score <= verdict.unfavourableTo } : null
}

/** The score on its kind's standard scale, in hundredths: a 7 on 1-10 is a 3.67 on 1-5. */
export function standardScoreE2(kind: FeedbackKind, score: number, [min, max]: readonly [number, number]): number {
  const [low, high] = standardScale[kind]
  return Math.round((low + ((score - min) * (high - low)) / (max - min)) * 100)
}
