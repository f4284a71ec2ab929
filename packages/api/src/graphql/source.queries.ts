import { columnName } from '@tweeluik/schema/facts'
import { getTableName } from 'drizzle-orm'
import type { TransactionSql } from '../db/pools.ts'
import type { Source } from './source.ts'

/** What a source reads of `record`, under the names of the GraphQL side. Column names are our own: no input comes here. */
export function columnsOf(sql: TransactionSql, { columns, typeName }: Source) {
  const names = columns.map(column => `record.${columnName(column)} as "${column}"`)
  return sql.unsafe(`'${typeName}' as "__typename", ${names.join(', ')}`)
}

export function tableOf(sql: TransactionSql, { table }: Source) {
  return sql(getTableName(table))
}
