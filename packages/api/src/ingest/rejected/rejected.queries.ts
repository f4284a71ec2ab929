import type { RecordKind } from '@tweeluik/schema/records'
import type { Sql, TransactionSql } from '../../db/pools.ts'
import type { Outcome } from '../inbox.queries.ts'
import type { Rejection } from '../prepare/prepare.ts'

/** Which rejected rows are meant; what is left out may be anything. */
export interface Chosen {
  source?: string | null | undefined
  kind?: RecordKind | null | undefined
  code?: string | null | undefined
  batch?: string | null | undefined
}

/** Rows that were refused for one reason. Places in a list are `*` in the path. */
export interface Cause {
  source: string
  kind: RecordKind
  code: string
  path: string
  count: number
  firstReceivedAt: Date
  lastReceivedAt: Date
  /** The newest of them. */
  example: { batchId: string; line: number; message: string; fix: string; text: string }
}

const chosenRows = (
  sql: Sql | TransactionSql,
  { source = null, kind = null, code = null, batch = null }: Chosen,
) => sql`
  (${source}::text is null or source = ${source}) and (${kind}::text is null or kind = ${kind})
  and (${code}::text is null or code = ${code}) and (${batch}::uuid is null or batch_id = ${batch})`

/** Where in a record a row was refused, whatever the place in a list. */
export const placeRefused = (sql: Sql) => sql`regexp_replace(path, '(^|\\.)\\d+(?=\\.|$)', '\\1*', 'g')`

/** What was rejected and is so still, by cause, the most frequent first. */
export async function selectCauses(sql: Sql, chosen: Chosen, limit: number): Promise<Cause[]> {
  return await sql<Cause[]>`/* selectCauses */
    with causes as (
      select source, kind, code, ${placeRefused(sql)} as place, count(*) as count, min(received_at) as first, max(received_at) as last
      from rejected_records where ${chosenRows(sql, chosen)}
      group by 1, 2, 3, 4 order by count desc, 1, 2, 3, 4 limit ${limit}
    )
    select c.source, c.kind, c.code, c.place as path, c.count, c.first as "firstReceivedAt", c.last as "lastReceivedAt", newest.example
    from causes c cross join lateral (
      select jsonb_build_object('batchId', batch_id, 'line', line, 'message', message, 'fix', fix, 'text', left(text, 1000)) as example
      from rejected_records r
      where (r.source, r.kind, r.code, ${placeRefused(sql)}) = (c.source, c.kind, c.code, c.place) and ${chosenRows(sql, chosen)}
      order by received_at desc, position limit 1
    ) newest
    order by c.count desc, c.source, c.kind, c.code, c.place`
}

/** Batches with such rows, in the order in which they were received. */
export async function selectBatches(sql: Sql, chosen: Chosen): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`/* selectBatches */
    select batch_id as id from rejected_records where ${chosenRows(sql, chosen)} group by batch_id order by min(version_sequence)`
  return rows.map(({ id }) => id)
}

export interface RejectedRecord extends Rejection {
  source: string
  kind: RecordKind
  receivedAt: Date
  /** Of the batch in the inbox. */
  sequence: number
  /** Whether `text` stands in the place of what was sent. */
  mended: boolean
}

/** Such rows of one batch that come after a position, in their order. */
export async function selectRejected(
  sql: Sql | TransactionSql,
  chosen: Chosen & { batch: string },
  after: number,
  limit: number,
): Promise<RejectedRecord[]> {
  return await sql<RejectedRecord[]>`/* selectRejected */
    select line, position, source, kind, text, code, path, message, fix, received_at as "receivedAt", version_sequence / 1048576 as sequence, mended
    from rejected_records where ${chosenRows(sql, chosen)} and position > ${after} order by position limit ${limit}`
}

/** Forgets rows that are taken now. */
export async function deleteRejected(
  sql: TransactionSql,
  batchId: string,
  positions: readonly number[],
): Promise<void> {
  await sql`/* deleteRejected */
    delete from rejected_records where batch_id = ${batchId} and position = any(${positions as number[]}::int[])`
}

/** Keeps what was put right of rows that wait, for the day on which they have waited in vain. */
export async function keepMended(
  sql: TransactionSql,
  batchId: string,
  positions: readonly number[],
  texts: readonly string[],
): Promise<void> {
  await sql`/* keepMended */
    update waiting_records w set mended = m.text
    from unnest(${positions as number[]}::int[], ${texts as string[]}::text[]) m(position, text)
    where w.batch_id = ${batchId} and w.version_sequence % 1048576 = m.position`
}

/** Says of rejected rows that their text is what was put right. */
export async function markMended(sql: TransactionSql, batchId: string, positions: readonly number[]): Promise<void> {
  await sql`/* markMended */
    update rejected_records set mended = true where batch_id = ${batchId} and position = any(${positions as number[]}::int[])`
}

/** Gives rows that are refused again the reason that holds now. */
export async function updateReasons(
  sql: TransactionSql,
  batchId: string,
  rejections: readonly Rejection[],
): Promise<void> {
  const pick = <Key extends keyof Rejection>(key: Key) => rejections.map(rejection => rejection[key])
  await sql`/* updateReasons */
    update rejected_records r set code = n.code, path = n.path, message = n.message, fix = n.fix
    from unnest(${pick('position')}::int[], ${pick('code')}::text[], ${pick('path')}::text[], ${pick('message')}::text[],
      ${pick('fix')}::text[]) n(position, code, path, message, fix)
    where r.batch_id = ${batchId} and r.position = n.position`
}

/** Moves rows of a batch from `rejected` to what has become of them. */
export async function moveInBooks(sql: TransactionSql, batchId: string, moved: Outcome, rows: number): Promise<void> {
  await sql`/* moveInBooks */
    update ingest_batches set created = created + ${moved.created}, updated = updated + ${moved.updated},
      unchanged = unchanged + ${moved.unchanged}, waiting = waiting + ${moved.waiting}, rejected = rejected - ${rows - moved.rejected}
    where id = ${batchId}`
}

/** A batch whose load failed again and again. It is whole in the inbox. */
export interface FailedBatch {
  batchId: string
  source: string
  kind: RecordKind
  received: number
  receivedAt: Date
}

export async function selectFailed(
  sql: Sql,
  { source = null, kind = null, batch = null }: Chosen,
): Promise<FailedBatch[]> {
  return await sql<FailedBatch[]>`/* selectFailed */
    select id as "batchId", source, kind, received, received_at as "receivedAt" from ingest_batches
    where state = 'failed' and (${source}::text is null or source = ${source}) and (${kind}::text is null or kind = ${kind})
      and (${batch}::uuid is null or id = ${batch})
    order by sequence`
}
