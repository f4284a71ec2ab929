import type { TransactionSql } from '../../db/pools.ts'

/**
 * Whether each order to come follows one on an earlier day, stored or coming with it; touches the stored orders whose
 * place among their customer's days changes. Both are found on the first days, by index.
 */
export async function placeOrders(sql: TransactionSql): Promise<void> {
  await sql`/* placeOrders */
    with concerned as (
      select customer_id, min(day) filter (where action in ('created', 'updated')) as coming from next_orders
      where action in ('created', 'updated') group by 1
      union all
      select i.customer_id, null from image_orders i where not exists (
        select from next_orders n where n.customer_id = i.customer_id and n.action in ('created', 'updated'))
    ), firsts as materialized (
      select c.customer_id, least(c.coming, stored.day) as first_day, stored.day as stored_day
      from (select distinct * from concerned) c
      left join lateral (
        select o.day from orders o
        where o.customer_id = c.customer_id and o.id not in (select id from next_orders where action in ('updated', 'deleted'))
        order by o.day limit 1
      ) stored on true
    ), touched as (
      insert into touched_orders (customer_id, id)
      select o.customer_id, o.id from firsts f join orders o on o.customer_id = f.customer_id
      where (not o.repeat and o.day > f.first_day) or (o.repeat and o.day = f.first_day)
      on conflict do nothing
    )
    update next_orders n set repeat = n.day > f.first_day from firsts f
    where f.customer_id = n.customer_id and n.action in ('created', 'updated') and n.day > f.first_day`
}

/** The same for stored orders. */
export async function deriveRepeats(sql: TransactionSql): Promise<void> {
  await sql`/* deriveRepeats */
    update orders target set repeat = not target.repeat
    from (
      select o.customer_id, o.id from touched_orders t join orders o using (customer_id, id)
      where not t.replaced and o.repeat <> (o.day > (select min(day) from orders f where f.customer_id = o.customer_id))
    ) changed
    where target.customer_id = changed.customer_id and target.id = changed.id`
}

/** An empty place for refunds before and after, also in a second round of one transaction. */
export async function createRefundImage(sql: TransactionSql): Promise<void> {
  await sql`/* createRefundImage */
    create temp table if not exists image_refunds as
    select t.*, null::smallint as sign from refunds t with no data`
  await sql`/* emptyRefundImage */ truncate image_refunds`
}

/** The refunds of the touched orders as they are now. */
export async function imageRefundsBefore(sql: TransactionSql): Promise<void> {
  await sql`/* imageRefundsBefore */
    insert into image_refunds select r.*, -1 from refunds r join touched_orders t using (customer_id, id)`
}

/** The refunds of the batch's and the touched orders anew. A moved or deleted order's are taken away where it was. */
export async function writeRefunds(sql: TransactionSql): Promise<void> {
  await sql`/* removeRefunds */
    delete from refunds r using touched_orders t where r.customer_id = t.customer_id and r.id = t.id`
  await sql`/* writeRefunds */
    with concerned as (
      select customer_id, id from touched_orders where not replaced
      union select customer_id, id from next_orders where action in ('created', 'updated') and refunds is not null
    ), written as (
      insert into refunds (customer_id, id, position, brand, currency, at, amount_e4, margin_e4, day, repeat, previous_gap_days, segment, country, channel, known)
      select o.customer_id, o.id, r.position, o.brand, o.currency, r.at, r.amount,
        round(o.margin_e4::numeric * r.amount / nullif(o.amount_e4, 0)), r.day, o.repeat,
        r.day - coalesce(lag(r.day) over (partition by o.id order by r.position), o.day), o.segment, o.country, o.channel, o.known
      from concerned c join orders o using (customer_id, id)
      cross join lateral (
        select ordinality as position, (value ->> 'at')::timestamptz as at, (value ->> 'day')::date as day, (value ->> 'amountE4')::bigint as amount
        from jsonb_array_elements(o.refunds) with ordinality
      ) r
      returning *
    )
    insert into image_refunds select w.*, 1 from written w`
}
