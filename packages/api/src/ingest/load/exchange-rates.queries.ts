import type { TransactionSql } from '../../db/pools.ts'

/** Staged rates of a pair of currencies on a day that has a rate under another id, stored or earlier in the batch. */
export async function doubleExchangeRates(
  sql: TransactionSql,
): Promise<{ position: number; line: number; other: string }[]> {
  return await sql<{ position: number; line: number; other: string }[]>`/* doubleExchangeRates */
    with wanted as (select * from stage_exchange_rates where action in ('created', 'updated')),
    others as (
      select id, external_id, source, brand, "from", "to", day, -1 as position from exchange_rates r
      where day in (select day from wanted)
        and not exists (select from stage_exchange_rates s where s.id = r.id and s.action in ('updated', 'deleted'))
      union all
      select id, external_id, source, brand, "from", "to", day, position from wanted
    )
    select distinct on (w.position) w.position, w.line, o.external_id as other
    from wanted w join others o on o.id <> w.id and o.position < w.position and o.source = w.source
      and (o.day, o."from", o."to") = (w.day, w."from", w."to") and o.brand is not distinct from w.brand
    order by w.position, o.position`
}
