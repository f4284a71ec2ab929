import {
  allOfGap,
  conditionsOf,
  type FactName,
  factNames,
  facts,
  type Params,
  partKey,
  type SumPart,
} from '@tweeluik/schema/facts'
import { defaultParams, metrics } from '@tweeluik/schema/metrics'
import type { Sql } from './pools.ts'
import { insertPart } from './rollup-parts.queries.ts'

/** A part that can be stored, with its conditions under the default parameters. */
export interface SumPartDefinition {
  key: string
  part: SumPart
  conditions: ReturnType<typeof conditionsOf>
}

const isSum = (part: { type: string }): part is SumPart => ['count', 'sum', 'squares'].includes(part.type)

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
    for (const part of Object.values(metric.parts)) if (isSum(part)) add(part, defaultParams(metric))
  }
  for (const fact of factNames) {
    for (const gap of Object.values(facts[fact].spec.gaps)) if (gap.rare) add(allOfGap(fact, gap), {})
  }
  return byFact
}

/** Every sum that any metric asks under its default parameters, and those that rare gaps are taken from, by fact and key. */
export const sumParts: ReadonlyMap<FactName, ReadonlyMap<string, SumPartDefinition>> = collect()

/**
 * Gives every new part a position of its own. Over data that is already there a new part is not ready: questions go to
 * the facts until a rebuild has computed it.
 */
export async function registerParts(sql: Sql): Promise<void> {
  for (const [fact, parts] of sumParts) {
    for (const key of [...parts.keys()].sort()) await insertPart(sql, fact, key)
  }
}
