import type { TransactionSql } from '../db/pools.ts'

export function ping(sql: TransactionSql) {
  return sql`/* ping */ select 1`
}
