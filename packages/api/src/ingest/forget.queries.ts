import type { Sql } from '../db/pools.ts'

/** Frees the keys of so many deliveries that were loaded, and came so long ago; gives how many. */
export async function freeKeys(sql: Sql, keptDays: number, limit: number): Promise<number> {
  const freed = await sql`/* freeKeys */
    update ingest_batches set idempotency_key = null where id in (
      select id from ingest_batches
      where idempotency_key is not null and state = 'loaded' and received_at < now() - make_interval(days => ${keptDays})
      limit ${limit} for update skip locked)`
  return freed.count
}

/** Deletes what so many such deliveries held, unless a row of it is rejected or waits; gives how many. */
export async function deleteBodies(sql: Sql, keptDays: number, limit: number): Promise<number> {
  const deleted = await sql`/* deleteBodies */
    delete from inbox where batch_id in (
      select id from ingest_batches b
      where state = 'loaded' and rejected = 0 and waiting = 0 and received_at < now() - make_interval(days => ${keptDays})
        and exists (select from inbox i where i.batch_id = b.id)
      limit ${limit} for update skip locked)`
  return deleted.count
}
