import type { Sql } from '../../packages/api/src/db/pools.ts'

/** Lets so many days pass for what waits. */
export async function passDays(sql: Sql, days: number): Promise<void> {
  await sql`/* passDays */ update waiting_records set since = since - make_interval(days => ${days})`
}

/** Every cell of every fact, deltas folded in; a line each. */
export async function cellsOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ cell: string }[]>`/* cellsOf */
    with sums as (
      select fact, dimensions, day, brand, currency, d1, d2, d3, place, sum(value) as value
      from (select * from rollup union all select fact, dimensions, day, brand, currency, d1, d2, d3, sums from rollup_delta where part is null) cells
      cross join lateral unnest(sums) with ordinality part(value, place)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(value) <> 0
    )
    select to_jsonb(sums)::text as cell from sums order by 1`
  return rows.map(({ cell }) => cell)
}
