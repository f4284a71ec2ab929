import type { CatalogueQuery, Dimension, MetricKey } from '../../graphql/generated/graphql.ts'
import { oneOf, pickTexts } from '../../routes/scope.ts'

/** A metric as the catalogue describes it: all that this page knows about it. */
export type Definition = CatalogueQuery['metricDefinitions'][number]
export type Param = Definition['params'][number]

export const shapes = ['line', 'bar', 'table'] as const
export type Shape = (typeof shapes)[number]

/** What is asked and how it is drawn. `params` holds only what differs from the organisation's own, as text. */
export type Exploration = {
  keys: readonly MetricKey[]
  groupBy: readonly Dimension[]
  top: number
  shape: Shape
  params: Readonly<Record<string, string>>
}

export const usualExploration: Exploration = {
  keys: ['CES', 'AHT'],
  groupBy: ['CHANNEL'],
  top: 5,
  shape: 'line',
  params: {},
}

export const KEYS_MAX = 6
export const GROUPED_BY_MAX = 2
export const tops = [3, 5, 10, 20, 50] as const

/** An exploration as it stands in the address: only what differs from the usual one. */
const names = ['metrics', 'group', 'top', 'as', 'params'] as const
export type ExploreSearch = Partial<Record<(typeof names)[number], string>>

export const pickExploration = (raw: Record<string, unknown>): ExploreSearch => pickTexts(raw, names)

/** Those that can be asked by days, in the order of the catalogue; a metric with a query of its own has a page of its own. */
export const askable = (catalogue: readonly Definition[]): Definition[] =>
  catalogue.filter(({ answeredBy }) => answeredBy === null)

/** By what all of these can be grouped. */
export function sharedDimensions(definitions: readonly Definition[]): Dimension[] {
  const [first, ...others] = definitions
  return first?.dimensions.filter(dimension => others.every(({ dimensions }) => dimensions.includes(dimension))) ?? []
}

/** By what at least one of these can be asked, each once. */
export const paramsOf = (definitions: readonly Definition[]): Param[] => [
  ...new Map(definitions.flatMap(({ params }) => params.map((param): [string, Param] => [param.name, param]))).values(),
]

/** A line needs nothing but time, bars need groups, and a heat map groups against groups or against time. */
export const shapesFor = (groupBy: readonly Dimension[]): Shape[] =>
  groupBy.length === 0 ? ['line', 'table'] : [...shapes]

/** Another choice of metrics keeps what still holds: the groups that all of them know, the params that one does. */
export function fit(exploration: Exploration, catalogue: readonly Definition[]): Exploration {
  const definitions = catalogue.filter(({ key }) => exploration.keys.includes(key))
  const known = sharedDimensions(definitions)
  const groupBy = exploration.groupBy.filter(dimension => known.includes(dimension))
  const names = paramsOf(definitions).map(({ name }) => name)
  return {
    ...exploration,
    groupBy,
    params: Object.fromEntries(Object.entries(exploration.params).filter(([name]) => names.includes(name))),
    shape: shapesFor(groupBy).includes(exploration.shape) ? exploration.shape : 'line',
  }
}

/**
 * Reads an address. What the catalogue does not have falls back to the usual and is named in `broken`. What it has, but
 * not for these metrics, is kept: the server says what would do.
 */
export function readExploration(
  search: ExploreSearch,
  catalogue: readonly Definition[],
): { exploration: Exploration; broken: string[] } {
  const broken: string[] = []
  const listed = <T extends string>(name: 'metrics' | 'group', allowed: readonly T[], most: number): T[] | null => {
    const text = search[name]
    if (text === undefined) return null
    const words = text === '' ? [] : [...new Set(text.toUpperCase().split(','))]
    const found = words.flatMap(word => allowed.find(one => one === word) ?? [])
    if (found.length < words.length || found.length > most) broken.push(name)
    return found.slice(0, most)
  }
  const metrics = askable(catalogue)
  const keys = listed(
    'metrics',
    metrics.map(({ key }) => key),
    KEYS_MAX,
  )
  const groupBy =
    listed('group', [...new Set(metrics.flatMap(({ dimensions }) => dimensions))], GROUPED_BY_MAX) ??
    (keys === null ? usualExploration.groupBy : [])
  const top = tops.find(top => String(top) === search.top)
  if (search.top !== undefined && top === undefined) broken.push('top')
  return {
    exploration: {
      keys: keys && keys.length > 0 ? keys : usualExploration.keys,
      groupBy,
      top: top ?? usualExploration.top,
      shape: oneOf('as', search.as, shapesFor(groupBy), broken) ?? usualExploration.shape,
      params: readParams(search.params, metrics, broken),
    },
    broken,
  }
}

/** `windowDays:14,clock:BUSINESS`. */
function readParams(
  text: string | undefined,
  metrics: readonly Definition[],
  broken: string[],
): Record<string, string> {
  if (!text) return {}
  const known = new Set(paramsOf(metrics).map(({ name }) => name))
  const pairs = text.split(',').map(pair => pair.split(':'))
  const readable = pairs.flatMap(([name, value]): [string, string][] =>
    name !== undefined && known.has(name) && value ? [[name, value]] : [],
  )
  if (readable.length < pairs.length) broken.push('params')
  return Object.fromEntries(readable)
}

/** The shortest address that leads back to an exploration. */
export function writeExploration({ keys, groupBy, top, shape, params }: Exploration): ExploreSearch {
  const search: ExploreSearch = {}
  const own = keys.join() !== usualExploration.keys.join()
  if (own) search.metrics = keys.join()
  if (groupBy.join() !== (own ? '' : usualExploration.groupBy.join())) search.group = groupBy.join().toLowerCase()
  if (top !== usualExploration.top) search.top = String(top)
  if (shape !== usualExploration.shape) search.as = shape
  const asked = Object.entries(params).map(([name, value]) => `${name}:${value}`)
  if (asked.length > 0) search.params = asked.join()
  return search
}
