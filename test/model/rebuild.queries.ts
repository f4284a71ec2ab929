import type { Sql } from '../../packages/api/src/db/pools.ts'

/** A wrong number in cells of each kind. */
export async function spoilCells(owner: Sql): Promise<void> {
  await owner`/* spoilSums */ update rollup set sums = array(select v + 1 from unnest(sums) v)
    where fact = 'contact' and dimensions = ''`
  await owner`/* spoilGaps */ update rollup_gaps set survivors = array_append(survivors, 7) where fact = 'customer_day'`
  await owner`/* spoilSketches */ update rollup_sketches set counts = array_append(counts, 3)`
}
