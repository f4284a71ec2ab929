import type { Sql } from '../../db/pools.ts'

/** Tables that loads look into by key. */
const TABLES = [
  'contacts',
  'customer_days',
  'customer_identities',
  'customer_versions',
  'customers',
  'feedback',
  'orders',
  'record_home',
  'refunds',
]

/**
 * Tells the planner what stands in each table that has doubled since it was last told. The server does so by itself
 * too, but minutes later: all that while the loads of a first import would read an index by the day, not by the customer.
 */
export async function analyzeGrown(sql: Sql): Promise<void> {
  const grown = await sql<{ name: string }[]>`/* grownTables */
    select relname as name from pg_class
    where oid = any(${TABLES}::regclass[])
      and pg_relation_size(oid) > 2 * relpages::bigint * current_setting('block_size')::bigint`
  for (const { name } of grown) await sql.unsafe(`/* analyzeGrown */ analyze ${name}`)
}
