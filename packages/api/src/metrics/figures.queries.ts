import { laterDay } from '@tweeluik/schema'
import {
  type AnyFact,
  columnName,
  conditionsOf,
  type Dimension,
  type GapPart,
  type SumPart,
  whereSql,
} from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { type Fragment, filterSql, own } from './filter.queries.ts'
import { todayOf } from './freshness.queries.ts'
import { ALL_BRANDS, type FactPlan, isAllTime, isSum } from './plan.ts'
import type { Window } from './question.ts'
import type { Term } from './terms.ts'
import { bucketBegins, type Timeline, windowsOf } from './timeline.ts'

/** What one stretch of the timeline holds of one group. */
export interface FigureRow {
  stretch: number
  /** In the order of `groupBy`; null is 'not set'. */
  keys: (string | null)[]
  /** How many rows were added up. */
  rows: number
  /** By the offsets of the terms. */
  sums: number[]
}

/** More rows of an answer than this are not waited for. */
export const ANSWER_ROWS_MAX = 200_000
/** More facts than this are not read one by one. */
export const RAW_ROWS_MAX = 5_000_000

export interface Asking {
  plan: FactPlan
  timeline: Timeline
  /** The moment of the question. */
  now: Date
  timeZone: string
}

/** All figures of one fact for both windows, stretch by stretch and group by group. */
export function selectFigures(sql: TransactionSql, asking: Asking) {
  const { plan } = asking
  const groups = groupColumns(sql, plan)
  const name = own(sql, `/* ${plan.set ? 'figuresFromRollup' : 'figuresFromFacts'} ${plan.fact} */`)
  return sql<FigureRow[]>`${name}
    with fresh as materialized (${todayOf(sql, asking)})
    select f.stretch, jsonb_build_array(${list(sql, groups)}) as keys, count(*)::int as rows, ${sums(sql, asking)} as sums
    from (
      select u.*, width_bucket(u.at_day, ${days(asking.timeline.bounds)}::date[]) as stretch
      from (${plan.set ? cells(sql, asking) : rawRows(sql, asking)}) u
    ) f
    group by ${list(sql, [sql`f.stretch`, ...groups])}
    limit ${ANSWER_ROWS_MAX + 1}`
}

const days = (list: readonly (string | null)[]) => `{${list.map(day => day ?? 'null').join(',')}}`

/** The columns of the groups; the whole of a fact that does not add up over brands has rows of its own. */
function groupColumns(sql: TransactionSql, plan: FactPlan): Fragment[] {
  const { groupBy } = plan.question
  const columns = plan.scope && groupBy.length === 0 ? ['f.brand'] : groupBy.map(columnOf(plan, 'f'))
  return columns.map(column => own(sql, column))
}

/** In which column of the road's rows a dimension stands, as text. */
const columnOf =
  ({ set, spec }: Pick<FactPlan, 'set' | 'spec'>, alias: string) =>
  (dimension: Dimension): string => {
    if (!set) return rawColumnOf(spec, alias)(dimension)
    return dimension === 'BRAND' ? `${alias}.brand` : `${alias}.d${set.indexOf(dimension) + 1}`
  }

/** In which column of a fact's own rows a dimension stands, as text. */
export const rawColumnOf = (spec: AnyFact['spec'], alias: string) => (dimension: Dimension) =>
  `${alias}.${columnName(spec.dimensions[dimension] ?? '')}::text`

function list(sql: TransactionSql, fragments: readonly Fragment[]): Fragment {
  const [first, ...rest] = fragments
  return first ? rest.reduce((left, right) => sql`${left}, ${right}`, first) : sql``
}

const every = (sql: TransactionSql, [first, ...rest]: readonly Fragment[]): Fragment =>
  first ? rest.reduce((left, right) => sql`${left} and ${right}`, first) : sql`true`

const some = (sql: TransactionSql, [first, ...rest]: readonly Fragment[]): Fragment =>
  first ? sql`(${rest.reduce((left, right) => sql`${left} or ${right}`, first)})` : sql`false`

const inWindows = (sql: TransactionSql, { question }: FactPlan, day: Fragment): Fragment =>
  some(
    sql,
    windowsOf(question).map(({ from, to }) => sql`(${day} >= ${from} and ${day} < ${to})`),
  )

function beforeEnd(sql: TransactionSql, { question }: FactPlan, day: Fragment): Fragment {
  const last = windowsOf(question)
    .map(({ to }) => to)
    .reduce(laterDay)
  return sql`${day} < ${last}`
}

function sums(sql: TransactionSql, asking: Asking): Fragment {
  const columns = asking.plan.terms.flatMap(term => {
    const conditions = every(sql, conditionsFor(sql, term, asking.plan))
    return valuesOf(sql, term, asking).map(
      value => sql`coalesce(sum(${value}) filter (where ${conditions}), 0)::float8`,
    )
  })
  return sql`array[${list(sql, columns)}]`
}

