import type { SumPart } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { selectDays } from './days.queries.ts'
import { worth } from './exchange.queries.ts'
import { every, type Fragment, listed, own, unionAll } from './fragments.queries.ts'
import { todayOf } from './freshness.queries.ts'
import { selectLatest } from './latest.queries.ts'
import { type FactPlan, isSum } from './plan.ts'
import type { Window } from './question.ts'
import { rawRoad } from './raw.queries.ts'
import type { Road } from './road.queries.ts'
import { rollupRoad } from './rollup.queries.ts'
import { selectSpending } from './spending.queries.ts'
import type { Term } from './terms.ts'
import { bucketBegins, type Timeline, windowsOf } from './timeline.ts'
import { selectTouching } from './touches.queries.ts'

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

/** A limit that is a parameter counts for a tenth of the rows: groups are then sorted for the first of them, not hashed. */
export const answerLimit = (sql: TransactionSql): Fragment => own(sql, `limit ${ANSWER_ROWS_MAX + 1}`)

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
  if (plan.scope) return selectDays(sql, asking)
  if (plan.fact === 'spending') return selectSpending(sql, asking)
  if (plan.fact === 'lifetime') return selectLatest(sql, asking)
  if (plan.fact === 'touch') return selectTouching(sql, asking)
  const name = own(sql, `/* ${plan.set ? 'figuresFromRollup' : 'figuresFromFacts'} ${plan.fact} */`)
  return sql<FigureRow[]>`${name}
    with fresh as materialized (${todayOf(sql, asking)})
    ${unionAll(sql, roadsOf(sql, asking))}
    ${answerLimit(sql)}`
}

/** The cells, and beside them the facts for what no cell tells; or the facts for everything. */
function roadsOf(sql: TransactionSql, asking: Asking): Fragment[] {
  const { plan } = asking
  const { set, rest, terms } = plan
  if (!set) return [figuresAlong(sql, rawRoad(sql, plan), asking, terms)]
  const kept = terms.filter(term => !rest.includes(term))
  const cells = figuresAlong(sql, rollupRoad(sql, { ...plan, terms: kept }, set), asking, kept)
  if (rest.length === 0) return [cells]
  return [cells, figuresAlong(sql, rawRoad(sql, { ...plan, terms: rest }), asking, rest)]
}

/** The figures of these terms; of the others the road tells nothing. */
function figuresAlong(sql: TransactionSql, road: Road, asking: Asking, terms: readonly Term[]): Fragment {
  const groups = asking.plan.question.groupBy.map(road.columnOf)
  const columns = asking.plan.terms.flatMap(term =>
    terms.includes(term) ? sumsOf(sql, term, road, asking) : Array.from({ length: term.width }, () => sql`0`),
  )
  return sql`select f.stretch, jsonb_build_array(${listed(sql, groups)}) as keys, count(*)::int as rows,
      array[${listed(sql, columns)}]::float8[] as sums
    from (${stretched(sql, road, asking)}) f
    group by ${listed(sql, [sql`f.stretch`, ...groups])}`
}

/** The rows with their stretch, and with what their money is worth: told once a row, which is what `offset 0` is for. */
function stretched(sql: TransactionSql, road: Road, { plan, timeline }: Asking): Fragment {
  const stretch = sql`width_bucket(u.at_day, ${days(timeline.bounds)}::date[]) as stretch`
  if (!plan.terms.some(isMoney)) return sql`select u.*, ${stretch} from (${road.rows}) u`
  const rate = worth(sql, plan.question.currency, {
    brand: sql`u.brand`,
    currency: road.currency,
    day: sql`u.at_day`,
  })
  return sql`select u.*, ${stretch}, ${rate} as rate from (${road.rows}) u offset 0`
}

const days = (list: readonly (string | null)[]) => `{${list.map(day => day ?? 'null').join(',')}}`

/** A column for each that a term takes. */
function sumsOf(sql: TransactionSql, term: Term, road: Road, asking: Asking): Fragment[] {
  const told = isMoney(term) ? [sql`f.rate is not null`] : []
  const conditions = [...road.conditions(term), ...told, ...ripe(sql, term)]
  const filter = conditions.length > 0 ? sql` filter (where ${every(sql, conditions)})` : sql``
  return valuesOf(sql, term, road, asking).map(value => rounded(sql, term, sql`coalesce(sum(${value})${filter}, 0)`))
}

const isMoney = ({ part }: Term) => 'money' in part && part.money
const isConverted = (part: SumPart) => part.money && part.type !== 'count'

/** Converted money is added up exactly and rounded once, to whole units, so that figures go on adding up. */
const rounded = (sql: TransactionSql, { part }: Term, sum: Fragment): Fragment =>
  isSum(part) && isConverted(part)
    ? sql`
        round(${sum})::float8`
    : sql`
        ${sum}::float8`

function converted(sql: TransactionSql, part: SumPart, value: Fragment): Fragment {
  if (!isConverted(part)) return value
  return part.type === 'sum' ? sql`${value} * f.rate` : sql`${value} * f.rate * f.rate`
}

const ripe = (sql: TransactionSql, { ripeAfterDays }: Term): Fragment[] =>
  ripeAfterDays === null ? [] : [sql`f.at_day < (select today from fresh) - ${ripeAfterDays}::int`]

/** What a row adds to each column of a term. */
function valuesOf(sql: TransactionSql, term: Term, road: Road, { plan, timeline }: Asking): Fragment[] {
  const { part } = term
  if (isSum(part)) return [converted(sql, part, road.sum(term, part))]
  switch (part.type) {
    case 'beyond':
      return [road.survivors(term, own(sql, String(term.days)))]
    case 'distinct':
      return windowsOf(plan.question)
        .flatMap(window => [bucketBegin(sql, timeline, window), sql`${window.from}::date`])
        .map(begin => road.survivors(term, sql`(f.at_day - ${begin})`))
    default:
      throw new Error(`Rows of ${part.fact} tell no ${part.type}`)
  }
}

/** Null, and so a sum nobody reads, where a day lies in no bucket of the window. */
const bucketBegin = (sql: TransactionSql, timeline: Timeline, window: Window): Fragment =>
  sql`(${days(bucketBegins(timeline, window))}::date[])[f.stretch + 1]`
