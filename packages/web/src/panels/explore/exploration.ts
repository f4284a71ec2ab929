import type { CatalogueQuery, Dimension, MetricKey } from '../../graphql/generated/graphql.ts'
import { type Params, readParams, writeParams } from '../../routes/params.ts'
import { oneOf, pickTexts } from '../../routes/scope.ts'

/** A metric as the catalogue describes it: all that this page knows about it. */
export type Definition = CatalogueQuery['metricDefinitions'][number]
export type Param = Definition['params'][number]

export const shapes = ['line', 'bar', 'heat', 'table'] as const
export type Shape = (typeof shapes)[number]

/** What is asked and how it is drawn. `params` holds only what differs from the organisation's own, as text. */
export type Exploration = {
  keys: readonly MetricKey[]
  groupBy: readonly Dimension[]
  top: number
  shape: Shape
  params: Params
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

/** A line needs nothing but time; bars need groups, and a heat map groups against groups or against time. */
export const canDraw = (shape: Shape, groupBy: readonly Dimension[]): boolean =>
  groupBy.length > 0 || (shape !== 'bar' && shape !== 'heat')

/** Another choice of metrics keeps what still holds: the groups that all of them know, the params that one does. */
export function fit(exploration: Exploration, catalogue: readonly Definition[]): Exploration {
  const definitions = catalogue.filter(({ key }) => exploration.keys.includes(key))
  const known = sharedDimensions(definitions)
  const groupBy = exploration.groupBy.filter(dimension => known.includes(dimension))
  return {
    ...exploration,
    groupBy,
    params: knownParams(exploration.params, paramsOf(definitions)),
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
      shape: oneOf('as', search.as, shapes, broken) ?? usualExploration.shape,
      params: readKnownParams(search.params, metrics, broken),
    },
    broken,
  }
}

function readKnownParams(text: string | undefined, metrics: readonly Definition[], broken: string[]): Params {
  const { params, broken: isSpoilt } = readParams(text)
  const known = knownParams(params, paramsOf(metrics))
  if (isSpoilt || Object.keys(known).length < Object.keys(params).length) broken.push('params')
  return known
}

/** Those of the params that a metric can be asked by. */
export const knownParams = (params: Params, known: readonly Param[]): Params =>
  Object.fromEntries(Object.entries(params).filter(([name]) => known.some(param => param.name === name)))

/** The shortest address that leads back to an exploration. */
export function writeExploration({ keys, groupBy, top, shape, params }: Exploration): ExploreSearch {
  const search: ExploreSearch = {}
  const own = keys.join() !== usualExploration.keys.join()
  if (own) search.metrics = keys.join()
  if (groupBy.join() !== (own ? '' : usualExploration.groupBy.join())) search.group = groupBy.join().toLowerCase()
  if (top !== usualExploration.top) search.top = String(top)
  if (shape !== usualExploration.shape) search.as = shape
  const asked = writeParams(params)
  if (asked) search.params = asked
  return search
}
