import type { Sql, TransactionSql } from '../db/pools.ts'

export async function forbidReading(owner: Sql, table: string, reader: string): Promise<void> {
  await owner`/* forbidReading */ revoke select on ${owner(table)} from ${owner(reader)}`
}

export async function allowReading(owner: Sql, table: string, reader: string): Promise<void> {
  await owner`/* allowReading */ grant select on ${owner(table)} to ${owner(reader)}`
}

/** Until the transaction ends nobody else reads it. */
export async function lockTable(sql: TransactionSql, table: string): Promise<void> {
  await sql`/* lockTable */ lock table ${sql(table)} in access exclusive mode`
}
