import type { Sql } from '../../packages/api/src/db/pools.ts'

export interface Books {
  /** Deliveries, each of its own key. */
  deliveries: number
  loaded: number
  /** Whose counts add up. */
  addingUp: number
  contacts: number
  orders: number
}

/** What is kept of the deliveries and of what they brought. */
export async function booksOf(sql: Sql): Promise<Books | undefined> {
  const [books] = await sql<Books[]>`/* booksOf */
    select count(distinct idempotency_key)::int as deliveries, count(*) filter (where state = 'loaded')::int as loaded,
      count(*) filter (where received = created + updated + unchanged + waiting + rejected)::int as "addingUp",
      (select count(*)::int from contacts) as contacts, (select count(*)::int from orders) as orders
    from ingest_batches`
  return books && { ...books }
}

/** Processes of this server that serve connections of ours, and those that work behind them. */
export async function processesOf(sql: Sql): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`/* processesOf */
    select pid from pg_stat_activity where pid <> pg_backend_pid()`
  return rows.map(({ pid }) => pid)
}