/** Which rows a term looks at. */
function conditionsFor(sql: TransactionSql, term: Term, { set, spec, question }: FactPlan): Fragment[] {
  const { part, params, ripeAfterDays } = term
  const currency = spec.currency && (set ? 'currency' : columnName(spec.currency))
  return [
    ...('money' in part && part.money ? [sql`${own(sql, `f.${currency}`)} = ${question.currency}`] : []),
    ...(ripeAfterDays === null ? [] : [sql`f.at_day < (select today from fresh) - ${ripeAfterDays}::int`]),
    ...(set || part.type === 'exposure' ? [] : [own(sql, `f.anchor = '${part.anchor}'`)]),
    ...(!set && isSum(part) ? [own(sql, whereSql(conditionsOf(part, params), 'f'))] : []),
    ...(!set && 'gap' in part ? [own(sql, whereSql(spec.gaps[part.gap]?.where ?? {}, 'f'))] : []),
    ...(set && 'gap' in part ? [own(sql, `f.part = '${part.gap}'`)] : []),
  ]
}

/** What a row adds to each column of a term. */
function valuesOf(sql: TransactionSql, term: Term, asking: Asking): Fragment[] {
  const { part, key, days: length } = term
  const { plan, timeline } = asking
  if (isSum(part)) return [plan.set ? own(sql, `f.sums[${plan.positions.get(key)}]`) : own(sql, measure(part))]
  if (part.type === 'exposure') return exposure(sql, length, asking)
  if (part.type === 'beyond') return [survivors(sql, part, plan, own(sql, String(length)))]
  if (part.type === 'until') return [survivors(sql, part, plan, own(sql, NEVER))]
  return windowsOf(plan.question).flatMap(window =>
    [sql`f.at_day - ${bucketBegin(sql, timeline, window)}`, sql`f.at_day - ${window.from}::date`].map(reach =>
      survivors(sql, part, plan, reach),
    ),
  )
}

/** Longer than any gap: only those without one survive it. */
const NEVER = '2000000000'

const bucketBegin = (sql: TransactionSql, timeline: Timeline, window: Window): Fragment =>
  sql`(${days(bucketBegins(timeline, window))}::date[])[f.stretch + 1]`

/** What one fact adds to a sum; a square of money is kept in hundredths of the squared major unit. */
function measure(part: SumPart): string {
  if (part.column === null) return '1'
  const column = `f.${columnName(part.column)}`
  if (part.type === 'sum') return column
  return part.money ? `round(${column}::float8 * ${column} / 1e6)::bigint` : `${column}::bigint * ${column}`
}

/** How many have a gap of more than `reach` days. */
function survivors(sql: TransactionSql, part: Pick<GapPart, 'gap'>, plan: FactPlan, reach: Fragment): Fragment {
  if (plan.set) return survivorsInCell(sql, reach)
  const gap = own(sql, `f.${columnName(plan.spec.gaps[part.gap]?.column ?? '')}`)
  return sql`case when ${gap} is null or ${gap} > ${reach} then 1 end`
}

const survivorsInCell = (sql: TransactionSql, reach: Fragment): Fragment => sql`case
      when f.survivors is not null then f.survivors[least(${reach}, cardinality(f.survivors) - 1) + 1]
      when f.gap_days is null or f.gap_days > ${reach} then f.n else 0 end`

/**
 * Changes of the base, and the same times the day on which they came about: a base day after more than the idle days
 * enters; one without a next in time leaves the day after those; a churn within that time leaves.
 */
function exposure(sql: TransactionSql, idle: number, { plan, timeline }: Asking): Fragment[] {
  const idleDays = own(sql, String(idle))
  const churnDays = own(sql, String(idle + 1))
  const at = (reach: Fragment) => survivorsInCell(sql, reach)
  const change = plan.set
    ? sql`case f.part when 'base' then ${at(idleDays)} when 'baseNext' then -(${at(idleDays)})
        when 'churn' then (${at(churnDays)}) - (${at(sql`0`)}) end`
    : sql`case
        when f.anchor = 'left' then case when f.next_gap_days is null or f.next_gap_days > ${idleDays} then -1 end
        when f.kind = 'base' then case when f.previous_gap_days is null or f.previous_gap_days > ${idleDays} then 1 end
        when f.kind = 'churn' then case when f.previous_gap_days <= ${churnDays} then -1 end end`
  return [change, sql`(${change}) * (f.at_day - ${timeline.bounds[0] ?? ''}::date)`]
}

const idleDaysOf = (plan: FactPlan) => plan.terms.find(({ part }) => part.type === 'exposure')?.days

