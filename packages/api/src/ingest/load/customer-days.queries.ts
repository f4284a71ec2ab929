import type { TransactionSql } from '../../db/pools.ts'
import { changesOf } from './facts.queries.ts'
import type { FactLoad } from './facts.ts'

export async function createDayTables(sql: TransactionSql): Promise<void> {
  await Promise.all([
    sql`/* createTouchedDays */
    create temp table if not exists touched_days
      (customer_id uuid, kind text, brand text, day date, gone boolean, primary key (customer_id, kind, brand, day))
    on commit delete rows`,
    sql`/* createAddedDays */
    create temp table if not exists added_days (customer_id uuid, kind text, brand text, day date) on commit delete rows`,
    sql`/* createChangedGroups */
    create temp table if not exists changed_groups (customer_id uuid, brand text, family text) on commit delete rows`,
    sql`/* createDayImage */
    create temp table if not exists image_customer_days on commit delete rows as
    select t.*, null::smallint as sign from customer_days t with no data`,
  ])
}

/** Days on which more rows came than went, which are days of their kind now, or more went than came: those may be gone. */
export async function touchDaysOf(sql: TransactionSql, load: FactLoad): Promise<void> {
  if (!load.days) return
  const { column, kinds } = load.days
  await sql.unsafe(
    `/* touchDays */
    insert into touched_days (customer_id, kind, brand, day, gone)
    select i.customer_id, k.kind, b.brand, i.day, i.change < 0
    from (
      select customer_id, brand, ${column} as day, sum(sign) as change from ${changesOf(load)} i where known group by 1, 2, 3 having sum(sign) <> 0
    ) i cross join unnest($1::text[]) k(kind) cross join lateral (values (i.brand), ('*')) b(brand)
    order by 5
    on conflict do nothing`,
    [kinds as string[]],
  )
}

const ofBrand = (alias: string) => `(d.brand = '*' or ${alias}.brand = d.brand)`
const ordered = `exists (select from orders o where o.customer_id = d.customer_id and o.day = d.day and ${ofBrand('o')})`

const familyOf = (kind: string) => `case ${kind} when 'churn' then 'base' else ${kind} end`

/** Whether the day still holds what makes it a day of its kind. */
const wanted = `case d.kind
      when 'contact' then exists (select from contacts c where c.customer_id = d.customer_id and c.opened_day = d.day and c.known and ${ofBrand('c')})
      when 'churn' then exists (select from customers c where c.id = d.customer_id and c.churned_day = d.day and ${ofBrand('c')})
      when 'base' then ${ordered} or exists (select from customers c where c.id = d.customer_id and c.acquired_day = d.day and ${ofBrand('c')})
      when 'activity' then ${ordered} or exists (select from interactions i where i.customer_id = d.customer_id and i.day = d.day and i.known and ${ofBrand('i')})
      else ${ordered} end`

/** Takes away days that are none any more and finds those to add; gives whether there are gaps to count anew. */
export async function findChangedDays(sql: TransactionSql): Promise<boolean> {
  const [doubted] = await sql<
    { any: boolean }[]
  >`/* anyDoubted */ select exists (select from touched_days where gone) as any`
  if (doubted?.any) await removeDays(sql)
  await sql.unsafe(`/* findAddedDays */
    with added as (
      insert into added_days
      select d.customer_id, d.kind, d.brand, d.day from touched_days d
      where not d.gone and not exists (
        select from customer_days e where e.customer_id = d.customer_id and e.kind = d.kind and e.brand = d.brand and e.day = d.day)
      returning customer_id, kind, brand
    )
    insert into changed_groups select distinct customer_id, brand, ${familyOf('kind')} from added`)
  const [changed] = await sql<{ any: boolean }[]>`/* anyGroup */ select exists (select from changed_groups) as any`
  return changed?.any ?? false
}

async function removeDays(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* removeDays */
    with gone as (
      delete from customer_days e using touched_days d
      where d.gone and e.customer_id = d.customer_id and e.kind = d.kind and e.brand = d.brand and e.day = d.day and not (${wanted})
      returning e.*
    ), imaged as (insert into image_customer_days select gone.*, -1 from gone)
    insert into changed_groups select distinct customer_id, brand, ${familyOf('kind')} from gone`)
}

/**
 * Adds the new days and counts the gaps between the days of every customer whose days changed; keeps each changed day
 * as it was and as it is. Base days and churns are one row of events: a base day after a churn is a new beginning, and a
 * churn ends what the base day before it began; its gap is a day longer, so that churning on that same day has one.
 */
export async function writeDays(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* deriveDayGaps */
    with days as (
      select d.*, g.family, false as added
      from (select distinct * from changed_groups) g
      join customer_days d on d.customer_id = g.customer_id and d.brand = g.brand and ${familyOf('d.kind')} = g.family
      union all
      select customer_id, kind, brand, day, null, null, null, ${familyOf('kind')}, true from added_days
    ), gaps as (
      select *,
        case kind
          when 'churn' then case when lag(kind) over trip = 'base' then day - lag(day) over trip + 1 end
          when 'base' then case when lag(kind) over trip = 'base' then day - lag(day) over trip end
          else day - lag(day) over trip end as previous,
        case when family <> 'base' then day - lag(day, 2) over trip end as before_previous,
        case when kind <> 'churn' then lead(day) over trip - day end as next
      from days window trip as (partition by customer_id, brand, family order by day, kind)
    ), changed as (
      select * from gaps
      where added or (previous, before_previous, next) is distinct from (previous_gap_days, before_previous_gap_days, next_gap_days)
    ), imaged as (
      insert into image_customer_days
      select customer_id, kind, brand, day, previous_gap_days, before_previous_gap_days, next_gap_days, -1 from changed where not added
      union all
      select customer_id, kind, brand, day, previous, before_previous, next, 1 from changed
    ), added as (
      insert into customer_days (customer_id, kind, brand, day, previous_gap_days, before_previous_gap_days, next_gap_days)
      select customer_id, kind, brand, day, previous, before_previous, next from changed where added order by 1, 2, 3, 4
    )
    update customer_days d set previous_gap_days = c.previous, before_previous_gap_days = c.before_previous, next_gap_days = c.next
    from changed c
    where not c.added and d.customer_id = c.customer_id and d.kind = c.kind and d.brand = c.brand and d.day = c.day`)
}
