import { addDays, type Day, fail } from '@tweeluik/schema'
import type { Dimension, Metric, PartValues } from '@tweeluik/schema/metrics'
import { valueOutside } from './dimension-values.ts'
import { type ComparedFigure, type Figure, figureOf, ripePart } from './figure.ts'
import { type AllOf, type Filter, filterOfKeys, onlyValueOf, prospects } from './filter.ts'
import { type FactFigures, type GroupKey, groupKey, type Span, Stretches } from './fold.ts'
import { type Bucket, isPartial, type Period } from './periods.ts'
import { addsUp } from './plan.ts'
import type { Asked, Question, Window } from './question.ts'
import { baseOf, needKey, notFilteredBy, putTo, termOf } from './terms.ts'
import type { Timeline } from './timeline.ts'
import { type FactValues, valuesTermOf } from './values.ts'

export interface Answer {
  asked: Asked
  period: Period
  asOf: Date
  /** Asked of it, and left out since it does not have them. */
  notFilteredBy: readonly Dimension[]
  total: Figure
  series: readonly Series[]
  facts: readonly FactFigures[]
  /** Where percentiles are asked, what its values were read from. */
  spread: FactValues | null
  /** The groups after the `top`, which do not come to one another: what is still to be asked of them. Null: nothing. */
  rest: AllOf | null
}

export interface Series {
  keys: readonly GroupValue[]
  total: Figure
  points: readonly Point[]
}

/** One dimension's value of a group, as clients know it. */
export interface GroupValue {
  dimension: Dimension
  /** Null: not set, or `other`. */
  value: string | null
  other: boolean
}

export interface Point {
  bucket: Bucket
  partial: boolean
  figure: Figure
}

export interface Answering {
  question: Question
  timeline: Timeline
  facts: ReadonlyMap<string, FactFigures>
  /** The values that percentiles are asked of. */
  spread: readonly FactValues[]
  /** What the rates of triggers are per, by their ids. */
  ratePer: ReadonlyMap<string, string>
  asOf: Date
  /** The day of `asOf`. */
  today: Day
}

/** A group of records, and each fact's figures of it. */
interface Group {
  keys: readonly GroupValue[]
  filter: Filter
  /** Which groups of records it gathers. Null: all. */
  members: readonly GroupKey[] | null
  stretchesOf(need: string): Stretches
}

/** One metric's answer from the figures of all facts. */
export function answerOne(asked: Asked, answering: Answering): Answer {
  const { alwaysBy } = asked.metric
  const narrow = { ...answering, question: baseOf(asked, answering.question) }
  const told = alwaysBy ? answerByValues(asked, alwaysBy, answering.question, narrow) : answerPlain(asked, narrow)
  return { ...told, notFilteredBy: notFilteredBy(asked, answering.question) }
}

type Told = Omit<Answer, 'notFilteredBy'>

/** A metric that is always told by the values of a dimension: each is a figure of its own parts. */
function answerByValues(
  asked: Asked,
  { dimension, parts }: NonNullable<Metric['alwaysBy']>,
  question: Question,
  narrow: Answering,
): Told {
  const values = Object.keys(parts).filter(
    value => prospects(question.filter, one => (one === dimension ? value : undefined)).may,
  )
  const of = (told: readonly string[]) =>
    answerPlain({ ...asked, params: { ...asked.params, [dimension]: told.join(',') } }, narrow)
  const place = question.groupBy.indexOf(dimension)
  const at = place < 0 ? question.groupBy.length : place
  const series = values.flatMap(value =>
    seriesOf(of([value])).map(one => ({ ...one, keys: one.keys.toSpliced(at, 0, { dimension, value, other: false }) })),
  )
  return { ...of(values), series, rest: null }

  function seriesOf({ series, rest }: Told) {
    return rest ? refuseRest(asked) : series
  }
}

/** @throws TOP_NOT_ADDITIVE where the groups after the `top` cannot be asked as one. */
function refuseRest({ metric }: Asked): never {
  return fail(
    'TOP_NOT_ADDITIVE',
    'top',
    `${metric.key} is told of each group beside all others: it cannot be gathered under other`,
    'Ask a larger top, or filter what it is grouped by',
  )
}

