import type { Bar } from '../charts/barLayers.tsx'
import { type Language, type Notation, unitOf } from '../format/figures.ts'
import type { GroupsFragment } from '../graphql/generated/graphql.ts'

/** A metric by the values of one dimension. */
export type Grouped = GroupsFragment

/** The bars of a metric by one dimension, what is left over last. Its bar is `fixed`: it cannot be asked for. */
export function barsOf(metric: Grouped): Bar[] {
  return metric.series
    .flatMap(({ keys: [key], total }): Bar[] =>
      key
        ? [
            {
              id: key.other ? 'other' : `=${key.value ?? ''}`,
              label: key.label,
              value: total.value,
              low: total.interval?.low ?? null,
              high: total.interval?.high ?? null,
              before: total.compared?.value ?? null,
              n: total.n,
              few: total.suppressed,
              fixed: key.other,
            },
          ]
        : [],
    )
    .toSorted((a, b) => Number(a.fixed) - Number(b.fixed))
}

/** What the bars of each unit reach to, over metrics that stand beside each other: one unit has one scale. */
export function scalesOf(metrics: readonly Grouped[]): Map<string, number[]> {
  const scales = new Map<string, number[]>()
  for (const metric of metrics) {
    const { unit } = metric.definition
    const overall = unit === 'count' ? null : metric.total.value
    const reached = barsOf(metric).flatMap(({ value, high, before }) => [value, high, before])
    const all = [0, overall, ...reached, ...(scales.get(unit) ?? [])].filter(value => value !== null)
    scales.set(unit, [Math.min(...all), Math.max(...all)])
  }
  return scales
}

/** The value that a bar stands for, as a filter takes it; `''` is what is not set. */
export const groupOf = (bar: Bar): string => bar.id.slice(1)

export const groupedNotation = ({ definition }: Grouped, language: Language): Notation => ({
  unit: unitOf(definition.unit),
  language,
  currency: definition.params.find(({ name }) => name === 'currency')?.default ?? 'EUR',
})
