import {
  type AnyFact,
  allOfGap,
  type Dimension,
  type FactName,
  facts,
  partKey,
  type SumPart,
  setName,
  storedDimension,
} from '@tweeluik/schema/facts'
import { sumParts, withinRareGap } from '../db/rollup-parts.ts'
import type { Viewer } from '../security/roles.ts'
import { type DayScope, dayScopeOf, gapsOfDayPart } from './day-scope.ts'
import { dimensionsOf } from './filter.ts'
import type { Question } from './question.ts'
import type { FactNeeds, Term } from './terms.ts'

/** Where each stored part stands in `rollup.sums`; parts that not every cell has yet are not in it, nor are sets without all cells. */
export type Positions = ReadonlyMap<string, number>
export const positionKey = (fact: string, part: string) => `${fact} ${part}`

export interface FactPlan extends FactNeeds {
  spec: AnyFact['spec']
  /** The dimension set of the rollup to read. Null: the facts themselves. */
  set: readonly Dimension[] | null
  /** What no cell of that set tells: read from the facts, in the same statement. */
  rest: readonly Term[]
  /** Of sum terms, by key; of rare gaps that of all records that may have one. */
  positions: ReadonlyMap<string, number>
  /** Of rare gaps whose window is kept as a sum, by key: that of the records within it. */
  within: ReadonlyMap<string, number>
  /** Of customers' days. Null: rows are of one brand each, and add up. */
  scope: DayScope | null
}

export const isSum = (part: { type: string }): part is SumPart => ['count', 'sum', 'squares'].includes(part.type)

/** The cheapest road that answers the question: the smallest rollup that has what is asked, the facts for the rest. */
export function planFact(needs: FactNeeds, question: Question, stored: Positions, viewer: Viewer): FactPlan {
  const { spec } = facts[needs.fact]
  const isReady = (set: readonly Dimension[]) => stored.has(positionKey(needs.fact, setName(set)))
  const rest = needs.terms.filter(term => !isStored(needs.fact, term, stored))
  const positions = positionsOf(needs, stored, storedSum)
  const within = positionsOf(needs, stored, withinSum)
  if (spec.perBrandAndAll) {
    const scope = dayScopeOf(question, viewer)
    const cells = rest.length === 0 ? scope.cells : null
    const set = cells && [cells.whole, cells.groups].every(({ set }) => isReady(set)) ? cells.groups.set : null
    return { ...needs, question, spec, set, rest: [], positions, within, scope }
  }
  const set = rest.length < needs.terms.length ? coveringSet(spec.sets.filter(isReady), question) : null
  return { ...needs, question, spec, set, rest, positions, within, scope: null }
}

/** Whether a term is told by what is kept, in every cell. */
const isStored = (fact: FactName, term: Term, stored: Positions): boolean =>
  isKept(fact, term) && waysOf(fact, term).some(names => names.every(name => stored.has(positionKey(fact, name))))

function positionsOf(
  { fact, terms }: FactNeeds,
  stored: Positions,
  sumOf: (fact: FactName, term: Term) => string | null,
): ReadonlyMap<string, number> {
  return new Map(
    terms.flatMap((term): [string, number][] => {
      const sum = sumOf(fact, term)
      const position = sum === null ? undefined : stored.get(positionKey(fact, sum))
      return position === undefined ? [] : [[term.key, position]]
    }),
  )
}

/** All parts that a term may read in the rollups, by their stored names. */
export const storedNames = (fact: FactName, term: Term): string[] => waysOf(fact, term).flat()

/** What is read together to tell a term, by stored names: a window of rare gaps by sums alone, or by gaps. */
function waysOf(fact: FactName, term: Term): string[][] {
  const [sum, within] = [storedSum(fact, term), withinSum(fact, term)]
  const sums = sum === null ? [] : [sum]
  return [...(within === null ? [] : [[...sums, within]]), [...sums, ...gapsOfDayPart(term.part)]]
}

/** The sum of records within the window of a rare gap, by its stored name. Null: the window is none that is kept. */
function withinSum(fact: FactName, { part, days }: Pick<Term, 'part' | 'days'>): string | null {
  const within = part.type === 'beyond' ? withinRareGap(part, days) : null
  const name = within && partKey(within, {})
  return name && sumParts.get(fact)?.has(name) ? name : null
}

/** Of rare gaps the rollups tell only how many are longer than so many days, up to the longest that is kept. */
function isKept(fact: FactName, { part, days }: Term): boolean {
  const gap = 'gap' in part ? facts[fact].spec.gaps[part.gap] : undefined
  return !gap?.rare || (part.type === 'beyond' && days >= 1 && days <= (gap.max ?? 0))
}

/** The sum that a term reads in the rollups, by its stored name: a part of its own, or what a rare gap is taken from. */
function storedSum(fact: FactName, { part, params }: Pick<Term, 'part' | 'params'>): string | null {
  if (isSum(part)) return partKey(part, params)
  const gap = part.type === 'beyond' ? facts[fact].spec.gaps[part.gap] : undefined
  return gap?.rare ? partKey(allOfGap(fact, gap), {}) : null
}

/** The smallest dimension set that can tell what is grouped and filtered by. Null: none can. */
export function coveringSet(sets: AnyFact['spec']['sets'], { groupBy, filter }: Question): readonly Dimension[] | null {
  const wanted = new Set([...groupBy, ...dimensionsOf(filter)].map(storedDimension))
  wanted.delete('BRAND')
  const covering = sets.filter(set => [...wanted].every(dimension => set.includes(dimension)))
  return covering.reduce<readonly Dimension[] | null>(
    (best, set) => (best && best.length <= set.length ? best : set),
    null,
  )
}

/** `rollup:{CHANNEL,TEAM}`, `raw`, or where the facts tell what the rollup does not `rollup:{CHANNEL,TEAM} + raw`. */
export const sourceName = ({ set, rest }: Pick<FactPlan, 'set' | 'rest'>) =>
  set ? `rollup:${setName(set)}${rest.length > 0 ? ' + raw' : ''}` : 'raw'

/** Whether its groups come to its whole. */
export const addsUp = ({ spec, scope }: Pick<FactPlan, 'spec' | 'scope'>) => scope === null && !spec.toldEach

/** Whether facts are read one by one. */
export const readsFacts = ({ set, rest }: Pick<FactPlan, 'set' | 'rest'>) => set === null || rest.length > 0

/** Whether a part counts from the beginning of time: the days before the window then matter too. */
export const isAllTime = ({ part }: Term) => part.type === 'until' || part.type === 'exposure'
