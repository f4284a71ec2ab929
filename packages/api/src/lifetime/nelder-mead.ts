type Point = readonly number[]

interface Vertex {
  at: Point
  value: number
}

export interface Minimum extends Vertex {
  /** Whether the last simplex was as small as asked, before the steps ran out. */
  found: boolean
}

/**
 * The least value of a function without constraints, by the downhill simplex (Nelder & Mead 1965, with the usual
 * coefficients). Begun again from what it finds until that is no better: a simplex may flatten before it is there.
 */
export function minimise(
  of: (at: Point) => number,
  start: Point,
  { tolerance = 1e-9, stepsMax = 2_000 } = {},
): Minimum {
  let best = descend(of, start, tolerance, stepsMax)
  for (let round = 0; round < 10; round += 1) {
    const next = descend(of, best.at, tolerance, stepsMax)
    if (best.value - next.value < tolerance) return next
    best = next
  }
  return { ...best, found: false }
}

const FIRST_STEP = 0.25

function descend(of: (at: Point) => number, start: Point, tolerance: number, stepsMax: number): Minimum {
  const vertex = (at: Point): Vertex => ({ at, value: of(at) })
  const towards = (from: Point, to: Point, share: number) =>
    vertex(from.map((one, axis) => one + share * ((to[axis] ?? 0) - one)))
  const first = vertex(start)
  let simplex = [first, ...start.map((_, axis) => vertex(start.with(axis, (start[axis] ?? 0) + FIRST_STEP)))]
  for (let step = 0; step < stepsMax; step += 1) {
    simplex.sort((left, right) => left.value - right.value)
    const [best = first, ...others] = simplex
    const worst = others.at(-1) ?? best
    if (worst.value - best.value < tolerance && spread(best.at, others) < Math.sqrt(tolerance)) {
      return { ...best, found: true }
    }
    const kept = simplex.slice(0, -1)
    const centre = start.map((_, axis) => kept.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / kept.length)
    const reflected = towards(worst.at, centre, 2)
    if (reflected.value < best.value) {
      const expanded = towards(worst.at, centre, 3)
      simplex = [...kept, expanded.value < reflected.value ? expanded : reflected]
    } else if (reflected.value < (kept.at(-1)?.value ?? 0)) {
      simplex = [...kept, reflected]
    } else {
      const contracted = towards(worst.at, centre, reflected.value < worst.value ? 1.5 : 0.5)
      const better = contracted.value < Math.min(worst.value, reflected.value)
      simplex = better ? [...kept, contracted] : [best, ...others.map(({ at }) => towards(best.at, at, 0.5))]
    }
  }
  const [best = first] = simplex.sort((left, right) => left.value - right.value)
  return { ...best, found: false }
}

const spread = (from: Point, others: readonly Vertex[]) =>
  Math.max(...others.flatMap(({ at }) => at.map((one, axis) => Math.abs(one - (from[axis] ?? 0)))))
