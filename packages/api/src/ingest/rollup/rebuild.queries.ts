import { type FactName, facts } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'

/** A fact's rows as additions, the source that a recompute reads. */
export const wholeFact = (fact: FactName) => `(select f.*, 1 as sign from ${facts[fact].spec.table} f)`

export async function clearFact(sql: TransactionSql, fact: FactName): Promise<void> {
  await sql`/* clearDeltas */ delete from rollup_delta where fact = ${fact}`
  await sql`/* clearSums */ delete from rollup where fact = ${fact}`
  await sql`/* clearGaps */ delete from rollup_gaps where fact = ${fact}`
}

/** A place for recomputed cells, shaped as deltas. */
export async function createRecomputed(sql: TransactionSql): Promise<void> {
  await sql`/* createRecomputed */
    create temp table if not exists recomputed on commit delete rows as select * from rollup_delta with no data`
}

/** A cell whose stored value is not what its records give. */
export interface CellDifference {
  fact: string
  dimensions: string
  day: string
  brand: string
  /** Position of a sum, or the name of gaps and the gap in days. */
  part: string
  stored: number
  recomputed: number
}

const CELL = 'fact, dimensions, day, brand, currency, d1, d2, d3'

/** Stored is rollup and delta together, as a question reads them, against what was recomputed; at most `limit` rows. */
export async function cellDifferences(sql: TransactionSql, limit: number): Promise<CellDifference[]> {
  return await sql.unsafe<CellDifference[]>(
    `/* cellDifferences */
    with stored as (
      select ${CELL}, sums, part, gap_days, n from rollup_delta
      union all select ${CELL}, sums, null, null, null from rollup
      union all
      select ${CELL}, null, part, case when k < cardinality(survivors) then k end,
        case when k = 0 then null when k < cardinality(survivors) then survivors[k] - survivors[k + 1] else survivors[k] end
      from rollup_gaps cross join lateral generate_series(1, cardinality(survivors)) k
    ),
    values as (
      select 'stored' as side, ${CELL}, part || ' ' || coalesce(gap_days::text, 'none') as part, n as value from stored where part is not null
      union all
      select 'stored', ${CELL}, p.position::text, p.value from stored cross join lateral unnest(sums) with ordinality p(value, position)
      where (fact, p.position) in (select fact, position from rollup_parts where ready)
      union all
      select 'recomputed', ${CELL}, part || ' ' || coalesce(gap_days::text, 'none'), n from recomputed where part is not null and gap_days is distinct from 0
      union all
      select 'recomputed', ${CELL}, p.position::text, p.value from recomputed cross join lateral unnest(sums) with ordinality p(value, position)
    )
    select fact, dimensions, day, brand, part,
      coalesce(sum(value) filter (where side = 'stored'), 0)::bigint as stored,
      coalesce(sum(value) filter (where side = 'recomputed'), 0)::bigint as recomputed
    from values where part not like '% 0'
    group by ${CELL}, part
    having coalesce(sum(value) filter (where side = 'stored'), 0) <> coalesce(sum(value) filter (where side = 'recomputed'), 0)
    order by 1, 2, 3, 4, 5 limit $1`,
    [limit],
  )
}