function answerPlain(asked: Asked, answering: Answering): Told {
  const { question, facts, asOf } = answering
  const names = Object.keys(asked.metric.parts)
  const own = [...new Set(names.map(name => putTo(name, asked, question).key))].flatMap(key => facts.get(key) ?? [])
  const all: Group = {
    keys: [],
    filter: question.filter,
    members: null,
    stretchesOf: need => stretches(facts.get(need)?.whole),
  }
  const reader = readerOf(asked, answering)
  const { groups, rest } =
    question.groupBy.length > 0 ? groupsOf(asked, own, reader, answering) : { groups: [all], rest: null }
  return {
    asked,
    period: { from: question.window.from, to: question.window.to },
    asOf,
    total: reader.whole(all),
    series: groups.map(group => ({ keys: group.keys, total: reader.whole(group), points: reader.points(group) })),
    facts: own,
    spread: spreadOf(asked, answering)?.values ?? null,
    rest,
  }
}

/** Where a metric's values are, and by which name. */
function spreadOf(asked: Asked, { question, spread }: Answering) {
  const term = valuesTermOf(asked, question)
  const values = spread.find(({ plan }) => plan.key === needKey(term?.part.fact ?? '', question))
  return term && values ? { key: term.key, values } : null
}

function stretches(found: Stretches | undefined): Stretches {
  if (!found) throw new Error('A fact was not asked')
  return found
}

type Reader = ReturnType<typeof readerOf>

/** Reads one metric's figures out of groups. */
function readerOf(asked: Asked, answering: Answering) {
  const { question, facts, today } = answering
  const spread = spreadOf(asked, answering)
  const terms = Object.entries(asked.metric.parts).map(([name, part]) => {
    const { key } = termOf(part, asked)
    const need = putTo(name, asked, question).key
    const term = facts.get(need)?.plan.terms.find(one => one.key === key)
    if (!term) throw new Error(`${need} was not asked for ${key}`)
    return { name, need, term }
  })
  const partsOf = (group: Group, span: Span): PartValues =>
    Object.fromEntries(
      terms.map(({ name, need, term }) => {
        const ofWhole = 'ofWhole' in term.part && term.part.ofWhole
        return [name, (ofWhole ? stretches(facts.get(need)?.whole) : group.stretchesOf(need)).part(term, span)]
      }),
    )
  const windows = [question.window, question.compared] as const
  const ripeUpTo = addDays(today, -(asked.metric.ripeAfterDays?.(asked.params) ?? 0))

  function figure(group: Group, span: Span, compared: ComparedFigure | null): Figure {
    const { from, to } = span
    return figureOf(ratedBy(asked, group.filter, answering), partsOf(group, span), {
      period: ripePart({ from, to }, asked, today),
      filter: group.filter,
      today: question.today,
      compared,
      counts: spread && span.window === 0 ? () => spread.values.counts(spread.key, group.members, span) : null,
    })
  }
  const wholeOf = (group: Group, { from, to }: Window, window: 0 | 1, compared: ComparedFigure | null) =>
    figure(group, { from, to, window, whole: true }, compared)

  function whole(group: Group): Figure {
    const [window, other] = windows
    const before = other && { period: { from: other.from, to: other.to }, figure: wholeOf(group, other, 1, null) }
    return wholeOf(group, window, 0, before)
  }

  function point(group: Group, bucket: Bucket, position: number): Point {
    const { from, to } = bucket
    const other = question.compared?.buckets[position]
    const before = other && {
      period: { from: other.from, to: other.to },
      figure: figure(group, { from: other.from, to: other.to, window: 1, whole: false }, null),
    }
    const nothing = question.compared && { period: endOf(question.compared), figure: null }
    return {
      bucket,
      partial: isPartial(bucket, ripeUpTo),
      figure: figure(group, { from, to, window: 0, whole: false }, before ?? nothing),
    }
  }

  return {
    whole,
    points: (group: Group) => question.window.buckets.map((bucket, index) => point(group, bucket, index)),
  }
}

/** The contacts of one trigger are counted per what its rate is per. */
function ratedBy(asked: Asked, filter: Filter, { ratePer }: Answering): Asked {
  const { metric, params, named = [] } = asked
  const exposure = ratePer.get(onlyValueOf(filter, 'TRIGGER') ?? '')
  if (!metric.ratePer || named.includes(metric.ratePer) || !exposure) return asked
  return { ...asked, params: { ...params, [metric.ratePer]: exposure } }
}

