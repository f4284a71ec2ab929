import type { TransactionSql } from '../../db/pools.ts'

export async function createDayTables(sql: TransactionSql): Promise<void> {
  await sql`/* createTouchedDays */
    create temp table if not exists touched_days
      (customer_id uuid, kind text, brand text, day date, added boolean not null default false, primary key (customer_id, kind, brand, day))
    on commit delete rows`
  await sql`/* createChangedGroups */
    create temp table if not exists changed_groups (customer_id uuid, brand text, family text) on commit delete rows`
  await sql`/* createDayImage */
    create temp table if not exists image_customer_day on commit delete rows as
    select t.*, null::smallint as sign from customer_days t with no data`
}

/** Days of which a contact or order came or went. */
export async function touchDaysOf(sql: TransactionSql, image: 'image_contact' | 'image_order'): Promise<void> {
  const [day, kinds] = image === 'image_contact' ? ['opened_day', ['contact']] : ['day', ['order', 'activity', 'base']]
  await sql.unsafe(
    `/* touchDays */
    insert into touched_days (customer_id, kind, brand, day)
    select distinct i.customer_id, k.kind, b.brand, i.${day}
    from ${image} i cross join unnest($1::text[]) k(kind) cross join lateral (values (i.brand), ('*')) b(brand)
    where i.known
    on conflict do nothing`,
    [kinds as string[]],
  )
}

/** Temporary tables have no statistics of their own accord, and the planner guesses them small. */
export async function analyzeTable(sql: TransactionSql, table: string): Promise<void> {
  await sql.unsafe(`/* analyzeTable */ analyze ${table}`)
}

const ofBrand = (alias: string) => `(d.brand = '*' or ${alias}.brand = d.brand)`
const ORDERED = `exists (select from orders o where o.customer_id = d.customer_id and o.day = d.day and ${ofBrand('o')})`

const familyOf = (kind: string) => `case ${kind} when 'churn' then 'base' else ${kind} end`

/** Whether the day still holds what makes it a day of its kind. */
const WANTED = `case d.kind
      when 'contact' then exists (select from contacts c where c.customer_id = d.customer_id and c.opened_day = d.day and c.known and ${ofBrand('c')})
      when 'churn' then exists (select from customers c where c.id = d.customer_id and c.churned_day = d.day and ${ofBrand('c')})
      when 'base' then ${ORDERED} or exists (select from customers c where c.id = d.customer_id and c.acquired_day = d.day and ${ofBrand('c')})
      else ${ORDERED} end`

/** Adds and removes days; gives whether there are gaps to count anew. */
export async function writeDays(sql: TransactionSql): Promise<boolean> {
  await sql.unsafe(`/* removeDays */
    with gone as (
      delete from customer_days e using touched_days d
      where e.customer_id = d.customer_id and e.kind = d.kind and e.brand = d.brand and e.day = d.day and not (${WANTED})
      returning e.*
    ), imaged as (insert into image_customer_day select gone.*, -1 from gone)
    insert into changed_groups select distinct customer_id, brand, ${familyOf('kind')} from gone`)
  await sql.unsafe(`/* addDays */
    with added as (
      insert into customer_days (customer_id, kind, brand, day)
      select d.customer_id, d.kind, d.brand, d.day from touched_days d
      where (${WANTED}) order by 1, 2, 3, 4
      on conflict do nothing
      returning customer_id, kind, brand, day
    ), marked as (
      update touched_days d set added = true from added a
      where d.customer_id = a.customer_id and d.kind = a.kind and d.brand = a.brand and d.day = a.day
    )
    insert into changed_groups select distinct customer_id, brand, ${familyOf('kind')} from added`)
  const [row] = await sql<{ any: boolean }[]>`/* anyGroup */ select exists (select from changed_groups) as any`
  return row?.any ?? false
}

/**
 * Counts the gaps between the days of every customer whose days changed, and keeps each changed day as it was and as
 * it is. Base days and churns are one row of events: a base day after a churn is a new beginning, and a churn ends
 * what the base day before it began; its gap is a day longer, so that churning on that same day has one.
 */
export async function deriveDayGaps(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* deriveDayGaps */
    with gaps as (
      select d.*, coalesce(t.added, false) as added,
        case d.kind
          when 'churn' then case when lag(d.kind) over trip = 'base' then d.day - lag(d.day) over trip + 1 end
          when 'base' then case when lag(d.kind) over trip = 'base' then d.day - lag(d.day) over trip end
          else d.day - lag(d.day) over trip end as previous,
        case when d.kind not in ('base', 'churn') then d.day - lag(d.day, 2) over trip end as before_previous,
        case when d.kind <> 'churn' then lead(d.day) over trip - d.day end as next
      from (select distinct * from changed_groups) g
      join customer_days d on d.customer_id = g.customer_id and d.brand = g.brand and ${familyOf('d.kind')} = g.family
      left join touched_days t on t.customer_id = d.customer_id and t.kind = d.kind and t.brand = d.brand and t.day = d.day
      window trip as (partition by d.customer_id, d.brand, g.family order by d.day, d.kind)
    ), changed as (
      select * from gaps
      where added or (previous, before_previous, next) is distinct from (previous_gap_days, before_previous_gap_days, next_gap_days)
    ), imaged as (
      insert into image_customer_day
      select customer_id, kind, brand, day, previous_gap_days, before_previous_gap_days, next_gap_days, -1 from changed where not added
      union all
      select customer_id, kind, brand, day, previous, before_previous, next, 1 from changed
    )
    update customer_days d set previous_gap_days = c.previous, before_previous_gap_days = c.before_previous, next_gap_days = c.next
    from changed c where d.customer_id = c.customer_id and d.kind = c.kind and d.brand = c.brand and d.day = c.day`)
}
