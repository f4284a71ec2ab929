import { addDays, laterDay } from '@tweeluik/schema'
import { type Dimension, deltaDimensions, type ExposurePart, facts, type GapPart } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { dayGaps, everyKind } from '../ingest/rollup/day-gaps.queries.ts'
import { type CellSet, type DayScope, gapsOfDayPart } from './day-scope.ts'
import type { Opening } from './figure.ts'
import { type Asking, answerLimit, type FigureRow } from './figures.queries.ts'
import { filterSql } from './filter.queries.ts'
import type { Filter } from './filter.ts'
import { every, type Fragment, listed, own, some, unionAll } from './fragments.queries.ts'
import type { FactPlan } from './plan.ts'
import type { Question, Window } from './question.ts'
import { RAW_ROWS_MAX, textColumn } from './raw.queries.ts'
import { beforeEnd, inWindows } from './road.queries.ts'
import type { Term } from './terms.ts'
import { bucketBegins, bucketEnds, type Timeline, windowsOf } from './timeline.ts'

type DayPlan = FactPlan & { scope: DayScope }
/** A plan with what customers' days are read by. */
const isOfDays = (plan: FactPlan): plan is DayPlan => plan.scope !== null

/**
 * All figures of customers' days for both windows. Customers of several groups or buckets are counted in each, so the
 * whole has rows of its own, without keys.
 */
export function selectDays(sql: TransactionSql, asking: Asking) {
  const { plan, timeline } = asking
  if (!isOfDays(plan)) throw new Error(`${plan.fact} has no customers' days`)
  const keys = plan.question.groupBy.map((_, at) => own(sql, `f.key_${at}`))
  const sums = plan.terms.flatMap(term => columnsOf(sql, term, asking))
  return sql<FigureRow[]>`${own(sql, `/* ${plan.set ? 'daysFromRollup' : 'daysFromFacts'} */`)}
    select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array(${listed(sql, keys)}) end as keys, count(*)::int as rows,
      array[${listed(sql, sums)}]::float8[] as sums
    from (
      select u.*, width_bucket(u.at_day, ${listOf(timeline.bounds)}::date[]) as stretch
      from (${plan.set ? cells(sql, plan) : days(sql, plan)}) u) f
    group by ${listed(sql, [sql`f.stretch`, sql`f.is_whole`, ...keys])}
    ${answerLimit(sql)}`
}

const listOf = (list: readonly (string | null)[]) => `{${list.map(day => day ?? 'null').join(',')}}`

/** The idle days after which the base is left, of all terms of a question the same. */
const idleDaysOf = ({ terms }: DayPlan) => terms.find(({ part }) => part.type === 'exposure')?.days ?? 0

/** A base day that had no next one in time counts on the day after the idle days, when its customer leaves. */
const countedOn = (sql: TransactionSql, alias: string, day: string, idleDays: number): Fragment =>
  own(sql, `${alias}.${day} + case ${alias}.part when 'baseNext' then ${idleDays + 1} else 0 end as at_day`)

/** Told only by all days before the end: by what went before the window, or by all of it. */
const isOfAllTime = ({ part }: Term) => part.type === 'exposure' || part.type === 'until'

function gapsOf(terms: readonly Term[]): string[] {
  return [...new Set(terms.flatMap(({ part }) => gapsOfDayPart(part)))]
}

/** Cells of the whole and of the groups, and what was appended to them since. */
function cells(sql: TransactionSql, plan: DayPlan): Fragment {
  const { scope, question } = plan
  if (!scope.cells) throw new Error('No cells tell of these days')
  const { brands, whole, groups } = scope.cells
  const byBrand = question.groupBy.includes('BRAND')
  return unionAll(sql, [
    ...cellsOf(sql, plan, { cells: whole, brands, isWhole: true }),
    ...(question.groupBy.length === 0
      ? []
      : cellsOf(sql, plan, { cells: groups, brands: byBrand ? scope.brands : brands, isWhole: false })),
  ])
}