/** Where a point has no partner: no day, at the end of the other period. */
const endOf = ({ to }: Period): Period => ({ from: to, to })

interface Groups {
  groups: Group[]
  rest: AllOf | null
}

/** The groups with most records, and one that gathers the rest, or what it is to be asked by. */
function groupsOf(asked: Asked, own: readonly FactFigures[], reader: Reader, answering: Answering): Groups {
  const { question } = answering
  const { length } = question.groupBy
  const keys = [
    ...new Set(own.flatMap(({ plan, groups }) => (plan.question.groupBy.length === length ? [...groups.keys()] : []))),
  ]
  const ranked = keys
    .map(key => ({ key, group: groupOf([key], answering) }))
    .map(({ key, group }) => ({ key, group, ...sizeOf(reader.whole(group), () => reader.points(group)) }))
    .filter(({ size }) => size > 0)
    .sort((left, right) => right.n - left.n || right.before - left.before || (left.key < right.key ? -1 : 1))
  const chosen = ranked.slice(0, question.top)
  const groups = chosen.map(({ group }) => group)
  if (ranked.length <= question.top) return { groups, rest: null }
  const named = chosen.map(({ key }) => key)
  if (own.some(({ plan }) => !addsUp(plan) && plan.question.groupBy.length > 0)) {
    const isOfWhole = Object.values(asked.metric.parts).some(part => 'ofWhole' in part && part.ofWhole)
    return isOfWhole ? refuseRest(asked) : { groups, rest: filterOfRest(named, question) }
  }
  const rest = keys.filter(key => !named.includes(key))
  return { groups: [...groups, otherGroup(rest, named, answering)], rest: null }
}

/** A group of records that only the compared period or one of its buckets has, or that could only be left out, is one too. */
function sizeOf({ n, leftOut, compared }: Figure, points: () => readonly Point[]) {
  const before = compared?.figure?.n ?? 0
  const size = n + leftOut + before
  return { n, before, size: size > 0 ? size : points().reduce((sum, { figure }) => sum + figure.n, 0) }
}

/** A group as it is known by some of the dimensions. */
const keyBy = (some: readonly Dimension[], all: readonly Dimension[], key: GroupKey): GroupKey =>
  some.length === all.length ? key : groupKey(some.map(dimension => keysOf(key)[all.indexOf(dimension)] ?? null))

const keysOf = (key: GroupKey) => JSON.parse(key) as (string | null)[]

function groupOf(members: readonly GroupKey[], answering: Answering): Group {
  const { question, facts, timeline } = answering
  const [only = '[]'] = members
  const made = new Map<string, Stretches>()
  return {
    keys: question.groupBy.map((dimension, index) => ({
      dimension,
      value: valueOutside(dimension, keysOf(only)[index] ?? null),
      other: false,
    })),
    filter: { all: [question.filter, filterOfKeys(question.groupBy, keysOf(only))] },
    members,
    stretchesOf(need) {
      const figures = facts.get(need)
      if (!figures) throw new Error(`${need} was not asked`)
      const { plan, groups, whole } = figures
      if (plan.question.groupBy.length === 0) return whole
      const told = new Set(members.map(key => keyBy(plan.question.groupBy, question.groupBy, key)))
      const known =
        made.get(need) ??
        new Stretches(
          [...told].flatMap(key => groups.get(key) ?? []),
          plan,
          timeline,
        )
      made.set(need, known)
      return known
    },
  }
}

function otherGroup(members: readonly GroupKey[], named: readonly GroupKey[], answering: Answering): Group {
  const { question } = answering
  return { ...groupOf(members, answering), keys: otherKeys(question), filter: filterOfRest(named, question) }
}

const otherKeys = ({ groupBy }: Question): GroupValue[] =>
  groupBy.map(dimension => ({ dimension, value: null, other: true }))

/** What is in none of these groups. */
const filterOfRest = (named: readonly GroupKey[], { groupBy, filter }: Question): AllOf => ({
  all: [filter, { not: { any: named.map(key => filterOfKeys(groupBy, keysOf(key))) } }],
})

/** The groups after the `top` as one, from the answer to what they were asked by. */
export function withRest(answer: Answer, { series: [rest] }: Answer, question: Question): Answer {
  const other = rest && { ...rest, keys: otherKeys(question) }
  return { ...answer, series: other ? [...answer.series, other] : answer.series, rest: null }
}
