import type { Database, TransactionSql } from '../../db/pools.ts'
import { lockLoads } from './lock.queries.ts'

/**
 * Loads in one transaction, when nothing else is loaded. Whoever waits for that waits for the one connection of loads,
 * and holds none that others could need.
 */
export async function inTurnOfLoads<T>(
  { loader }: Pick<Database, 'loader'>,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  const { result } = await loader.begin(async sql => {
    await lockLoads(sql)
    return { result: await work(sql) }
  })
  return result as T
}
