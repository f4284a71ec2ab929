import type { Sql } from '../../packages/api/src/db/pools.ts'

/** How many batches there are, how many were loaded, and whose counts add up. */
export async function batchesOnce(
  sql: Sql,
): Promise<{ batches: number; loaded: number; addingUp: number } | undefined> {
  const [row] = await sql<{ batches: number; loaded: number; addingUp: number }[]>`/* batchesOnce */
    select count(distinct idempotency_key)::int as batches, count(*) filter (where state = 'loaded')::int as loaded,
      count(*) filter (where received = created + updated + unchanged + waiting + rejected)::int as "addingUp"
    from ingest_batches`
  return row && { ...row }
}
