import { type FactName, type Params, type Part, partKey } from '@tweeluik/schema/facts'
import type { Asked, Question } from './question.ts'

/** A part as one question needs it: its parameters filled in, so that equal needs of several metrics are met once. */
export interface Term {
  key: string
  part: Part
  params: Params
  /** Of a gap or an exposure. */
  days: number
  /** Only days that lie so many and one before the day of `asOf` count. Null: all. */
  ripeAfterDays: number | null
  /** Where its columns begin in a fact's answer, and how many they are. */
  offset: number
  width: number
}

/** What one fact is asked for a question. */
export interface FactNeeds {
  fact: FactName
  terms: readonly Term[]
  width: number
}

export function termOf(part: Part, { metric, params }: Asked): Omit<Term, 'offset' | 'width'> {
  const days = 'days' in part ? part.days(params) : 0
  const ripeAfterDays = metric.ripeAfterDays?.(params) ?? null
  const stored = partKey(part, params)
  return {
    key: JSON.stringify([part.type, stored, 'money' in part && part.money, days, ripeAfterDays]),
    part,
    params,
    days,
    ripeAfterDays,
  }
}

/** Whether buckets and groups do not add up, so that each is told by itself, in the column of its slot. */
export const isToldEach = ({ type }: Part) => type === 'latest' || type === 'spending'

/**
 * How many columns a part takes. Distinct ones hang on where their window begins, and what does not add up is told of
 * each by itself, so each window's buckets and each whole window are counted apart; days of exposure are told by its changes and by their moments.
 */
function widthOf(part: Part, question: Question): number {
  if (part.type === 'exposure' && part.of !== 'lost') return part.of === 'days' ? 2 : 1
  const isOfWindow = ['distinct', 'arrived', 'exposure'].includes(part.type) || isToldEach(part)
  return isOfWindow ? (question.compared ? 4 : 2) : 1
}

/** All that is needed, by fact, each thing once. */
export function needsOf(question: Question): FactNeeds[] {
  const byFact = new Map<string, Map<string, Term>>()
  for (const asked of question.asked) {
    for (const part of Object.values(asked.metric.parts)) {
      const terms = byFact.get(part.fact) ?? new Map<string, Term>()
      byFact.set(part.fact, terms)
      const term = termOf(part, asked)
      if (terms.has(term.key)) continue
      const last = [...terms.values()].at(-1)
      terms.set(term.key, { ...term, offset: last ? last.offset + last.width : 0, width: widthOf(part, question) })
    }
  }
  return [...byFact].map(([fact, terms]) => {
    const all = [...terms.values()]
    return { fact: fact as FactName, terms: all, width: all.reduce((sum, term) => sum + term.width, 0) }
  })
}