interface Address {
  cells: CellSet
  brands: readonly string[]
  isWhole: boolean
}

function cellsOf(sql: TransactionSql, plan: DayPlan, { cells, brands, isWhole }: Address): Fragment[] {
  const { groupBy } = plan.question
  const [dimension] = cells.set
  const inDelta = own(sql, `t.dimension_values[${dimension ? deltaDimensions(plan.spec).indexOf(dimension) + 1 : 0}]`)
  const columns = (value: Fragment): Fragment => {
    const keys = groupBy.map((one, at) => {
      const column = isWhole ? sql`null::text` : one === 'BRAND' ? sql`t.brand` : value
      return sql`${column} as ${own(sql, `key_${at}`)}`
    })
    const day = countedOn(sql, 't', 'day', idleDaysOf(plan))
    return listed(sql, [day, sql`${own(sql, String(isWhole))} as is_whole`, ...keys, sql`t.part`])
  }
  const wanted = (value: Fragment) =>
    every(sql, [
      sql`t.fact = 'customer_day' and t.brand = any(${[...brands]}::text[])`,
      daysOfGaps(sql, plan),
      ...('value' in cells ? [sql`${value} is not distinct from ${cells.value ?? null}`] : []),
    ])
  const set = cells.set.join(',')
  return [
    sql`
        select ${columns(sql`t.d1`)}, t.survivors, null::int as gap_days, null::bigint as n
        from rollup_gaps t where t.dimensions = ${set} and ${wanted(sql`t.d1`)}`,
    sql`
        select ${columns(inDelta)}, null, t.gap_days, t.n
        from rollup_delta t where ${wanted(inDelta)} and coalesce(t.dimension_values[3], ${set}) = ${set}`,
  ]
}

/** The gaps that the terms need: those of the windows, or all before their end. */
function daysOfGaps(sql: TransactionSql, plan: DayPlan): Fragment {
  const allTime = gapsOf(plan.terms.filter(isOfAllTime))
  const ofWindows = gapsOf(plan.terms).filter(part => !allTime.includes(part))
  return some(sql, [
    ...(allTime.length > 0 ? [sql`(t.part = any(${allTime}::text[]) and ${beforeEnd(sql, plan, sql`t.day`)})`] : []),
    ...(ofWindows.length > 0
      ? [sql`(t.part = any(${ofWindows}::text[]) and ${inWindows(sql, plan, sql`t.day`)})`]
      : []),
  ])
}

/** The days themselves, the gaps between them counted on the spot. */
function days(sql: TransactionSql, plan: DayPlan): Fragment {
  const { scope, question, terms } = plan
  const { groupBy, filter } = question
  const needsBefore = terms.some(term => isOfAllTime(term) || gapsOfDayPart(term.part).includes('order'))
  const range = needsBefore ? beforeEnd(sql, plan, sql`t.day`) : inWindows(sql, plan, sql`t.day`)
  const keys = groupBy.map((one, at) => own(sql, `g.${keyColumn(one)} as key_${at}`))
  const columns = [
    countedOn(sql, 'g', 'at_day', idleDaysOf(plan)),
    sql`g.world = 'whole' as is_whole`,
    ...keys,
    sql`g.part, null::int[] as survivors, g.gap_days, g.n`,
  ]
  const gaps = gapsBetween(sql, { filter, groupBy, brands: scope.brands, range, parts: gapsOf(terms) })
  return sql`select ${listed(sql, columns)} from (${gaps}) g where g.part = any(${gapsOf(terms)}::text[]) limit ${RAW_ROWS_MAX + 1}`
}

const keyColumn = (dimension: Dimension) => (dimension === 'BRAND' ? 'label' : dimension.toLowerCase())

interface DaysAsked extends Pick<Question, 'groupBy'> {
  filter: Filter
  brands: readonly string[]
  range: Fragment
  /** What is to be told. */
  parts: readonly string[]
}

