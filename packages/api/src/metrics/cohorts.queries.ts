import type { Day, Grain } from '@tweeluik/schema'
import { facts } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { filterSql } from './filter.queries.ts'
import type { Filter } from './filter.ts'
import { type Fragment, own } from './fragments.queries.ts'
import type { Period } from './periods.ts'
import { textColumn } from './raw.queries.ts'

/** How many members of a cohort share an interval of their lives: the one they have reached, or were active in, or were last. */
export interface CohortRow {
  /** Which of the cohorts asked, from 1. */
  cohort: number
  what: 'reached' | 'on' | 'last'
  index: number
  n: number
}

export interface CohortsAsked {
  brands: readonly string[]
  filter: Filter
  interval: Grain
  period: Period
  today: Day
}

/** Whole months from the first day to another; one whose last day is missing ends on the last day that it has. */
const monthsBetween = (day: string) => `(
        12 * (extract(year from ${day}) - extract(year from first_day)) + extract(month from ${day}) - extract(month from first_day))::int`

function intervalsUpTo(interval: Grain, day: string): string {
  if (interval === 'DAY') return `(${day} - first_day)`
  if (interval === 'WEEK') return `((${day} - first_day) / 7)`
  const months = monthsBetween(day)
  const whole = `(${months} - case when (first_day + make_interval(months => ${months}))::date > ${day} then 1 else 0 end)`
  return interval === 'MONTH' ? whole : `(${whole} / ${interval === 'QUARTER' ? 3 : 12})`
}

/** A day `alias` of the brands asked, taken together. */
const isAsked = (sql: TransactionSql, alias: string, { brands, today }: CohortsAsked): Fragment =>
  sql`${own(sql, `${alias}.brand`)} = any(${[...brands]}::text[]) and ${own(sql, `${alias}.day`)} <= ${today}`

/** Customers whose first order lies in the period. Who ordered in it is looked up before it, and nobody else. */
function members(sql: TransactionSql, asked: CohortsAsked): Fragment {
  const { filter, interval, period, today } = asked
  const counts = filterSql(sql, filter, textColumn(facts.customer_day.spec, 't'))
  return sql`
    with firsts as (
      select distinct on (customer_id) customer_id, day as first_day, ${counts} is true as counts from customer_days t
      where ${isAsked(sql, 't', asked)} and t.ordered and t.day >= ${period.from} and t.day < ${period.to}
      order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C"
    ), members as materialized (
      select customer_id, first_day, ${own(sql, intervalsUpTo(interval, `'${today}'::date`))} as reached
      from firsts f where counts and not exists (
        select from customer_days e
        where e.customer_id = f.customer_id and ${isAsked(sql, 'e', asked)} and e.ordered and e.day < ${period.from})
    )`
}

/** Every cohort of the period, told by the days on which the cohorts begin. */
export function selectCohorts(sql: TransactionSql, asked: CohortsAsked, begins: readonly Day[]) {
  return sql<CohortRow[]>`/* cohorts */ ${members(sql, asked)}, active as (
      select m.customer_id, width_bucket(first_day, ${`{${begins.join(',')}}`}::date[]) as cohort, reached,
        array_agg(distinct ${own(sql, intervalsUpTo(asked.interval, 'd.day'))}) as ats
      from members m join customer_days d on d.customer_id = m.customer_id and d.day >= m.first_day
      where ${isAsked(sql, 'd', asked)} and (d.ordered or d.visited) group by 1, 2, 3
    )
    select cohort, 'reached' as what, reached as index, count(*)::int as n from active group by 1, 3
    union all select cohort, 'on', at, count(*)::int from active cross join lateral unnest(ats) at group by 1, 3
    union all select cohort, 'last', last, count(*)::int
      from active cross join lateral (select max(at) as last from unnest(ats) at) l group by 1, 3`
}

/** The members who have reached an interval, each on its first day of ordering. */
export const membersReached = (
  sql: TransactionSql,
  asked: CohortsAsked,
  index: number,
): Fragment => sql`/* membersReached */
    select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
    from (${members(sql, asked)} select * from members) m where reached >= ${index}`
