/** Differences to the gaps of one cell: gaps ascending, each with a number to add. */
export interface GapDifference {
  without: number
  gaps: readonly number[]
  counts: readonly number[]
}

/**
 * Adds a difference to survivors. Element k counts those whose gap is more than k days, so a difference at gap g adds to
 * all elements before g; the last element stands for every k beyond, and is carried on when the array grows. Gaps of 0
 * days are in no element: within a day there is nothing to survive.
 */
export function addToSurvivors(survivors: readonly number[], { without, gaps, counts }: GapDifference): number[] {
  const length = Math.max(survivors.length, (gaps.at(-1) ?? 0) + 1)
  const beyond = survivors.at(-1) ?? 0
  const added = Array.from({ length }, (_, k) => (survivors[k] ?? beyond) + without)
  let longer = counts.reduce((sum, count) => sum + count, 0)
  let next = 0
  for (let k = 0; k < length; k += 1) {
    while (next < gaps.length && (gaps[next] ?? 0) <= k) {
      longer -= counts[next] ?? 0
      next += 1
    }
    added[k] = (added[k] ?? 0) + longer
  }
  return added
}