/** The gaps between days of brands taken together, over all that meets the filter and by group. */
function gapsBetween(sql: TransactionSql, { filter, groupBy, brands, range, parts }: DaysAsked): Fragment {
  const words = groupBy.filter(one => one !== 'BRAND').map(one => `t.${keyColumn(one)}`)
  const track = words.length > 1 ? `jsonb_build_array(${words.join(', ')})::text` : (words[0] ?? 'null')
  const byGroup = groupBy.length > 0
  const each = (whole: string, group: string) => own(sql, `unnest(array[${byGroup ? `${whole}, ${group}` : whole}])`)
  const [before, after] = dayGaps(everyKind.filter(kind => isNeeded(kind, parts)))
  return sql`${own(sql, before)}
        select 1 as sign, ${each(`''`, groupBy.includes('BRAND') ? 't.brand' : `''`)} as label, ${each(`'whole'`, `'groups'`)} as world,
          ${each('null::text', track)} as track, t.*, false as brands, ${filterSql(sql, filter, textColumn(facts.customer_day.spec, 't'))} is true as counts
        from customer_days t where t.brand = any(${[...brands]}::text[]) and ${range}
      ${own(sql, after)}`
}

function isNeeded(kind: (typeof everyKind)[number], parts: readonly string[]): boolean {
  if (kind === 'buyer') return parts.includes('buyer') || parts.includes('secondOrder')
  return parts.includes(kind)
}

/** Longer than any gap: only what has none survives it. */
const NEVER = '2000000000'

const survivors = (sql: TransactionSql, reach: Fragment): Fragment => sql`case
        when f.survivors is not null then f.survivors[least(${reach}, cardinality(f.survivors) - 1) + 1]
        when f.gap_days is null or f.gap_days > ${reach} then f.n else 0 end`

/** A column for each that a term takes. */
function columnsOf(sql: TransactionSql, { part, days }: Term, { plan, timeline }: Asking): Fragment[] {
  if (part.type === 'exposure') {
    return exposure(sql, part, days, { plan, timeline }).map(value => sql`coalesce(sum(${value}), 0)`)
  }
  if (!('gap' in part)) throw new Error(`Days tell no ${part.type}`)
  return survivorsOf(sql, part, days, { plan, timeline }).map(
    value => sql`coalesce(sum(${value}) filter (where f.part = ${own(sql, `'${part.gap}'`)}), 0)`,
  )
}

/** What a row adds to each column of a part. */
function survivorsOf(sql: TransactionSql, part: GapPart, days: number, asking: Pick<Asking, 'plan' | 'timeline'>) {
  const than = (reach: Fragment) => survivors(sql, reach)
  const ever = own(sql, NEVER)
  if (part.type === 'until') return [than(ever)]
  if (part.type === 'beyond') return [than(own(sql, String(days)))]
  return spansOf(sql, asking).map(({ begin }) => {
    const before = sql`(f.at_day - ${begin})`
    const longBefore = sql`greatest(${before}, ${own(sql, String(days))})`
    if (part.type === 'returned') return sql`(${than(before)}) - (${than(longBefore)})`
    return part.type === 'resurrected' ? sql`(${than(longBefore)}) - (${than(ever)})` : than(before)
  })
}

/** Of each window: the bucket that a row lies in, and the whole. Null where it lies in no bucket. */
function spansOf(sql: TransactionSql, { plan, timeline }: Pick<Asking, 'plan' | 'timeline'>) {
  const inBucket = (list: readonly (string | null)[]) => sql`(${listOf(list)}::date[])[f.stretch + 1]`
  return windowsOf(plan.question).flatMap((window: Window) => [
    { begin: inBucket(bucketBegins(timeline, window)), end: inBucket(bucketEnds(timeline, window)) },
    { begin: sql`${window.from}::date`, end: sql`${window.to}::date` },
  ])
}

