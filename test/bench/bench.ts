/** One figure of ours beside the same figure of somebody else's, taken in the same run. */
export interface Result {
  name: string
  ours: number
  theirs: number
  /** Who they are, with their version. */
  peer: string
  unit: string
  /** How many times ours is as good as theirs: the median over the rounds, each of which saw the same machine. */
  ratio: number
  /** How many rounds the medians are of. */
  n: number
}

export interface BenchOptions {
  /** How many contacts the company has, one size after the other. */
  contacts: readonly number[]
}

export interface Bench {
  /** What is measured, in one line. */
  about: string
  /** @param tell what is going on, for people */
  run(tell: (line: string) => void, options: BenchOptions): Promise<Result[]>
}

/** The middle one, or the mean of the middle two; not a number of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}
