import type { RecordKind } from '@tweeluik/schema/records'
import type { Sql } from '../../packages/api/src/db/pools.ts'
import { recordTables, tableName } from '../../packages/api/src/ingest/record-tables.ts'

const TABLES = [
  ...(Object.keys(recordTables) as RecordKind[]).map(tableName),
  'customers',
  'customer_versions',
  'customer_days',
  'refunds',
  'journey_map_steps',
  'record_home',
  'tombstones',
  'brands',
]

/** Of the order in which batches came, which nobody asks about. */
const BOOKKEEPING = ['version_sequence', 'first_seen_at']

/** Every row of every table, without what tells only of the order of arrival; a line each, sorted. */
export async function contentOf(sql: Sql): Promise<string[]> {
  const lines: string[] = []
  for (const table of TABLES) {
    const rows = await sql<{ row: string }[]>`/* contentOf */
      select (to_jsonb(t) - ${BOOKKEEPING}::text[])::text as row from ${sql(table)} t`
    lines.push(...rows.map(({ row }) => `${table} ${row}`))
  }
  const waiting = await sql<{ row: string }[]>`/* contentWaiting */
    select jsonb_build_array(kind, id, contact_id, version_at)::text as row from waiting_records`
  return [...lines, ...waiting.map(({ row }) => `waiting ${row}`)].sort()
}
