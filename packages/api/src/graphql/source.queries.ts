import { columnName } from '@tweeluik/schema/facts'
import { getTableName } from 'drizzle-orm'
import type { TransactionSql } from '../db/pools.ts'
import type { Source } from './source.ts'

/** These columns of `record`, under the names of the GraphQL side. All of them are our own: no input comes here. */
export function columnsOf(
  sql: TransactionSql,
  { personal }: Source,
  columns: readonly string[],
  seesPersonalData: boolean,
) {
  const terms = columns.map(column => {
    const read = seesPersonalData || !personal.includes(column) ? `record.${columnName(column)}` : 'null'
    return `${read} as "${column}"`
  })
  return sql.unsafe(terms.join(', '))
}

export function tableOf(sql: TransactionSql, { table }: Source) {
  return sql(getTableName(table))
}
