import type { TransactionSql } from '../../db/pools.ts'
import { type DayKind, everyKind } from '../rollup/day-gaps.queries.ts'
import { createSteadyCustomers } from './added-days.queries.ts'
import { stampJoin } from './customers.queries.ts'
import type { FactLoad } from './facts.ts'

const FLAGS = ['contacted', 'ordered', 'visited', 'acquired', 'churned'] as const
type Flag = (typeof FLAGS)[number]

const KEY = 'customer_id, day, brand, segment, country'
const FLAG_LIST = FLAGS.join(', ')
const flagged = (own: Flag) => FLAGS.map(flag => String(flag === own)).join(', ')
const sameKey = (
  left: string,
  right: string,
) => `${left}.customer_id = ${right}.customer_id and ${left}.day = ${right}.day
        and ${left}.brand = ${right}.brand and ${left}.segment is not distinct from ${right}.segment and ${left}.country is not distinct from ${right}.country`

/**
 * touched_days: days of which more went than came, or that something else happened to; they are told anew from the facts.
 * added_days: days to which something was added. changed_days: how days that change will stand; without any flag: not.
 */
export async function createDayTables(sql: TransactionSql): Promise<void> {
  await Promise.all([
    sql`/* createTouchedDays */
    create temp table if not exists touched_days (customer_id uuid, day date, primary key (customer_id, day))`,
    sql`/* createAddedDays */
    create temp table if not exists added_days as select * from customer_days with no data`,
    sql`/* createChangedDays */
    create temp table if not exists changed_days as select * from customer_days with no data`,
    createSteadyCustomers(sql),
  ])
}

/** How many days were touched and added to, and are still to be looked at. */
export interface TouchedDays {
  touched: number
  added: number
  /** Which gaps between days may change. */
  kinds: readonly DayKind[]
}

const kindsOf = {
  contacted: ['contact'],
  visited: ['activity'],
  ordered: ['activity', 'order', 'buyer', 'base', 'churn'],
} as const

/** Days that rows of `changes` (with a `sign`) came to or went from, of known customers. */
export async function touchDaysOf(
  sql: TransactionSql,
  { column, flag }: NonNullable<FactLoad['days']>,
  changes: string,
): Promise<TouchedDays> {
  const [days] = await sql.unsafe<Omit<TouchedDays, 'kinds'>[]>(`/* touchDays */
    with changes as materialized (
      select customer_id, ${column} as day, brand, segment, country, sum(sign) as change
      from ${changes} i where known group by 1, 2, 3, 4, 5 having sum(sign) <> 0
    ), gone as (
      insert into touched_days select distinct customer_id, day from changes where change < 0 on conflict do nothing returning day
    ), came as (
      insert into added_days (${KEY}, ${FLAG_LIST})
      select ${KEY}, ${flagged(flag)} from changes where change > 0 returning day
    )
    select (select count(*) from gone)::int as touched, (select count(*) from came)::int as added`)
  return { touched: 0, added: 0, ...days, kinds: days?.touched === 0 ? kindsOf[flag] : everyKind }
}

/** Days on which the base of the staged and regrouped customers begins or ends; called before and after they are written. */
export async function touchBaseDays(sql: TransactionSql): Promise<TouchedDays> {
  const touched = await sql`/* touchBaseDays */
    insert into touched_days (customer_id, day)
    select distinct c.id, d.day
    from (select customer_id as id from stage_customer_identities union select id from regrouped_customers) s join customers c using (id)
    cross join lateral (values (c.acquired_day), (c.churned_day)) d(day)
    where d.day is not null
    on conflict do nothing`
  return { touched: touched.count, added: 0, kinds: everyKind }
}

/** Finds how these days will stand; gives how many of them change. */
export async function findChangedDays(sql: TransactionSql, { touched, added }: TouchedDays): Promise<number> {
  return (added > 0 ? await addTo(sql) : 0) + (touched > 0 ? await tellAnew(sql) : 0)
}

