import type { TransactionSql } from '../../db/pools.ts'

/**
 * Staged rates of a pair of currencies on a day that has a rate under another id. Of two in the batch the one that was
 * stored before stays, else the first.
 */
export async function doubleExchangeRates(
  sql: TransactionSql,
): Promise<{ position: number; line: number; other: string }[]> {
  return await sql<{ position: number; line: number; other: string }[]>`/* doubleExchangeRates */
    with wanted as (
      select *, row_number() over (order by action desc, position) as rank from stage_exchange_rates where action in ('created', 'updated')
    ), others as (
      select id, external_id, source, brand, "from", "to", day, 0 as rank from exchange_rates r
      where day in (select day from wanted)
        and not exists (select from stage_exchange_rates s where s.id = r.id and s.action in ('updated', 'deleted'))
      union all
      select id, external_id, source, brand, "from", "to", day, rank from wanted
    ), doubles as (
      select w.position, w.line, w.rank, o.rank as other_rank, o.external_id as other
      from wanted w join others o on o.id <> w.id and o.rank < w.rank and o.source = w.source
        and (o.day, o."from", o."to") = (w.day, w."from", w."to") and o.brand is not distinct from w.brand
    )
    select distinct on (position) position, line, other from doubles
    where other_rank not in (select rank from doubles) order by position, other_rank`
}
