import {
  allOfGap,
  conditionsOf,
  type FactName,
  factNames,
  facts,
  type GapPart,
  gapDefinition,
  type Params,
  type Part,
  partKey,
  type SumPart,
  setName,
  type ValuesPart,
  valuesKey,
  withinGap,
} from '@tweeluik/schema/facts'
import { defaultParams, everyValuesOf, metrics } from '@tweeluik/schema/metrics'
import type { Sql } from './pools.ts'
import { insertPart, insertSet, insertSketch, registerGap } from './rollup-parts.queries.ts'

/** A part that can be stored, with its conditions under the default parameters. */
export interface SumPartDefinition {
  key: string
  part: SumPart
  conditions: ReturnType<typeof conditionsOf>
}

const isSum = (part: { type: string }): part is SumPart => ['count', 'sum', 'squares'].includes(part.type)
const isKept = (part: Part): part is SumPart => isSum(part) && !facts[part.fact as FactName].spec.derived

/** Values that are kept in buckets. A delta is of one record: what it adds to the sum is its value, to the count its sign. */
export interface SketchDefinition {
  key: string
  values: ValuesPart
  count: SumPart
  sum: SumPart
}

/** How many records have such a value, or its neighbours in a mean. */
export const countOf = ({ fact, anchor, where }: ValuesPart): SumPart => ({
  fact,
  anchor,
  where,
  money: false,
  type: 'count',
  column: null,
})

const sketchOf = (values: ValuesPart): SketchDefinition => ({
  key: valuesKey(values),
  values,
  count: countOf(values),
  sum: { ...countOf(values), type: 'sum', column: values.column },
})

function collectSketches(): ReadonlyMap<FactName, readonly SketchDefinition[]> {
  const all = [...metrics.values()].flatMap(everyValuesOf).map(sketchOf)
  const once = [...new Map(all.map(sketch => [`${sketch.values.fact} ${sketch.key}`, sketch])).values()]
  return Map.groupBy(once, ({ values }) => values.fact as FactName)
}

/** Every kind of values that any metric is told by, by fact. */
export const sketches = collectSketches()

/** What a part of rare gaps is told by beside all that may have one; null where the gap is not rare or kept no longer. */
export function withinRareGap({ fact, gap }: GapPart, days: number): SumPart | null {
  const { spec } = facts[fact as FactName]
  const known = spec.gaps[gap]
  if (!known?.rare || spec.derived || days < 1 || days > (known.max ?? 0)) return null
  return withinGap(fact, known, days)
}

function collect(): Map<FactName, Map<string, SumPartDefinition>> {
  const byFact = new Map<FactName, Map<string, SumPartDefinition>>()
  const add = (part: SumPart, params: Params) => {
    const fact = part.fact as FactName
    const parts = byFact.get(fact) ?? new Map<string, SumPartDefinition>()
    const key = partKey(part, params)
    parts.set(key, { key, part, conditions: conditionsOf(part, params) })
    byFact.set(fact, parts)
  }
  for (const metric of metrics.values()) {
    const params = defaultParams(metric)
    for (const part of Object.values(metric.parts)) {
      const within = part.type === 'beyond' ? withinRareGap(part, part.days(params)) : null
      if (isKept(part)) add(part, params)
      else if (within) add(within, {})
    }
  }
  for (const fact of factNames) {
    for (const gap of Object.values(facts[fact].spec.gaps)) if (gap.rare) add(allOfGap(fact, gap), {})
    for (const { count, sum } of sketches.get(fact) ?? []) for (const part of [count, sum]) add(part, {})
  }
  return byFact
}

/** Every sum that any metric asks under its default parameters, or that gaps and sketches are taken from, by fact and key. */
export const sumParts: ReadonlyMap<FactName, ReadonlyMap<string, SumPartDefinition>> = collect()

/**
 * Gives every new part a position of its own. Over data that is already there a new part is not ready, nor are a new
 * dimension set and gaps whose definition changed: questions take another road until a rebuild has computed them.
 */
export async function registerParts(sql: Sql): Promise<void> {
  for (const [fact, parts] of sumParts) {
    for (const key of [...parts.keys()].sort()) await insertPart(sql, fact, key)
    for (const { key, sum } of sketches.get(fact) ?? []) await insertSketch(sql, fact, key, partKey(sum, {}))
  }
  for (const fact of factNames) {
    for (const set of facts[fact].spec.sets) await insertSet(sql, fact, setName(set), set.join(','))
    for (const [name, gap] of Object.entries(facts[fact].spec.gaps)) {
      await registerGap(sql, fact, name, gapDefinition(gap))
    }
  }
}
