/** How many values lie in each bucket from `lowest` on. */
export interface DenseCounts {
  lowest: number
  counts: readonly number[]
}

/** Adds differences to counts; the ends are cut off where nothing is left, so that no cell grows without need. */
export function addToCounts(
  { lowest, counts }: DenseCounts,
  buckets: readonly number[],
  changes: readonly number[],
): { lowest: number; counts: number[] } {
  const begin = counts.length > 0 ? Math.min(lowest, buckets[0] ?? lowest) : (buckets[0] ?? 0)
  const end = Math.max(lowest + counts.length, (buckets.at(-1) ?? begin - 1) + 1)
  const added = Array.from({ length: end - begin }, (_, at) => counts[begin + at - lowest] ?? 0)
  buckets.forEach((bucket, at) => {
    added[bucket - begin] = (added[bucket - begin] ?? 0) + (changes[at] ?? 0)
  })
  const first = added.findIndex(count => count !== 0)
  if (first === -1) return { lowest: 0, counts: [] }
  return { lowest: begin + first, counts: added.slice(first, added.findLastIndex(count => count !== 0) + 1) }
}
