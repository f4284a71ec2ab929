import type { ExploreQuery } from '../../graphql/generated/graphql.ts'
import { fieldOf } from '../../routes/dimension.ts'
import type { Chosen } from '../../routes/scope.ts'
import type { OpenedRecords } from '../../routes/useDrawers.ts'

/** A metric as the server answered an exploration. */
export type Answered = ExploreQuery['metrics'][number]
export type Group = Answered['series'][number]
export type Figure = Group['total']

/** Opens what a figure of one metric was counted from, under the params that were asked. */
export type OpensRecords = (of: Pick<OpenedRecords, 'at' | 'grain' | 'only'>) => void

/** One group over all metrics: its figures in their order. Null: that metric has no such group. */
export type Row = { id: string; keys: Group['keys']; figures: (Figure | null)[] }

/** Groups are told apart by what they are filtered by; what is not set and what is left over are groups as well. */
export const idOf = (keys: Group['keys']): string =>
  keys.some(({ other }) => other) ? 'other' : JSON.stringify(keys.map(({ value }) => value))

/** All groups of all metrics, in the order of the first; what is left over stands last. */
export function rowsOf(metrics: readonly Answered[]): Row[] {
  const rows = new Map<string, Row>()
  metrics.forEach((metric, index) => {
    for (const { keys, total } of metric.series) {
      const id = idOf(keys)
      const row = rows.get(id) ?? { id, keys, figures: metrics.map(() => null) }
      row.figures[index] = total
      rows.set(id, row)
    }
  })
  return [...rows.values()].toSorted((a, b) => Number(a.id === 'other') - Number(b.id === 'other'))
}

/** What leads to the records of one group alone. Null: what is left over cannot be asked for. */
export function onlyOf(keys: Group['keys']): Chosen | null {
  if (keys.some(({ other }) => other)) return null
  return Object.fromEntries(keys.map(({ dimension, value }) => [fieldOf(dimension), [value ?? '']]))
}

/** A group by name; a figure without groups has none. */
export const nameOf = (keys: Group['keys']): string =>
  keys.some(({ other }) => other) ? (keys[0]?.label ?? '') : keys.map(({ label }) => label).join(' · ')

/** The groups with the least and the greatest value among those that may be told apart. Null: fewer than two. */
export function extremesOf(metric: Answered): { least: Group; most: Group } | null {
  const told = metric.series
    .filter(({ keys, total }) => idOf(keys) !== 'other' && total.value !== null && !total.suppressed)
    .toSorted((a, b) => (a.total.value ?? 0) - (b.total.value ?? 0))
  const [least, most] = [told[0], told.at(-1)]
  return least && most && told.length > 1 ? { least, most } : null
}
