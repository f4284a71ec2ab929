import type { TransactionSql } from '../../db/pools.ts'

const CELL = 'fact, dimensions, day, brand, currency, d1, d2, d3'

const positions = (length: number) => Array.from({ length }, (_, index) => index + 1)

/** Folds every visible delta of sums into its cell. Sorted by cell, as every upsert here. */
export async function foldSums(sql: TransactionSql, length: number): Promise<number> {
  if (length === 0) return 0
  const added = positions(length).map(at => `sum(sums[${at}])`)
  const merged = positions(length).map(at => `coalesce(rollup.sums[${at}], 0) + coalesce(excluded.sums[${at}], 0)`)
  const folded = await sql.unsafe(`/* foldSums */
    with gone as (delete from rollup_delta where part is null returning *)
    insert into rollup (${CELL}, sums)
    select ${CELL}, array[${added.join(', ')}]::bigint[] from gone group by ${CELL} order by ${CELL}
    on conflict on constraint rollup_cell do update set sums = array[${merged.join(', ')}]`)
  return folded.count
}

/**
 * Folds every visible delta of gaps. `survivors[k + 1]` counts gaps of more than k days, so a difference at gap g adds
 * to all elements before it; the last element stands for every k beyond and is carried on when an array grows.
 * Gaps of 0 days are in no element: within a day there is nothing to survive.
 */
export async function foldGaps(sql: TransactionSql): Promise<number> {
  const folded = await sql.unsafe(`/* foldGaps */
    with gone as (delete from rollup_delta where part is not null returning *),
    changes as (
      select ${CELL}, part, gap_days, sum(n) as n from gone group by ${CELL}, part, gap_days having sum(n) <> 0
    ),
    cells as (
      select ${CELL}, part, max(gap_days) as longest, coalesce(sum(n) filter (where gap_days is null), 0) as without,
        array_agg(gap_days order by gap_days) filter (where gap_days > 0) as gaps,
        array_agg(n order by gap_days) filter (where gap_days > 0) as counts
      from changes group by ${CELL}, part
    )
    insert into rollup_gaps (${CELL}, part, survivors)
    select c.fact, c.dimensions, c.day, c.brand, c.currency, c.d1, c.d2, c.d3, c.part, (
      select array_agg(
        (coalesce(old.survivors[least(k, cardinality(old.survivors) - 1) + 1], 0) + c.without + coalesce(added.n, 0))::int
        order by k)
      from (
        select k, sum(d.n) over (order by k desc rows between unbounded preceding and 1 preceding) as n
        from generate_series(0, greatest(c.longest, cardinality(old.survivors) - 1, 0)) k
        left join unnest(c.gaps, c.counts) d(gap, n) on d.gap = k
      ) added)
    from cells c
    left join rollup_gaps old
      on old.fact = c.fact and old.dimensions = c.dimensions and old.part = c.part and old.day = c.day and old.brand = c.brand
      and old.currency is not distinct from c.currency
      and old.d1 is not distinct from c.d1 and old.d2 is not distinct from c.d2 and old.d3 is not distinct from c.d3
    order by 1, 2, 3, 4, 5, 6, 7, 8, 9
    on conflict on constraint rollup_gaps_cell do update set survivors = excluded.survivors`)
  return folded.count
}

/** One compactor, rebuild or audit at a time; loads go on. */
export async function lockRollups(sql: TransactionSql): Promise<void> {
  await sql`/* lockRollups */ select pg_advisory_xact_lock(hashtext('tweeluik rollups'))`
}

export async function deltaSize(sql: { unsafe: TransactionSql['unsafe'] }, limit: number): Promise<number> {
  const [row] = await sql.unsafe<{ n: number }[]>(
    `/* deltaSize */ select count(*)::int as n from (select from rollup_delta limit $1) few`,
    [limit],
  )
  return row?.n ?? 0
}
