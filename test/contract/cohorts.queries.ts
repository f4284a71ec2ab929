import type { Sql } from '../../packages/api/src/db/pools.ts'

interface Asked {
  from: string
  to: string
  idleDays: number
}

/** By the catalogue's words alone, from orders to figures, without any of the engine's means. */
export async function customersPlainly(sql: Sql, { from, to, idleDays }: Asked) {
  const [row] = await sql<
    { active: number; new: number; atStart: number; kept: number; repeaters: number; days: number }[]
  >`/* customersPlainly */
    with bought as (select distinct customer_id, day from customer_days where ordered),
    inactive as (select ${idleDays}::int as days),
    base as (
      select d::date as day, b.customer_id from generate_series(${from}::date - 1, ${to}::date - 1, interval '1 day') d
      cross join inactive join bought b on b.day <= d::date and b.day >= d::date - inactive.days group by 1, 2
    )
    select
      (select count(distinct customer_id) from bought where day >= ${from} and day < ${to})::int as active,
      (select count(*) from (select min(day) as first from bought group by customer_id) f where first >= ${from} and first < ${to})::int as new,
      (select count(*) from base where day = ${from}::date - 1)::int as "atStart",
      (select count(*) from base s join base e using (customer_id) where s.day = ${from}::date - 1 and e.day = ${to}::date - 1)::int as kept,
      (select count(*) from (select customer_id from bought where day < ${to} group by 1 having count(*) > 1) r)::int as repeaters,
      (select count(*) from base where day >= ${from})::int as days`
  return row
}
