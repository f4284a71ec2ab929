import { nParts } from '@tweeluik/schema/metrics'
import type { Answer, Series } from './answer.ts'
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
function linesOf(answer: Answer): Figure[][] {
  const overTime = answer.series.map(({ points }) => points.map(({ figure }) => figure))
  const overGroups = addends(answer)
    .filter(({ length }) => length > 1)
    .flatMap(groups => [groups.map(({ total }) => total), ...bucketsOf(groups)])
  const lines = [...overTime, ...overGroups]
  return [...lines, ...lines.map(before)]
}

const bucketsOf = (groups: readonly Series[]): Figure[][] =>
  groups[0]?.points.map((_point, index) => groups.flatMap(({ points }) => points[index]?.figure ?? [])) ?? []

/** Groups that add up: to the total, and of several dimensions to what the others alone tell. */
function addends({ asked, total, series }: Answer): Series[][] {
  const counted = new Set(nNames(total))
  const ofTotal = series.filter(one => nNames(one.total).every(name => counted.has(name)))
  const dimensions = series[0]?.keys ?? []
  const along = dimensions.flatMap(({ dimension }, at) => {
    const groups = dimension === asked.metric.alwaysBy?.dimension ? ofTotal : series
    return [...Map.groupBy(groups, ({ keys }) => JSON.stringify(keys.toSpliced(at, 1))).values()]
  })
  return [ofTotal, ...along]
}

const nNames = ({ asked: { metric, params } }: Figure) => nParts(metric, params)

/** Until in every line at least two are hidden, or none, and together enough to hide in. Nobody hides in an empty one. */
export function withhold<Counted extends Pick<Figure, 'n' | 'suppressed'>>(
  figures: readonly Counted[],
  lines: readonly (readonly Counted[])[],
  minSample: number,
): Set<Counted> {
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
