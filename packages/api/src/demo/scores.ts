import { normalShareBelow, type Random } from './random.ts'

/** How much one person's answers resemble each other: correlation of standing mood and mood of the day. */
const LIKENESS = 0.45
const PASSIVE_SHARE = 0.29

const detractorScores = [5, 2, 4, 8, 11, 28, 42]
const passiveScores = [41, 59]
const promoterScores = [53, 47]
const hardScores = [11, 18, 26, 45]
const easyScores = [31, 41, 28]
const lowSatisfaction = [18, 27, 55]
const highSatisfaction = [56, 44]

/**
 * Where an answer lies among all possible ones, worst 0 to best 1, even over all people. Moods shift who answers
 * how, never how many answer what: the shares stay exactly those the model sets.
 */
export function rankOf(mood: number, random: Random): number {
  return normalShareBelow(LIKENESS * mood + Math.sqrt(1 - LIKENESS ** 2) * random.normal())
}

/** 0 to 10, such that promoters less detractors come to `points` in a hundred. */
export function npsScore(points: number, rank: number): number {
  const balance = Math.max(-0.68, Math.min(0.68, points / 100))
  const detractors = (1 - PASSIVE_SHARE - balance) / 2
  if (rank < detractors) return within(detractorScores, rank / detractors)
  if (rank < detractors + PASSIVE_SHARE) return 7 + within(passiveScores, (rank - detractors) / PASSIVE_SHARE)
  return 9 + within(promoterScores, (rank - detractors - PASSIVE_SHARE) / (1 - detractors - PASSIVE_SHARE))
}

/** 1 to 7, such that `points` in a hundred find it easy (5 to 7). */
export function easeScore(points: number, rank: number): number {
  return split(points, rank, hardScores, easyScores)
}

/** 1 to 5, such that `points` in a hundred are satisfied (4 and 5). */
export function satisfactionScore(points: number, rank: number): number {
  return split(points, rank, lowSatisfaction, highSatisfaction)
}

function split(points: number, rank: number, low: readonly number[], high: readonly number[]): number {
  const lowShare = 1 - Math.max(3, Math.min(97, points)) / 100
  if (rank < lowShare) return 1 + within(low, rank / lowShare)
  return 1 + low.length + within(high, (rank - lowShare) / (1 - lowShare))
}

/** The step of a cumulated list in which a share falls. */
function within(weights: readonly number[], share: number): number {
  let rest = share * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [step, weight] of weights.entries()) {
    rest -= weight
    if (rest < 0) return step
  }
  return weights.length - 1
}
