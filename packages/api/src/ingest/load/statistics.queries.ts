import type { Sql, TransactionSql } from '../../db/pools.ts'

/** Tables that loads look into, and the deltas that questions do, with the columns by which they do. */
const KEYS: Readonly<Record<string, string>> = {
  contacts: 'customer_id, id, issue, opened_at, opened_day, journey_id',
  contact_events: 'customer_id, id, contact_id, at, type',
  customer_days: 'customer_id, day',
  customer_identities: 'id, customer_id',
  customer_versions: 'customer_id, identity_id, version_at',
  customers: 'id',
  exposures: 'customer_id, id',
  feedback: 'customer_id, id, contact_id, survey_id, journey_id, day',
  interactions: 'customer_id, id, journey_id, at, day',
  journeys: 'customer_id, id',
  orders: 'customer_id, id, day',
  quality_reviews: 'customer_id, id, contact_id',
  record_home: 'id, customer_id',
  refunds: 'customer_id, id',
  rollup_delta: 'fact, day',
  surveys: 'customer_id, id, contact_id',
}

/**
 * Tells the planner what stands in each table that has doubled since it was last told. The server does so by itself
 * too, but minutes later: all that while the loads of a first import would read an index by the day, not by the customer.
 */
export async function analyzeGrown(sql: Sql | TransactionSql): Promise<void> {
  const grown = await sql<{ name: string }[]>`/* grownTables */
    select relname as name from pg_class
    where oid = any(${Object.keys(KEYS)}::regclass[])
      and pg_relation_size(oid) > 2 * relpages::bigint * current_setting('block_size')::bigint`
  for (const { name } of grown) await sql.unsafe(`/* analyzeGrown */ analyze ${name} (${KEYS[name]})`)
}
