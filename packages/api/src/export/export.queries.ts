import { columnName } from '@tweeluik/schema/facts'
import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { Sql, TransactionSql } from '../db/pools.ts'
import type { whereOver } from '../graphql/filter.queries.ts'
import { columnsOf, recordTables, tableName } from '../ingest/record-tables.ts'
import type { StoredRow } from '../ingest/sent-record.ts'

/** Rows that are in hand at once. */
const ROWS_AT_ONCE = 1_000

/** Which records are meant; what is left out may be anything. */
export interface Chosen {
  source: string
  /** Of the kind's table, or of `customers`: a condition over `record`. */
  where?: ((sql: TransactionSql) => ReturnType<typeof whereOver>) | null
  /** Only what loads after this one have written. */
  sinceLoad?: number | null
}

/** One snapshot for all that is read. */
export async function beginReading(sql: TransactionSql): Promise<void> {
  await sql`/* beginReading */ set transaction isolation level repeatable read, read only`
}

/** The last load of which it is certain that a snapshot taken after this sees it: another may be under way. */
export async function selectMark(sql: Sql): Promise<number> {
  const [row] = await sql<{ mark: number }[]>`/* selectMark */
    select last_value - case when is_called and pg_try_advisory_xact_lock(hashtext('tweeluik loads')) then 0 else 1 end as mark
    from loads`
  return row?.mark ?? 0
}

/** The systems that have sent records of a kind. */
export async function selectSources(sql: TransactionSql, kind: RecordKind): Promise<string[]> {
  const told = kind === 'customers' ? sql`where version_at is not null` : sql``
  const rows = await sql<{ source: string }[]>`/* selectSources */
    select distinct source from ${sql(tableName(kind))} ${told}
    union select distinct source from departures where kind = ${recordKinds[kind].singular} and source is not null order by 1`
  return rows.map(({ source }) => source)
}

/** The stored rows of a kind, in the order of their ids. */
export async function* selectRows(
  sql: TransactionSql,
  kind: RecordKind,
  { source, where, sinceLoad = null }: Chosen,
): AsyncGenerator<StoredRow, void, undefined> {
  const { derived } = recordTables[kind]
  const columns = columnsOf(kind).filter(name => name === 'sent' || !derived.includes(name))
  const list = columns.map(name => `record."${columnName(name)}" as "${name}"`).join(', ')
  const pieces = sql<StoredRow[]>`/* exportRows */
    select ${sql.unsafe(list)} from ${sql(tableName(kind))} record
    where source = ${source} ${kind === 'customers' ? ofCustomers(sql, where, sinceLoad) : ofTable(sql, where, sinceLoad)}
    order by record.id`.cursor(ROWS_AT_ONCE)
  for await (const rows of pieces) yield* rows
}

function ofTable(sql: TransactionSql, where: Chosen['where'], sinceLoad: number | null) {
  return sql`${where ? sql`and ${where(sql)}` : sql``} ${sinceLoad === null ? sql`` : sql`and record.load_number > ${sinceLoad}`}`
}

/** What each source told of a customer; conditions and changes are those of the customer. */
function ofCustomers(sql: TransactionSql, where: Chosen['where'], sinceLoad: number | null) {
  const among =
    where || sinceLoad !== null
      ? sql`and customer_id in (select record.id from customers record where true ${ofTable(sql, where, sinceLoad)})`
      : sql``
  return sql`and version_at is not null ${among}`
}

/** A record that is gone, and the version that its deletion has here. */
export interface GoneRecord {
  id: string
  updatedAt: Date
  deletedAt: Date
}

/**
 * Records of one source that were deleted since a load, and are so still. What lived with a deleted contact waits for
 * it: whoever imports its deletion has the same.
 */
export async function* selectGone(
  sql: TransactionSql,
  kind: RecordKind,
  { source, sinceLoad }: Pick<Chosen, 'source'> & { sinceLoad: number },
): AsyncGenerator<GoneRecord, void, undefined> {
  const { singular } = recordKinds[kind]
  const pieces =
    kind === 'customers'
      ? sql<GoneRecord[]>`/* exportGoneCustomers */
        select record.external_id as id, grave.version_at as "updatedAt", grave.deleted_at as "deletedAt"
        from customer_identities record join customers c on c.id = record.customer_id
          join tombstones grave on grave.id = record.id and grave.kind = 'customer'
        where record.source = ${source} and record.version_at is null and c.load_number > ${sinceLoad} order by record.id`.cursor(
          ROWS_AT_ONCE,
        )
      : sql<GoneRecord[]>`/* exportGone */
        select distinct on (gone.id) gone.external_id as id, grave.version_at as "updatedAt", grave.deleted_at as "deletedAt"
        from departures gone join tombstones grave on grave.id = gone.id and grave.kind = gone.kind
        where gone.kind = ${singular} and gone.source = ${source} and gone.load_number > ${sinceLoad}
        order by gone.id`.cursor(ROWS_AT_ONCE)
  for await (const rows of pieces) yield* rows
}