async function addTo(sql: TransactionSql): Promise<number> {
  const found = await sql.unsafe(`/* findAddedDays */
    insert into changed_days (${KEY}, ${FLAG_LIST})
    select a.customer_id, a.day, a.brand, a.segment, a.country, ${FLAGS.map(flag => `a.${flag} or coalesce(d.${flag}, false)`).join(', ')}
    from added_days a left join customer_days d on ${sameKey('d', 'a')}
    where not exists (select from touched_days t where t.customer_id = a.customer_id and t.day = a.day)
      and (d.day is null or ${FLAGS.map(flag => `(a.${flag} and not d.${flag})`).join(' or ')})`)
  return found.count
}

const factOn = (table: string, column: string, flag: Flag) => `
      select f.customer_id, t.day, f.brand, f.segment, f.country, ${flagged(flag)}, false
      from touched_days t join ${table} f on f.customer_id = t.customer_id and f.${column} = t.day where f.known`

/** Of a customer, stamped as a fact would be. */
const momentOn = (name: 'acquired' | 'churned') => `
      select f.customer_id, f.day, f.brand, stamp.segment, stamp.country, ${flagged(name)}, false
      from (
        select c.id as customer_id, t.day, c.brand, c.${name}_at as at from touched_days t join customers c on c.id = t.customer_id and c.${name}_day = t.day
      ) f ${stampJoin('at')}`

/** What the touched days hold by the facts, where that is not what they held. */
async function tellAnew(sql: TransactionSql): Promise<number> {
  const now = FLAGS.map(flag => `coalesce(bool_or(${flag}) filter (where not stored), false)`)
  const before = FLAGS.map(flag => `coalesce(bool_or(${flag}) filter (where stored), false)`)
  const told = await sql.unsafe(`/* tellDaysAnew */
    insert into changed_days (${KEY}, ${FLAG_LIST})
    select ${KEY}, ${now.join(', ')}
    from (
      select ${KEY}, ${FLAG_LIST}, true as stored from customer_days join touched_days using (customer_id, day)
      union all ${factOn('contacts', 'opened_day', 'contacted')}
      union all ${factOn('orders', 'day', 'ordered')}
      union all ${factOn('interactions', 'day', 'visited')}
      union all ${momentOn('acquired')}
      union all ${momentOn('churned')}
    ) days
    group by ${KEY}
    having (${now.join(', ')}) <> (${before.join(', ')})`)
  return told.count
}

const anyFlagOf = (alias: string) => FLAGS.map(flag => `${alias}.${flag}`).join(' or ')

/** All days of the customers whose days change and who are not steady, as they were (sign -1) and as they will be (1). */
export const CHANGING_DAYS = `(
      with changing as (select customer_id from changed_days except select customer_id from steady_customers),
      stored as materialized (select d.* from changing join customer_days d using (customer_id))
      select -1 as sign, s.* from stored s
      union all
      select 1, s.* from stored s where not exists (select from changed_days c where ${sameKey('c', 's')})
      union all
      select 1, c.* from changing join changed_days c using (customer_id) where ${anyFlagOf('c')})`

/** Writes the days that change. */
export async function writeDays(sql: TransactionSql, { touched }: TouchedDays): Promise<void> {
  if (touched > 0) {
    await sql.unsafe(`/* removeDays */
    delete from customer_days d using changed_days c where not (${anyFlagOf('c')}) and ${sameKey('d', 'c')}`)
  }
  await sql.unsafe(`/* writeDays */
    insert into customer_days (${KEY}, ${FLAG_LIST})
    select ${KEY}, ${FLAG_LIST} from changed_days c where ${anyFlagOf('c')} order by ${KEY}
    on conflict on constraint customer_days_key do update set (${FLAG_LIST}) = (${FLAGS.map(flag => `excluded.${flag}`).join(', ')})`)
}

/** Other days of the same transaction begin anew. */
export async function emptyDayTables(sql: TransactionSql): Promise<void> {
  await sql`/* emptyDayTables */ truncate touched_days, added_days, changed_days, steady_customers`
}
