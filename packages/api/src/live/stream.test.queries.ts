import type { Sql } from '../db/pools.ts'

/** Cuts off whoever listens in this database; gives how many did. */
export async function endListeners(owner: Sql): Promise<number> {
  const ended = await owner`/* endListeners */
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`
  return ended.length
}
