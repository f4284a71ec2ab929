import { pipeline } from 'node:stream/promises'
import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import { stageColumnNames } from '../prepare/copy-text.ts'
import { versionSql } from '../prepare/places.ts'
import { tableName } from '../record-tables.ts'
import type { FactLoad } from './facts.ts'

export const stageName = (kind: RecordKind) => `stage_${tableName(kind)}`

/** Created once a connection; the next load finds it empty. */
export async function createStage(sql: TransactionSql, kind: RecordKind): Promise<void> {
  await sql.unsafe(`/* createStage */
    create temp table if not exists ${stageName(kind)} as
    select t.*, null::int as position, null::int as line, null::timestamptz as updated_at, null::timestamptz as deleted_at,
      null::text as identity_source, null::text as identity_external_id, null::text as action
    from ${tableName(kind)} t with no data`)
}

/** Columns by which a stage is joined: only of those must the planner know anything. */
const KEYS = ['id', 'customer_id', 'identity_id', 'contact_id']

/** Brings the rows in; they come in the order of `stageColumns`. */
export async function fillStage(sql: TransactionSql, kind: RecordKind, copies: readonly Uint8Array[]): Promise<void> {
  await createStage(sql, kind)
  if (copies.every(copy => copy.length === 0)) return
  const columns = stageColumnNames(kind)
  const target = await sql
    .unsafe(`/* fillStage */ copy ${stageName(kind)} (${columns.map(column => `"${column}"`).join(', ')}) from stdin`)
    .writable()
  await pipeline(copies, target)
  await analyzeKeys(sql, stageName(kind), columns)
}

/** Temporary tables have no statistics of their own accord, and the planner guesses that their keys hardly differ. */
export async function analyzeKeys(sql: TransactionSql, table: string, columns: readonly string[]): Promise<void> {
  await sql.unsafe(`/* analyzeKeys */ analyze ${table} (${KEYS.filter(key => columns.includes(key)).join(', ')})`)
}

/** Decides at once over rows that another row of their batch is newer than. */
export async function markOlder(sql: TransactionSql, kind: RecordKind, places: readonly number[]): Promise<void> {
  await sql`/* markOlder */
    update ${sql(stageName(kind))} set action = 'older' where position = any(${places as number[]}::int[])`
}

/** The version that every staged row of a batch has: by its sender's clock, else by when the batch first came. */
export async function stampVersions(
  sql: TransactionSql,
  kind: RecordKind,
  { receivedAt, sequence }: { receivedAt: Date; sequence: number },
): Promise<void> {
  await sql.unsafe(
    `/* stampVersions */
    update ${stageName(kind)} set version_at = coalesce(updated_at, $1::timestamptz), version_sequence = ${versionSql('$2', 'position')}`,
    [receivedAt.toISOString(), sequence],
  )
}

/**
 * Where a load keeps its own books: the rows to come, the keys of stored rows that it touches, and those rows before
 * and after.
 */
export async function createBooks(sql: TransactionSql, { table, records }: FactLoad): Promise<void> {
  const [books] = await sql<{ there: boolean }[]>`/* booksThere */
    select to_regclass(${`pg_temp.touched_${table}`}) is not null as there`
  if (books?.there) return
  await createStage(sql, records)
  await Promise.all([
    sql.unsafe(`/* createNext */
    create temp table if not exists next_${table} as
    select t.*, null::int as position, null::int as line, null::timestamptz as deleted_at, null::uuid as old_customer_id,
      null::text as action from ${table} t with no data`),
    sql.unsafe(`/* createImage */
    create temp table if not exists image_${table} as
    select t.*, null::smallint as sign from ${table} t with no data`),
    sql.unsafe(`/* createTouched */
    create temp table if not exists touched_${table} (customer_id uuid, id uuid, replaced boolean not null default false,
      imaged boolean not null default false, primary key (customer_id, id))`),
  ])
}

/** Empties a load's books, for a second round in one transaction. */
export async function emptyBooks(sql: TransactionSql, { table }: FactLoad): Promise<void> {
  await sql.unsafe(`/* emptyBooks */ truncate stage_${table}, next_${table}, image_${table}, touched_${table}`)
}
