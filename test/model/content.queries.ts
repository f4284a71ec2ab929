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
const BOOKKEEPING = ['version_sequence', 'first_seen_at', 'load_number']

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

/** Every cell of every fact, once all is folded; a line each. What is left of a cell that is empty is nothing. */
export async function cellsOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ cell: string }[]>`/* cellsOf */
    with sums as (
      select fact, dimensions, day, brand, currency, d1, d2, d3, place, sum(value) as value
      from rollup
      cross join lateral unnest(sums) with ordinality part(value, place)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(value) <> 0
    )
    select to_jsonb(sums)::text as cell from sums order by 1`
  return rows.map(({ cell }) => cell)
}

/** What the late records of a world are seen by: the words that facts take from them. */
export async function placesOf(sql: Sql): Promise<Record<string, unknown> | undefined> {
  const [row] = await sql<Record<string, unknown>[]>`/* placesOf */
    select
      (select stage from interactions) as interaction,
      (select array_agg(stage order by external_id) from contacts) as contacts,
      (select array_agg(stage order by external_id) from feedback) as feedback,
      (select array_agg(contact_channel order by external_id) from contact_events) as events,
      (select channel from quality_reviews) as review,
      (select array_agg(distinct journey_map_id is not null) from contacts) as mapped,
      (select array_agg(cost_e4 order by external_id) from contacts) as costs,
      (select answered from surveys) as answered,
      (select array_agg(contacted order by external_id) from feedback) as contacted,
      (select array_agg(segment order by external_id) from contacts) as segments`
  return row && { ...row }
}