/** Cells and what was appended to them since, in one view. */
function cells(sql: TransactionSql, { plan }: Asking): Fragment {
  const address = sql`t.fact = ${plan.fact} and t.dimensions = ${(plan.set ?? []).join(',')} and ${visible(sql, plan)}`
  const folded = sql`brand, currency, d1, d2, d3`
  const sumDays = plan.terms.some(({ part }) => isSum(part)) ? inWindows(sql, plan, sql`day`) : sql`false`
  const idle = idleDaysOf(plan)
  const gapDay = idle === undefined ? sql`day` : sql`day + case part when 'baseNext' then ${idle + 1}::int else 0 end`
  const gaps = gapCells(sql, plan)
  return sql`
        select day as at_day, ${folded}, sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
        from rollup t where ${address} and ${sumDays}
        union all
        select ${gapDay}, ${folded}, null, part, survivors, null, null
        from rollup_gaps t where ${address} and ${gaps}
        union all
        select ${gapDay}, ${folded}, sums, part, null, gap_days, n
        from rollup_delta t where ${address} and ((part is null and ${sumDays}) or (part is not null and ${gaps}))`
}

/** The gap cells that the terms need: those of the windows, or all before their end. */
function gapCells(sql: TransactionSql, plan: FactPlan): Fragment {
  const parts = (terms: readonly Term[]) => [
    ...new Set(
      terms.flatMap(({ part }) => ('gap' in part ? [part.gap] : part.type === 'exposure' ? EXPOSURE_GAPS : [])),
    ),
  ]
  const allTime = parts(plan.terms.filter(isAllTime))
  const ofWindows = parts(plan.terms.filter(term => !isAllTime(term))).filter(part => !allTime.includes(part))
  return some(sql, [
    ...(allTime.length > 0 ? [sql`(part = any(${allTime}::text[]) and ${beforeEnd(sql, plan, sql`day`)})`] : []),
    ...(ofWindows.length > 0 ? [sql`(part = any(${ofWindows}::text[]) and ${inWindows(sql, plan, sql`day`)})`] : []),
  ])
}

const EXPOSURE_GAPS = ['base', 'baseNext', 'churn']

/** Which rows count, before any term: those that the filter holds for, or those of the brands in question. */
function visible(sql: TransactionSql, plan: FactPlan): Fragment {
  const { scope, question } = plan
  if (!scope) return filterSql(sql, question.filter, columnOf(plan, 't'))
  const grouped = question.groupBy.includes('BRAND') ? scope.brands : []
  return sql`t.brand = any(${[...new Set([...grouped, scope.whole])]}::text[])`
}

/** The facts themselves, once for each moment that counts. */
function rawRows(sql: TransactionSql, { plan }: Asking): Fragment {
  const anchors = [...new Set(plan.terms.map(({ part }) => part.anchor))]
  const branches = anchors.map(anchor => {
    const day = own(sql, `t.${columnName(plan.spec.anchors[anchor] ?? '')}`)
    const terms = plan.terms.filter(({ part }) => part.anchor === anchor)
    const wanted = terms.some(isAllTime) ? beforeEnd(sql, plan, day) : inWindows(sql, plan, day)
    return sql`select ${own(sql, `'${anchor}'`)} as anchor, ${day} as at_day, t.* from ${tableOf(sql, plan)} t
        where ${wanted} and ${visible(sql, plan)}`
  })
  const idle = idleDaysOf(plan)
  if (idle !== undefined) {
    branches.push(sql`select 'left', t.day + ${idle + 1}::int, t.* from ${tableOf(sql, plan)} t
        where t.kind = 'base' and ${beforeEnd(sql, plan, sql`t.day`)} and ${visible(sql, plan)}`)
  }
  const [first = sql``, ...rest] = branches
  return sql`${rest.reduce((left, right) => sql`${left} union all ${right}`, first)} limit ${RAW_ROWS_MAX + 1}`
}

export function tableOf(sql: TransactionSql, { spec, scope }: Pick<FactPlan, 'spec' | 'scope'>): Fragment {
  const table = own(sql, spec.table)
  if (!scope?.merged) return table
  return sql`(
          select ${own(sql, DAY_COLUMNS)} from ${table} where brand = any(${[...scope.brands]}::text[])
          union all ${mergedDays(sql, scope.brands)})`
}

const DAY_COLUMNS = 'customer_id, kind, brand, day, previous_gap_days, before_previous_gap_days, next_gap_days'

/** The active days of several brands as those of one, their gaps counted anew as a load counts them. */
function mergedDays(sql: TransactionSql, brands: readonly string[]): Fragment {
  return sql`select customer_id, kind, ${ALL_BRANDS}::text as brand, day,
      case when kind in ('base', 'churn') and lag(kind) over trip is distinct from 'base' then null
        when kind = 'churn' then day - lag(day) over trip + 1
        else day - lag(day) over trip end,
      case when kind not in ('base', 'churn') then day - lag(day, 2) over trip end,
      case when kind <> 'churn' then lead(day) over trip - day end
    from (
      select distinct customer_id, kind, day, case kind when 'churn' then 'base' else kind end as family
      from customer_days where brand = any(${[...brands]}::text[])
    ) one
    window trip as (partition by customer_id, family order by day, kind)`
}
