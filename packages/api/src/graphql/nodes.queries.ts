import type { TransactionSql } from '../db/pools.ts'
import { columnsOf, tableOf } from './source.queries.ts'
import type { Source } from './source.ts'

/** The records with these ids that the reader sees, in no order. */
export function selectNodes(
  sql: TransactionSql,
  source: Source,
  columns: readonly string[],
  ids: readonly string[],
  seesPersonalData: boolean,
) {
  return sql`/* nodes: ${sql.unsafe(source.name)} */
    select ${columnsOf(sql, source, columns, seesPersonalData)} from ${tableOf(sql, source)} record
    where record.id = any(${[...ids]}::uuid[])`
}
