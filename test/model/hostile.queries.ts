import type { Database, Sql } from '../../packages/api/src/db/pools.ts'

/** The segment that each order and its refunds count under. */
export async function segmentsOf(
  sql: Sql,
  externalId: string,
): Promise<{ order: string | null; refund: string | null }[]> {
  return await sql<{ order: string | null; refund: string | null }[]>`/* segmentsOf */
    select o.segment as order, r.segment as refund from orders o join refunds r using (customer_id, id)
    where o.external_id = ${externalId}`
}

/** Contacts of one customer in time, with the segment that they are stamped by. */
export async function stampedSegments(sql: Sql): Promise<(string | null)[]> {
  const rows = await sql<{ segment: string | null }[]>`/* stampedSegments */
    select segment from contacts where external_id like 'stamp%' order by opened_at`
  return rows.map(({ segment }) => segment)
}

export async function longestSurvivors(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`/* longestSurvivors */
    select max(cardinality(survivors)) as n from rollup_gaps`
  return row?.n ?? 0
}

/** Which of these rates are stored. */
export async function storedRates(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`/* storedRates */ select external_id as id from cost_rates order by 1`
  return rows.map(({ id }) => id)
}

/** Rates in force at once for the same team, channel and brand. */
export async function overlaps(sql: Sql): Promise<readonly unknown[]> {
  return await sql`/* overlaps */
    select a.external_id, b.external_id as other from cost_rates a join cost_rates b on a.id < b.id
      and (a.brand, a.team, a.channel) is not distinct from (b.brand, b.team, b.channel)
      and a."from" < coalesce(b."to", 'infinity') and b."from" < coalesce(a."to", 'infinity')`
}

/** Without it no load can be done. */
export async function hideDeltas(sql: Sql): Promise<void> {
  await sql`/* hideDeltas */ alter table rollup_delta rename to hidden`
}

export async function showDeltas(sql: Sql): Promise<void> {
  await sql`/* showDeltas */ alter table hidden rename to rollup_delta`
}

/** Lets the time until the next tries pass. */
export async function passRetryTime(sql: Sql): Promise<void> {
  await sql`/* passRetryTime */ update ingest_batches set retry_at = now() - interval '1 second' where retry_at is not null`
}

/** How many customers of this id, with their row, somebody of one brand sees. */
export async function identitiesSeenBy(database: Database, brand: string, externalId: string): Promise<number> {
  const [[row]] = await database.asReader([brand], sql => [
    sql<[{ n: number }]>`/* identitiesSeenBy */
      select count(*)::int as n from customer_identities i join customers c on c.id = i.customer_id
      where i.external_id = ${externalId}`,
  ])
  return row.n
}

/** Whether every cell has the parts of contacts, as far as the registry knows. */
export async function setReady(sql: Sql, ready: boolean): Promise<void> {
  await sql`/* setReady */ update rollup_parts set ready = ${ready} where fact = 'contact'`
}
