import { pipeline } from 'node:stream/promises'
import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import { stageColumnNames } from '../prepare/copy-text.ts'
import type { FactLoad } from './facts.ts'

/** Created once a connection and emptied by every commit, so that a load writes no catalogue rows. */
const TABLES: Record<RecordKind, string> = {
  customers: 'customer_identities',
  contacts: 'contacts',
  feedback: 'feedback',
  orders: 'orders',
  'cost-rates': 'cost_rates',
}

export const stageName = (kind: RecordKind) => `stage_${TABLES[kind]}`

async function createStage(sql: TransactionSql, kind: RecordKind): Promise<void> {
  await sql.unsafe(`/* createStage */
    create temp table if not exists ${stageName(kind)} on commit delete rows as
    select t.*, null::int as position, null::int as line, null::timestamptz as updated_at, null::timestamptz as deleted_at,
      null::text as identity_source, null::text as identity_external_id, null::text as action, null::uuid as old_customer_id
    from ${TABLES[kind]} t with no data`)
}

/** Brings the rows in; they come in the order of `stageColumns`. */
export async function fillStage(sql: TransactionSql, kind: RecordKind, copy: string): Promise<void> {
  await createStage(sql, kind)
  if (copy === '') return
  const columns = stageColumnNames(kind).map(column => `"${column}"`)
  const target = await sql
    .unsafe(`/* fillStage */ copy ${stageName(kind)} (${columns.join(', ')}) from stdin`)
    .writable()
  await pipeline([copy], target)
  await analyzeTable(sql, stageName(kind))
}

/** Temporary tables have no statistics of their own accord, and the planner guesses them small. */
export async function analyzeTable(sql: TransactionSql, table: string): Promise<void> {
  await sql.unsafe(`/* analyzeTable */ analyze ${table}`)
}

/** The version that every staged row has: by its sender's clock, else by when the batch first came. */
export async function stampVersions(
  sql: TransactionSql,
  kind: RecordKind,
  receivedAt: Date,
  sequence: number,
): Promise<void> {
  await sql.unsafe(
    `/* stampVersions */
    update ${stageName(kind)} set version_at = coalesce(updated_at, $1::timestamptz), version_sequence = $2::bigint * 1048576 + position`,
    [receivedAt.toISOString(), sequence],
  )
}

/** Tables for the keys that a load touches and for their rows before and after. */
export async function createImages(
  sql: TransactionSql,
  { fact, table }: Pick<FactLoad, 'fact' | 'table'>,
): Promise<void> {
  await Promise.all([
    sql.unsafe(`/* createImage */
    create temp table if not exists image_${fact} on commit delete rows as
    select t.*, null::smallint as sign from ${table} t with no data`),
    sql.unsafe(`/* createTouched */
    create temp table if not exists touched_${fact} (customer_id uuid, id uuid, imaged boolean not null default false, primary key (customer_id, id))
    on commit delete rows`),
  ])
}