function exposure(
  sql: TransactionSql,
  { of }: ExposurePart,
  idleDays: number,
  asking: { plan: FactPlan; timeline: Timeline },
): Fragment[] {
  const { timeline } = asking
  const than = (days: number | Fragment) => survivors(sql, typeof days === 'number' ? own(sql, String(days)) : days)
  const within = (days: number | Fragment) => sql`(${than(0)}) - (${than(days)})`
  if (of === 'left') {
    return [sql`case f.part when 'baseNext' then ${than(idleDays)} when 'churn' then ${within(idleDays + 1)} end`]
  }
  if (of === 'lost') {
    const tomorrow = sql`${timeline.tomorrow}::date`
    return spansOf(sql, asking).map(({ begin, end }) => {
      const unseen = sql`(least(${end}, ${tomorrow}) - f.at_day + ${own(sql, String(idleDays))})`
      const sinceStart = sql`(f.at_day - ${begin} + ${own(sql, String(idleDays + 2))})`
      return sql`case f.part when 'baseNext' then ${than(unseen)} when 'churn' then ${within(sinceStart)} end`
    })
  }
  const change = sql`case when f.part in ('order', 'base') then ${than(idleDays)} when f.part = 'baseNext' then -(${than(idleDays)})
        when f.part in ('churn', 'moved') then -(${within(idleDays + 1)}) end`
  return of === 'days' ? [change, sql`(${change}) * (f.at_day - ${timeline.bounds[0] ?? ''}::date)`] : [change]
}

/** The customers whom a part of a figure counts, each on the day that makes it count. */
export function dayRecords(
  sql: TransactionSql,
  part: GapPart | ExposurePart,
  brands: readonly string[],
  { asked, filter, period, today }: Opening,
): Fragment {
  const { from, to } = period
  const days = part.days(asked.params)
  const end = addDays(today, 1) < to ? laterDay(from, addDays(today, 1)) : to
  const gaps = (range: Fragment) => gapsBetween(sql, { filter, groupBy: [], brands, range, parts: gapsOfDayPart(part) })
  const found = (range: Fragment, day: Fragment, holds: Fragment) => sql`/* dayRecords */
      select 'customer'::text as kind, g.customer_id as id, ${day} as day, 0::float8 as moment, '' as row from (${gaps(range)}) g where ${holds}`
  const upTo = sql`t.day < ${to}`
  const inPeriod = sql`g.at_day >= ${from} and g.at_day < ${to}`
  if (part.type === 'exposure') {
    const lastBefore = addDays(from, -days - 1)
    if (part.of === 'start') {
      return found(
        sql`t.day >= ${lastBefore} and t.day < ${from}`,
        sql`g.at_day`,
        sql`g.part = 'baseNext' and (g.gap_days is null or g.at_day + g.gap_days >= ${from})`,
      )
    }
    const left = sql`g.at_day + case g.part when 'baseNext' then ${days + 1}::int else 0 end`
    return found(
      upTo,
      left,
      sql`${left} >= ${from} and ${left} < ${end} and ((g.part = 'baseNext' and (g.gap_days is null or g.gap_days > ${days}))
        or (g.part = 'churn' and g.gap_days <= ${days + 1}))`,
    )
  }
  const ofGap = sql`g.part = ${part.gap}`
  const sinceStart = sql`(g.at_day - ${from}::date)`
  const gap: Record<GapPart['type'], Fragment> = {
    beyond: sql`g.gap_days is null or g.gap_days > ${days}::int`,
    distinct: sql`g.gap_days is null or g.gap_days > ${sinceStart}`,
    returned: sql`g.gap_days > ${sinceStart} and g.gap_days <= ${days}::int`,
    resurrected: sql`g.gap_days > greatest(${sinceStart}, ${days}::int)`,
    until: sql`g.gap_days is null`,
  }
  if (part.type === 'until') return found(upTo, sql`g.at_day`, sql`${ofGap} and ${gap.until}`)
  const range = part.gap === 'order' ? upTo : sql`t.day >= ${from} and t.day < ${to}`
  return found(range, sql`g.at_day`, sql`${ofGap} and ${inPeriod} and (${gap[part.type]})`)
}
