import { addDays, addMonths, type Day, daysBetween, firstOfQuarter, firstOfYear, mondayOf } from './days.ts'

/** `from` is included, `to` is not. */
export type Period = { from: Day; to: Day }

export const presets = ['last-4-weeks', 'this-quarter', 'last-12-months', 'this-year', 'last-year'] as const
export type Preset = (typeof presets)[number]

export type Grain = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR'

/** Longest range a reader may choose; the server refuses more. */
export const longestPeriodDays = 3660

/** The days a preset means on a given day. Rolling presets start on a Monday, so that whole weeks are drawn. */
export function periodOf(preset: Preset, on: Day): Period {
  const tomorrow = addDays(on, 1)
  switch (preset) {
    case 'last-4-weeks':
      return { from: addDays(mondayOf(on), -21), to: tomorrow }
    case 'this-quarter':
      return { from: firstOfQuarter(on), to: tomorrow }
    case 'last-12-months':
      return { from: addDays(mondayOf(on), -51 * 7), to: tomorrow }
    case 'this-year':
      return { from: firstOfYear(on), to: tomorrow }
    case 'last-year':
      return { from: addMonths(firstOfYear(on), -12), to: firstOfYear(on) }
  }
}

/** The finest grain that leaves a period readable as one line. */
export function grainFor(period: Period): Grain {
  const days = daysBetween(period.from, period.to)
  if (days <= 45) return 'DAY'
  if (days <= 550) return 'WEEK'
  if (days <= 3000) return 'MONTH'
  return 'QUARTER'
}

const everyStep: readonly Grain[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']

/** More buckets than this are no line that anybody reads. */
const bucketsMax = 190

/** The grain, or the next coarser one in which a period is at most so many buckets. */
export function fittingGrain(grain: Grain, period: Period, most = bucketsMax): Grain {
  const days = daysBetween(period.from, period.to)
  const coarser = everyStep.slice(everyStep.indexOf(grain))
  return coarser.find(step => days / daysIn[step] <= most) ?? 'YEAR'
}

const steps: Grain[] = ['DAY', 'WEEK', 'MONTH']

const daysIn: Record<Grain, number> = { DAY: 1, WEEK: 7, MONTH: 30.4375, QUARTER: 91.3125, YEAR: 365.25 }

/** Fewest answers or contacts a typical bucket must hold before its wiggles are worth drawing. */
export const readableBucket = 100
/** A finer grain comes back only when it would be this much above that, so that a page never wavers between two. */
const margin = 1.2

/**
 * The grain an answer should have been asked in. Coarser by a step when the median bucket holds too little, unless that
 * leaves fewer than three buckets to draw a line through; finer by a step, never finer than `finest`, when that would do.
 */
export function readableGrain(grain: Grain, finest: Grain, bucketSizes: number[], period: Period): Grain {
  if (bucketSizes.length === 0) return grain
  const size = median(bucketSizes)
  const coarser = steps.includes(grain) ? steps[steps.indexOf(grain) + 1] : undefined
  if (size < readableBucket) {
    return coarser && daysBetween(period.from, period.to) / daysIn[coarser] >= 3 ? coarser : grain
  }
  const finer = grain === finest ? undefined : steps[steps.indexOf(grain) - 1]
  return finer && (size * daysIn[finer]) / daysIn[grain] >= readableBucket * margin ? finer : grain
}

/** Null for an empty list never happens here: callers pass at least one number. */
function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return (lower + upper) / 2
}

export type ComparedWith = 'year' | 'previous'

/** Weeks and days are laid beside the same weekday, 364 days before, so that Mondays meet Mondays. */
export function comparisonOf(with_: ComparedWith, grain: Grain): 'PREVIOUS_PERIOD' | 'YEAR_AGO' | 'YEAR_AGO_WEEKDAY' {
  if (with_ === 'previous') return 'PREVIOUS_PERIOD'
  return grain === 'DAY' || grain === 'WEEK' ? 'YEAR_AGO_WEEKDAY' : 'YEAR_AGO'
}

/** The exposure a figure per customer is counted over: a day is too short to earn anything in. */
export function perOf(grain: Grain): 'WEEK' | 'MONTH' | 'YEAR' {
  if (grain === 'DAY' || grain === 'WEEK') return 'WEEK'
  return grain === 'YEAR' ? 'YEAR' : 'MONTH'
}
