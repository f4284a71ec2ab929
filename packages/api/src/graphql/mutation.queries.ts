import { columnName } from '@tweeluik/schema/facts'
import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../db/pools.ts'
import { columnsOf, tableName } from '../ingest/record-tables.ts'

/** A record as it is stored, under the names of the TypeScript side. */
export interface StoredRow {
  readonly id: string
  readonly brand: string | null
  readonly source: string
  readonly externalId: string
  /** Null: only others have named it. */
  readonly content: string | null
  readonly versionAt: Date | null
  readonly [column: string]: unknown
}

const columns = (sql: TransactionSql, kind: RecordKind) =>
  sql.unsafe(
    columnsOf(kind)
      .map(name => `"${columnName(name)}" as "${name}"`)
      .join(', '),
  )

/** The record with this id; of customers what one source told of them. Null: there is none. */
export async function selectStored(sql: TransactionSql, kind: RecordKind, id: string): Promise<StoredRow | null> {
  const [row] = await sql<StoredRow[]>`/* storedRecord */
    select ${columns(sql, kind)} from ${sql(tableName(kind))} where id = ${id}`
  return row ?? null
}

/** What was last told of a customer, by one source (null: by any). Null: nobody ever named such a customer. */
export async function selectIdentity(
  sql: TransactionSql,
  customerId: string,
  source: string | null,
): Promise<StoredRow | null> {
  const [row] = await sql<StoredRow[]>`/* storedIdentity */
    select ${columns(sql, 'customers')} from customer_identities
    where customer_id = (select customer_id from customer_identities where id = ${customerId}) and (${source}::text is null or source = ${source})
    order by version_at desc nulls last, version_sequence desc, id limit 1`
  return row ?? null
}

/** The version of a record's deletion. Null: it was never deleted. */
export async function selectBuriedAt(sql: TransactionSql, kind: string, id: string): Promise<Date | null> {
  const [row] = await sql<{ versionAt: Date }[]>`/* buriedAt */
    select version_at as "versionAt" from tombstones where id = ${id} and kind = ${kind}`
  return row?.versionAt ?? null
}
