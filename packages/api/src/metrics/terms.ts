import { type Dimension, type FactName, type Params, type Part, partKey } from '@tweeluik/schema/facts'
import { sharedBy } from '@tweeluik/schema/metrics'
import { askedOf, conjuncts, dimensionsOf } from './filter.ts'
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
  /** Its fact, and by what it is told where that is less than the question is asked by. */
  key: string
  /** As it is put to this fact. */
  question: Question
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
export const isToldEach = ({ type }: Part) => ['latest', 'spending', 'people'].includes(type)

/**
 * How many columns a part takes. Distinct ones hang on where their window begins, and what does not add up is told of
 * each by itself, so each window's buckets and each whole window are counted apart; days of exposure are told by its changes and by their moments.
 */
function widthOf(part: Part, question: Question): number {
  if (part.type === 'exposure' && part.of !== 'lost') return part.of === 'days' ? 2 : 1
  const isOfWindow = ['distinct', 'returned', 'resurrected', 'exposure'].includes(part.type) || isToldEach(part)
  return isOfWindow ? (question.compared ? 4 : 2) : 1
}

/** A question as it is put to a part: what the metric is divided by is told by the dimensions that both share. */
export function putTo(name: string, { metric }: Asked, question: Question): Pick<FactNeeds, 'key' | 'question'> {
  const shared = sharedBy(metric, name)
  const put = shared ? narrowed(question, shared) : question
  return { key: needKey(metric.parts[name]?.fact ?? '', put), question: put }
}

/** A fact, and by what it is told where that is less than the question is asked by. */
export const needKey = (fact: string, { narrowedTo }: Question) =>
  narrowedTo ? `${fact} by ${narrowedTo.join(',')}` : fact

/** A question by some of its dimensions; what it asks of others is left out. */
function narrowed(question: Question, some: readonly Dimension[]): Question {
  const asked = [...new Set([...question.groupBy, ...dimensionsOf(question.filter)])].sort()
  const left = asked.filter(dimension => some.includes(dimension))
  if (left.length === asked.length) return question
  return {
    ...question,
    groupBy: question.groupBy.filter(dimension => left.includes(dimension)),
    filter: askedOf(question.filter, left),
    narrowedTo: left,
  }
}

/** A question as it is put to a metric: by what its facts have, which what it is always told by is not. */
export const baseOf = ({ metric }: Asked, question: Question): Question =>
  narrowed(
    question,
    metric.dimensions.filter(one => one !== metric.alwaysBy?.dimension),
  )

/** The dimensions of all conditions that are left out for a metric, since it does not have them all. */
export function notFilteredBy({ metric }: Asked, { filter }: Question): Dimension[] {
  const leftOut = conjuncts(filter).filter(part => askedOf({ all: [part] }, metric.dimensions).all.length === 0)
  return [...dimensionsOf({ all: leftOut })]
}

/** All that is needed, by fact, each thing once. */
export function needsOf(question: Question): FactNeeds[] {
  const needs = new Map<string, FactNeeds & { terms: Term[] }>()
  for (const asked of question.asked) {
    for (const [name, part] of Object.entries(asked.metric.parts)) {
      const put = putTo(name, asked, baseOf(asked, question))
      const need = needs.get(put.key) ?? { ...put, fact: part.fact as FactName, terms: [], width: 0 }
      needs.set(put.key, need)
      const term = { ...termOf(part, asked), offset: need.width, width: widthOf(part, question) }
      if (need.terms.some(({ key }) => key === term.key)) continue
      need.terms.push(term)
      need.width += term.width
    }
  }
  return [...needs.values()]
}
