import {
  type AnyFact,
  allOfGap,
  type Dimension,
  type FactName,
  facts,
  partKey,
  type SumPart,
  storedDimension,
} from '@tweeluik/schema/facts'
import type { Viewer } from '../security/roles.ts'
import { dimensionsOf, type Filter, holds } from './filter.ts'
import type { Question } from './question.ts'
import type { FactNeeds, Term } from './terms.ts'

/** Where each stored part stands in `rollup.sums`; parts that not every cell has yet are not in it. */
export type Positions = ReadonlyMap<string, number>
export const positionKey = (fact: string, part: string) => `${fact} ${part}`

/** The brand that stands for all brands together, where what is distinct cannot be added. */
export const ALL_BRANDS = '*'

/**
 * Which brands a fact of distinct customers is read for. `whole` is the brand whose rows hold the total: one brand, or
 * `*`. When `merged`, those rows are in no table: the days of several brands are first made one.
 */
export interface BrandScope {
  brands: readonly string[]
  whole: string
  merged: boolean
}

export interface FactPlan extends FactNeeds {
  spec: AnyFact['spec']
  question: Question
  /** The dimension set of the rollup to read. Null: the facts themselves. */
  set: readonly Dimension[] | null
  /** Of sum terms, by key. */
  positions: ReadonlyMap<string, number>
  /** Null: rows are of one brand each, and add up. */
  scope: BrandScope | null
}

export const isSum = (part: { type: string }): part is SumPart => ['count', 'sum', 'squares'].includes(part.type)

/** The cheapest road that answers the question: the smallest rollup that has everything, else the facts. */
export function planFact(needs: FactNeeds, question: Question, stored: Positions, viewer: Viewer): FactPlan {
  const { spec } = facts[needs.fact]
  const scope = spec.perBrandAndAll ? scopeOf(question, viewer) : null
  const positions = positionsOf(needs, stored)
  const set = positions && !scope?.merged ? coveringSet(spec, question) : null
  return { ...needs, spec, question, set, positions: positions ?? new Map(), scope }
}

/** Which rows of a fact of distinct customers are the viewer's, under this filter. */
export function scopeOf({ filter }: { filter: Filter }, viewer: Viewer): BrandScope {
  const own = viewer.brands.filter(brand => brand !== ALL_BRANDS)
  const brands = own.filter(brand => holds(filter, dimension => (dimension === 'BRAND' ? brand : null)))
  const [only] = brands
  if (viewer.seesAllBrands && brands.length === own.length) return { brands, whole: ALL_BRANDS, merged: false }
  if (brands.length <= 1) return { brands, whole: only ?? '', merged: false }
  return { brands, whole: ALL_BRANDS, merged: true }
}

/** Null when a part is not stored, not in every cell yet, or not told by what is kept. */
function positionsOf({ fact, terms }: FactNeeds, stored: Positions): ReadonlyMap<string, number> | null {
  const positions = new Map<string, number>()
  for (const term of terms) {
    if (!isKept(fact, term)) return null
    const sum = storedSum(fact, term)
    if (!sum) continue
    const position = stored.get(positionKey(fact, sum))
    if (position === undefined) return null
    positions.set(term.key, position)
  }
  return positions
}

/** Of rare gaps the rollups tell only how many are longer than so many days, up to the longest that is kept. */
function isKept(fact: FactName, { part, days }: Term): boolean {
  const gap = 'gap' in part ? facts[fact].spec.gaps[part.gap] : undefined
  return !gap?.rare || (part.type === 'beyond' && days >= 1 && days <= (gap.max ?? 0))
}

/** The sum that a term reads in the rollups, by its stored name: a part of its own, or what a rare gap is taken from. */
export function storedSum(fact: FactName, { part, params }: Pick<Term, 'part' | 'params'>): string | null {
  if (isSum(part)) return partKey(part, params)
  const gap = part.type === 'beyond' ? facts[fact].spec.gaps[part.gap] : undefined
  return gap?.rare ? partKey(allOfGap(fact, gap), {}) : null
}

function coveringSet(spec: AnyFact['spec'], { groupBy, filter }: Question): readonly Dimension[] | null {
  const wanted = new Set([...groupBy, ...dimensionsOf(filter)].map(storedDimension))
  wanted.delete('BRAND')
  const covering = spec.sets.filter(set => [...wanted].every(dimension => set.includes(dimension)))
  return covering.reduce<readonly Dimension[] | null>(
    (best, set) => (best && best.length <= set.length ? best : set),
    null,
  )
}

/** `rollup:{CHANNEL,TEAM}` or `raw`. */
export const sourceName = ({ set }: Pick<FactPlan, 'set'>) => (set ? `rollup:{${set.join(',')}}` : 'raw')

/** Whether a part counts from the beginning of time: the days before the window then matter too. */
export const isAllTime = ({ part }: Term) => part.type === 'until' || part.type === 'exposure'
