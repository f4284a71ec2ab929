import { addDays, type Day } from '@tweeluik/schema'
import {
  type AnyFact,
  type Dimension,
  type FactName,
  facts,
  partKey,
  SKETCH_DAYS,
  setName,
  sketchSets,
  type ValuesPart,
  valuesKey,
} from '@tweeluik/schema/facts'
import { type Counts, valuesOf } from '@tweeluik/schema/metrics'
import { countOf } from '../db/rollup-parts.ts'
import { type Cover, coverOf } from './cover.ts'
import { type GroupKey, groupKey, refuseTooMuch } from './fold.ts'
import type { Period } from './periods.ts'
import { coveringSet, type Positions, positionKey } from './plan.ts'
import type { Asked, Question } from './question.ts'
import { RAW_ROWS_MAX } from './raw.queries.ts'
import { baseOf, needKey } from './terms.ts'
import type { ValueRow } from './values.queries.ts'

/** Values of which percentiles are asked. */
export interface ValuesTerm {
  key: string
  part: ValuesPart
  /** Of their sum, in what is kept. Null: they are not, or not in every cell yet. */
  position: number | null
  /** Of their number. */
  countPosition: number | null
}

/** How one fact's values are read. */
export interface ValuesPlan {
  /** Its fact, and by what it is told where that is less than the question is asked by. */
  key: string
  fact: FactName
  spec: AnyFact['spec']
  question: Question
  terms: readonly ValuesTerm[]
  /** The dimension set to read. Null: the facts themselves. */
  set: readonly Dimension[] | null
  cover: Cover
  /** The days on which the buckets of the question begin, and where the last one ends. */
  bounds: readonly Day[]
}

/** The values that a metric is told by, by the name under which they are read. Null: it has none, or nobody asks. */
export function valuesTermOf(
  { metric, params }: Asked,
  { values }: Question,
): { key: string; part: ValuesPart } | null {
  const part = values ? valuesOf(metric, params) : null
  return part && { key: valuesKey(part), part }
}

/** Every part that is read for the values asked. */
export const valueNamesOf = (question: Question): string[] =>
  question.asked.flatMap(asked => {
    const term = valuesTermOf(asked, question)
    if (!term) return []
    const { key, part } = term
    return [key, partKey(countOf(part), {})].map(name => positionKey(part.fact, name))
  })

/** How the values of the question's own period are read, by fact; those of the compared one are not asked. */
export function planValues(asked: Question, stored: Positions): ValuesPlan[] {
  const wanted = asked.asked.flatMap(one => {
    const question = baseOf(one, asked)
    const term = valuesTermOf(one, question)
    return term ? [{ ...term, question, need: needKey(term.part.fact, question) }] : []
  })
  return [...Map.groupBy(wanted, ({ need }) => need)].flatMap(([key, all]) => {
    const [first] = all
    if (!first) return []
    const { question } = first
    const fact = first.part.fact as FactName
    const { spec } = facts[fact]
    const once = new Map(all.map(({ key, part }) => [key, part]))
    const known = [...once].map(([key, part]): ValuesTerm => {
      const positionOf = (name: string) => stored.get(positionKey(fact, name)) ?? null
      return { key, part, position: positionOf(key), countPosition: positionOf(partKey(countOf(part), {})) }
    })
    const isKept = known.every(({ position, countPosition }) => position !== null && countPosition !== null)
    const set = isKept ? coveringSet(sketchSets(spec), question) : null
    return { key, fact, spec, question, terms: known, set, ...periodsOf(question) }
  })
}

/** `sketches:{CHANNEL,TEAM}` or `raw`. */
export const valuesSource = ({ set }: ValuesPlan) => (set ? `sketches:${setName(set)}` : 'raw')

function periodsOf({ window, today }: Question): Pick<ValuesPlan, 'cover' | 'bounds'> {
  const spans: readonly Period[] = window.buckets.length > 0 ? window.buckets : [window]
  const covers = spans.map(span => coverOf(span, addDays(today, -SKETCH_DAYS)))
  return {
    cover: {
      weeks: covers.flatMap(({ weeks }) => weeks),
      months: covers.flatMap(({ months }) => months),
      days: covers.flatMap(({ days }) => days),
    },
    bounds: [...spans.map(({ from }) => from), window.to],
  }
}

/** One fact's values, by group and bucket. */
export interface FactValues {
  plan: ValuesPlan
  rowsRead: number
  /**
   * How many values lie in each bucket of a part over a span, which begins and ends on bounds of the question.
   * @param members whose; null: everybody's
   */
  counts(key: string, members: readonly GroupKey[] | null, span: Period): Counts
}

/** @throws a problem when there was too much to read. */
export function foldValueRows(rows: readonly ValueRow[], plan: ValuesPlan): FactValues {
  const rowsRead = rows.reduce((sum, row) => sum + row.rows, 0)
  if (rowsRead > RAW_ROWS_MAX) refuseTooMuch(`More than ${RAW_ROWS_MAX} records would be read`)
  const byTerm = plan.terms.map((_term, index) => rows.filter(({ term }) => term === index))
  const byGroup = byTerm.map(own => Map.groupBy(own, ({ keys }) => groupKey(keys)))
  return {
    plan,
    rowsRead,
    counts(key, members, { from, to }) {
      const at = plan.terms.findIndex(term => term.key === key)
      const own = members ? members.flatMap(member => byGroup[at]?.get(member) ?? []) : (byTerm[at] ?? [])
      const [begin, end] = [plan.bounds.indexOf(from) + 1, plan.bounds.indexOf(to) + 1]
      return countsOf(own.filter(({ stretch }) => stretch >= begin && stretch < end))
    },
  }
}

function countsOf(rows: readonly ValueRow[]): Counts {
  const counts = new Map<number, number>()
  for (const { lowest, places, counts: own } of rows) {
    own.forEach((count, at) => {
      const bucket = places?.[at] ?? (lowest ?? 0) + at
      if (count !== 0) counts.set(bucket, (counts.get(bucket) ?? 0) + count)
    })
  }
  return counts
}
