import type { TransactionSql } from '../../db/pools.ts'

/** One load at a time, over all servers of this database, until the transaction ends. */
export async function lockLoads(sql: TransactionSql): Promise<void> {
  await sql`/* lockLoads */ select pg_advisory_xact_lock(hashtext('tweeluik loads'))`
}
