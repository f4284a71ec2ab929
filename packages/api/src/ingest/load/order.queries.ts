import type { TransactionSql } from '../../db/pools.ts'

/**
 * Orders of the customers in the batch whose place among their customer's days has changed: no longer on the first
 * day, or only now. Both are found on the first days, by index.
 */
export async function touchRepeats(sql: TransactionSql): Promise<void> {
  await sql`/* touchRepeats */
    insert into touched_order (customer_id, id)
    select o.customer_id, o.id
    from (
      select customer_id, (select min(day) from orders o where o.customer_id = s.customer_id) as first_day
      from (select customer_id from touched_order union select customer_id from stage_orders where action in ('created', 'updated')) s
    ) c
    join orders o on o.customer_id = c.customer_id
      and ((not o.repeat and o.day > c.first_day) or (o.repeat and o.day = c.first_day))
    on conflict do nothing`
}

export async function deriveRepeats(sql: TransactionSql): Promise<void> {
  await sql`/* deriveRepeats */
    update orders target set repeat = not target.repeat
    from (
      select o.customer_id, o.id from touched_order t join orders o using (customer_id, id)
      where o.repeat <> (o.day > (select min(day) from orders f where f.customer_id = o.customer_id))
    ) changed
    where target.customer_id = changed.customer_id and target.id = changed.id`
}

/** Refunds of the touched orders that were not kept yet, as they are now. */
export async function imageRefundsBefore(sql: TransactionSql): Promise<void> {
  await sql`/* imageRefundsBefore */
    insert into image_refund select r.*, -1 from refunds r join touched_order t using (customer_id, id) where not t.imaged`
}

/** The refunds of the touched orders anew. A moved or deleted order's are taken away where it was. */
export async function writeRefunds(sql: TransactionSql): Promise<void> {
  await sql`/* removeRefunds */
    delete from refunds r using touched_order t where r.customer_id = t.customer_id and r.id = t.id`
  await sql`/* writeRefunds */
    insert into refunds (customer_id, id, position, brand, currency, at, amount_e4, day, previous_gap_days, segment, country, channel, known)
    select o.customer_id, o.id, r.position, o.brand, o.currency, r.at, r.amount, r.day,
      r.day - coalesce(lag(r.day) over (partition by o.id order by r.position), o.day), o.segment, o.country, o.channel, o.known
    from touched_order t join orders o using (customer_id, id)
    cross join lateral (
      select ordinality as position, (value ->> 'at')::timestamptz as at, (value ->> 'day')::date as day, (value ->> 'amountE4')::bigint as amount
      from jsonb_array_elements(o.refunds) with ordinality
    ) r`
  await sql`/* imageRefundsAfter */
    insert into image_refund select r.*, 1 from refunds r join touched_order t using (customer_id, id)`
}
