import type { Sql } from '../../packages/api/src/db/pools.ts'

/** Everything that is derived from neighbours, computed anew over whole histories in the plainest SQL; rows that differ. */
export async function derivedDifferences(sql: Sql): Promise<unknown[]> {
  const chains = await sql`/* chainDifferences */
    select c.id, c.previous_gap_days, c.nearest_gap_days, w.previous, least(w.previous, w.next) as nearest from contacts c
    left join (
      select id, ceil(extract(epoch from opened_at - lag(opened_at) over chain) / 86400)::int as previous,
        ceil(extract(epoch from lead(opened_at) over chain - opened_at) / 86400)::int as next
      from contacts where in_chain window chain as (partition by customer_id, issue order by opened_at, id)
    ) w using (id)
    where (c.previous_gap_days, c.nearest_gap_days) is distinct from (w.previous, least(w.previous, w.next))`
  const repeats = await sql`/* repeatDifferences */
    select o.id from orders o
    where repeat <> exists (select from orders e where e.customer_id = o.customer_id and e.day < o.day)`
  const words = await sql`/* wordDifferences */
    select f.id from feedback f left join contacts c on c.id = f.contact_id
    where (f.channel, f.team) is distinct from (c.channel, c.team)
      or (f.identity_id is null and c.id is not null and (f.customer_id, f.known) is distinct from (c.customer_id, c.known))
      or (f.identity_id is null and c.id is null and f.known)`
  const days = await sql`/* dayDifferences */
    with wanted as (
      select distinct customer_id, kind, b.brand, day from (
        select customer_id, 'contact' as kind, brand, opened_day as day from contacts where known
        union all select customer_id, k, brand, day from orders cross join (values ('order'), ('activity'), ('base')) kinds(k) where known
        union all select id, 'base', brand, acquired_day from customers where acquired_day is not null
        union all select id, 'churn', brand, churned_day from customers where churned_day is not null
      ) facts cross join lateral (values (facts.brand), ('*')) b(brand)
    )
    select 'missing' as side, customer_id, kind, brand, day from (select * from wanted except select customer_id, kind, brand, day from customer_days) m
    union all
    select 'left over', * from (select customer_id, kind, brand, day from customer_days except select * from wanted) l`
  const homes = await sql`/* homeDifferences */
    (select 'contact' as kind, id, customer_id from contacts union all select 'feedback', id, customer_id from feedback union all select 'order', id, customer_id from orders)
    except select kind, id, customer_id from record_home`
  const refunds = await sql`/* refundDifferences */
    select o.id from orders o
    where coalesce(jsonb_array_length(o.refunds), 0) <> (select count(*) from refunds r where r.id = o.id and r.customer_id = o.customer_id)
    union all
    select r.id from refunds r left join orders o using (customer_id, id)
    where (r.brand, r.currency, r.segment, r.country, r.channel, r.known) is distinct from (o.brand, o.currency, o.segment, o.country, o.channel, o.known)`
  return [...chains, ...repeats, ...words, ...days, ...homes, ...refunds]
}
