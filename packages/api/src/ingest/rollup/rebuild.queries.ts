import { type FactName, facts } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import type { StoredPart } from '../../db/rollup-parts.queries.ts'
import {
  CELL,
  gapCells,
  gapsOfDeltas,
  gapsOfRows,
  hasGaps,
  hasSums,
  sumCells,
  sumsOfDeltas,
  sumsOfRows,
} from './delta.queries.ts'

/** A fact's rows as additions, the source that a recompute reads. */
export const wholeFact = (fact: FactName) => `(select f.*, 1 as sign from ${facts[fact].spec.table} f)`

export async function clearFact(sql: TransactionSql, fact: FactName): Promise<void> {
  await sql`/* clearDeltas */ delete from rollup_delta where fact = ${fact}`
  await sql`/* clearSums */ delete from rollup where fact = ${fact}`
  await sql`/* clearGaps */ delete from rollup_gaps where fact = ${fact}`
}

/** Places for what was appended since the last fold and for what the records give, cell by cell. */
export async function createAudit(sql: TransactionSql): Promise<void> {
  for (const name of ['appended', 'recomputed']) {
    await sql.unsafe(`/* createAudit */
    create temp table if not exists ${name} on commit delete rows as
    select ${CELL}, sums, null::text as part, null::int as gap_days, null::bigint as n from rollup with no data`)
  }
}

export async function noteAppended(sql: TransactionSql, fact: FactName, stored: readonly StoredPart[]): Promise<void> {
  const deltas = (of: string) => `(select * from rollup_delta where fact = '${fact}' and part is ${of}) d`
  await noteCells(sql, 'appended', fact, stored, {
    sums: sumsOfDeltas(fact, deltas('null'), stored),
    gaps: gapsOfDeltas(fact, deltas('not null')),
  })
}

export async function noteRecomputed(
  sql: TransactionSql,
  fact: FactName,
  stored: readonly StoredPart[],
): Promise<void> {
  const source = wholeFact(fact)
  const sums = sumsOfRows(fact, source, stored)
  await noteCells(sql, 'recomputed', fact, stored, { sums, gaps: hasGaps(fact) ? gapsOfRows(fact, source) : '' })
}

async function noteCells(
  sql: TransactionSql,
  target: 'appended' | 'recomputed',
  fact: FactName,
  stored: readonly StoredPart[],
  { sums, gaps }: { sums: string; gaps: string },
): Promise<void> {
  if (hasSums(fact, stored)) {
    await sql.unsafe(`/* noteSums */ insert into ${target} (${CELL}, sums) ${sumCells(fact, sums, stored)}`)
  }
  if (hasGaps(fact)) {
    await sql.unsafe(`/* noteGaps */ insert into ${target} (${CELL}, part, gap_days, n) ${gapCells(fact, gaps)}`)
  }
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

/** Stored is rollup and delta together, as a question reads them, against what was recomputed; at most `limit` rows. */
export async function cellDifferences(sql: TransactionSql, limit: number): Promise<CellDifference[]> {
  return await sql.unsafe<CellDifference[]>(
    `/* cellDifferences */
    with stored as (
      select * from appended
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
