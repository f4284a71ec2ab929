import type { Sql } from '../../packages/api/src/db/pools.ts'

export interface Books {
  /** Deliveries, each of its own key. */
  deliveries: number
  loaded: number
  /** Whose counts add up. */
  addingUp: number
  /** Of the stream. */
  contacts: number
  orders: number
  /** What is still to be derived behind the loads. */
  rederivations: number
}

/** What is kept of the deliveries and of what they brought. */
export async function booksOf(sql: Sql): Promise<Books | undefined> {
  const [books] = await sql<Books[]>`/* booksOf */
    select count(distinct idempotency_key)::int as deliveries, count(*) filter (where state = 'loaded')::int as loaded,
      count(*) filter (where received = created + updated + unchanged + waiting + rejected)::int as "addingUp",
      (select count(*)::int from contacts where source = 'stream') as contacts,
      (select count(*)::int from orders where source = 'stream') as orders,
      (select count(*)::int from rederivations) as rederivations
    from ingest_batches`
  return books && { ...books }
}

/** All that there is of them, of whatever source. */
export async function storedFacts(sql: Sql): Promise<{ contacts: number; orders: number } | undefined> {
  const [stored] = await sql<{ contacts: number; orders: number }[]>`/* storedFacts */
    select (select count(*)::int from contacts) as contacts, (select count(*)::int from orders) as orders`
  return stored && { ...stored }
}

/** Processes of this server that serve connections of ours, and those that work behind them. */
export async function processesOf(sql: Sql): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`/* processesOf */
    select pid from pg_stat_activity where pid <> pg_backend_pid()`
  return rows.map(({ pid }) => pid)
}
