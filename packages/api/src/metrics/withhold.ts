import type { Answer } from './answer.ts'
import type { Figure } from './figure.ts'

/**
 * An answer for someone who may see figures and no rows: a figure under `minSample` is withheld, and the next smallest
 * with it, or the rest subtracted from the total would tell it. That one must not be told in turn, over groups nor time.
 */
export function withholdSmall(answer: Answer): Answer {
  const { total, series } = answer
  const seen = new Map<Figure, Figure>()
  withhold(figuresOf(answer), linesOf(answer), answer.asked.metric.minSample).forEach(figure => {
    seen.set(figure, { ...figure, withheld: true })
  })
  const shown = (figure: Figure): Figure => {
    const own = seen.get(figure) ?? figure
    const before = own.compared?.figure
    return before && own.compared ? { ...own, compared: { ...own.compared, figure: seen.get(before) ?? before } } : own
  }
  return {
    ...answer,
    total: shown(total),
    series: series.map(one => ({
      ...one,
      total: shown(one.total),
      points: one.points.map(point => ({ ...point, figure: shown(point.figure) })),
    })),
  }
}

const before = (figures: readonly Figure[]) => figures.flatMap(({ compared }) => compared?.figure ?? [])

function figuresOf({ total, series }: Answer): Figure[] {
  const all = [total, ...series.flatMap(one => [one.total, ...one.points.map(({ figure }) => figure)])]
  return [...all, ...before(all)]
}

/** Figures that add up to another one, which this or another question shows: over time, and over groups. */
function linesOf({ series }: Answer): Figure[][] {
  const overTime = series.map(({ points }) => points.map(({ figure }) => figure))
  const buckets =
    series[0]?.points.map((_point, index) => series.flatMap(({ points }) => points[index]?.figure ?? [])) ?? []
  const overGroups = series.length > 1 ? [series.map(one => one.total), ...buckets] : []
  const lines = [...overTime, ...overGroups]
  return [...lines, ...lines.map(before)]
}

/** Until in every line at least two are hidden, or none, and together enough to hide in. Nobody hides in an empty one. */
function withhold(figures: readonly Figure[], lines: readonly Figure[][], minSample: number): Set<Figure> {
  const withheld = new Set(figures.filter(({ suppressed }) => suppressed))
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const hidden = line.filter(figure => withheld.has(figure) && figure.n > 0)
      const together = hidden.reduce((sum, { n }) => sum + n, 0)
      if (hidden.length === 0 || (hidden.length > 1 && together >= minSample)) continue
      const next = line.filter(figure => !withheld.has(figure)).toSorted((left, right) => left.n - right.n)[0]
      if (!next) continue
      withheld.add(next)
      changed = true
    }
  }
  return withheld
}
