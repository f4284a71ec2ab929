import { LOOK_BACK_DAYS_MAX } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import { type DayKind, holdsOf } from '../rollup/day-gaps.queries.ts'

/** steady_customers: those of changed days of whom every day is of the same brand, segment and country. */
export async function createSteadyCustomers(sql: TransactionSql): Promise<void> {
  await sql`/* createSteadyCustomers */
    create temp table if not exists steady_customers (customer_id uuid primary key)`
}

const placeOf = (alias: string) => `(${alias}.brand, ${alias}.segment, ${alias}.country)`
const elsewhere = (table: string) =>
  `exists (select from ${table} d where d.customer_id = c.customer_id and ${placeOf('d')} is distinct from ${placeOf('c')})`

/** Finds the customers who never moved; gives whether all of those whose days change are. */
export async function noteSteady(sql: TransactionSql): Promise<boolean> {
  const [found] = await sql.unsafe<{ all: boolean }[]>(`/* noteSteady */
    with steady as (
      insert into steady_customers
      select distinct c.customer_id from changed_days c where not ${elsewhere('changed_days')} and not ${elsewhere('customer_days')}
      returning customer_id
    )
    select (select count(*) from steady) = (select count(distinct customer_id) from changed_days) as all`)
  return found?.all ?? false
}

const stored = (kind: DayKind, before: boolean) => `
      select d.day from customer_days d
      where d.customer_id = c.customer_id and d.day ${before ? '<' : '>'} c.day and (${holdsOf(kind, 'd')})
      order by d.day ${before ? 'desc' : ''} limit 1`

/**
 * What `gapsOfDays` would give for the steady customers when days were only added, by looking beside each: a day has its
 * own gap, and the stored day that follows it another than it had. The cost is of the days that come, not of the history.
 */
export function gapsOfAddedDays(kind: DayKind): string {
  const place = 'brand, segment, country'
  const nextIsStored = 'stored_after is not null and coalesce(stored_after < after, true)'
  return `
    with coming as (
      select c.customer_id, c.day, ${place}, lag(c.day) over trip as before, lead(c.day) over trip as after
      from changed_days c join steady_customers using (customer_id)
      where (${holdsOf(kind, 'c')}) and not exists (
        select from customer_days d where d.customer_id = c.customer_id and d.day = c.day and (${holdsOf(kind, 'd')}))
      window trip as (partition by c.customer_id order by c.day)
    ), placed as materialized (
      select c.*, stored_before.day as stored_before, stored_after.day as stored_after
      from coming c
      left join lateral (${stored(kind, true)}) stored_before on true
      left join lateral (${stored(kind, false)}) stored_after on true
    )
    select day as at_day, brand, null::text as currency, segment as dimension_1, country as dimension_2, null::text as dimension_3,
      '${kind}' as part, case when gap_days > ${LOOK_BACK_DAYS_MAX} then ${LOOK_BACK_DAYS_MAX + 1} else gap_days end as gap_days, n
    from (
      select ${place}, day, day - greatest(before, stored_before) as gap_days, 1 as n from placed
      union all select ${place}, stored_after, stored_after - day, 1 from placed where ${nextIsStored}
      union all select ${place}, stored_after, stored_after - stored_before, -1 from placed where ${nextIsStored}
    ) gaps`
}
