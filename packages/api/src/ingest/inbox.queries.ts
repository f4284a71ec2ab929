import type { RecordKind } from '@tweeluik/schema/records'
import type { Sql, TransactionSql } from '../db/pools.ts'
import { THIS_LOAD } from './load/lock.queries.ts'
import type { Rejection } from './prepare/prepare.ts'

export interface StoredBatch {
  id: string
  sequence: number
  source: string
  kind: RecordKind
  bodySha256: string
  receivedAt: Date
  state: 'queued' | 'loaded' | 'failed'
  received: number
  created: number
  updated: number
  unchanged: number
  waiting: number
  rejected: number
  attempts: number
}

export interface NewBatch {
  id: string
  source: string
  kind: RecordKind
  idempotencyKey: string | null
  bodySha256: string
  /** The name of the token it came with. Null: none. */
  sentBy: string | null
  received: number
}

const COLUMNS = [
  'id',
  'sequence',
  'source',
  'kind',
  'body_sha256',
  'received_at',
  'state',
  'received',
  'created',
  'updated',
  'unchanged',
  'waiting',
  'rejected',
  'attempts',
] as const

const columns = (sql: Sql | TransactionSql) =>
  sql.unsafe(
    COLUMNS.map(
      column => `${column} as "${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}"`,
    ).join(', '),
  )

/** Null when another batch of this source has the key. */
export async function insertBatch(sql: TransactionSql, batch: NewBatch): Promise<StoredBatch | null> {
  const [stored] = await sql<StoredBatch[]>`/* insertBatch */
    insert into ingest_batches (id, source, kind, idempotency_key, body_sha256, sent_by, received_at, state, received)
    values (${batch.id}, ${batch.source}, ${batch.kind}, ${batch.idempotencyKey}, ${batch.bodySha256}, ${batch.sentBy}, clock_timestamp(), 'queued', ${batch.received})
    on conflict (source, idempotency_key) where idempotency_key is not null do nothing
    returning ${columns(sql)}`
  return stored ?? null
}

export async function insertInbox(
  sql: TransactionSql,
  batchId: string,
  rows: Buffer,
  { textual, header = null }: { textual: boolean; header?: string | null | undefined },
): Promise<void> {
  await sql`/* insertInbox */
    insert into inbox (batch_id, rows, textual, header) values (${batchId}, ${rows}, ${textual}, ${header})`
}

export async function batchByKey(sql: Sql, source: string, key: string): Promise<StoredBatch | null> {
  const [stored] = await sql<StoredBatch[]>`/* batchByKey */
    select ${columns(sql)} from ingest_batches where source = ${source} and idempotency_key = ${key}`
  return stored ?? null
}

export async function batchById(sql: Sql, id: string): Promise<StoredBatch | null> {
  const [stored] = await sql<StoredBatch[]>`/* batchById */ select ${columns(sql)} from ingest_batches where id = ${id}`
  return stored ?? null
}

/** Takes a failed batch for this transaction. Null: it is not, or no longer, failed. */
export async function claimFailed(sql: TransactionSql, id: string): Promise<StoredBatch | null> {
  const [stored] = await sql<StoredBatch[]>`/* claimFailed */
    select ${columns(sql)} from ingest_batches where id = ${id} and state = 'failed' for update`
  return stored ?? null
}

/** Takes those of the batches for this transaction that are queued, in the order of the inbox. */
export async function claimQueued(sql: TransactionSql, ids: readonly string[]): Promise<StoredBatch[]> {
  return await sql<StoredBatch[]>`/* claimQueued */
    select ${columns(sql)} from ingest_batches where id = any(${ids as string[]}::uuid[]) and state = 'queued' order by sequence for update`
}

/** The oldest batch whose next try is due, or that nobody has tried to load although it has waited for `olderThanMs`. */
export async function abandonedBatch(sql: Sql, olderThanMs: number): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`/* abandonedBatch */
    select id from ingest_batches
    where state = 'queued'
      and coalesce(retry_at, received_at + make_interval(secs => ${olderThanMs / 1000})) <= clock_timestamp()
    order by sequence limit 1 for update skip locked`
  return row?.id ?? null
}

export interface InboxRows {
  rows: Buffer
  textual: boolean
  /** Null: of rows that no mapping made of a file with one. */
  header: string | null
}

export async function inboxRows(sql: Sql | TransactionSql, id: string): Promise<InboxRows | null> {
  const [row] = await sql<InboxRows[]>`/* inboxRows */
    select rows, textual, header from inbox where batch_id = ${id}`
  return row ?? null
}

/** Rows that are accepted and still to be loaded; a batch weighs at least as much as a hundred. */
export async function queuedRows(sql: Sql): Promise<number> {
  const [queue] = await sql<{ rows: number }[]>`/* queuedRows */
    select coalesce(sum(greatest(received, 100)), 0) as rows from ingest_batches where state in ('queued', 'loading')`
  return queue?.rows ?? 0
}

export interface Outcome {
  created: number
  updated: number
  unchanged: number
  waiting: number
  rejected: number
}

export async function finishBatch(sql: TransactionSql, id: string, outcome: Outcome): Promise<void> {
  await sql`/* finishBatch */
    update ingest_batches set state = 'loaded', loaded_at = clock_timestamp(), load_number = ${sql.unsafe(THIS_LOAD)}, created = ${outcome.created}, updated = ${outcome.updated},
      unchanged = ${outcome.unchanged}, waiting = ${outcome.waiting}, rejected = ${outcome.rejected}
    where id = ${id}`
}

/** Counts a failed try, the next one being due four times as late; after `triesMax` the batch stays failed, whole in the inbox. */
export async function countFailure(sql: Sql, id: string, triesMax: number): Promise<void> {
  await sql`/* countFailure */
    update ingest_batches set attempts = attempts + 1, retry_at = clock_timestamp() + interval '5 seconds' * power(4, attempts), state = case when attempts + 1 >= ${triesMax} then 'failed' else state end
    where id = ${id} and state = 'queued'`
}

/** Puts the next try off, without counting one. */
export async function postponeBatch(sql: Sql, id: string): Promise<void> {
  await sql`/* postponeBatch */
    update ingest_batches set retry_at = clock_timestamp() + interval '2 seconds' where id = ${id} and state = 'queued'`
}

/** Rejected rows, whole, with the version they keep when they are replayed. */
export async function insertRejections(
  sql: TransactionSql,
  batch: Pick<StoredBatch, 'id' | 'source' | 'kind' | 'receivedAt' | 'sequence'>,
  rejections: readonly Rejection[],
): Promise<void> {
  if (rejections.length === 0) return
  const pick = <Key extends keyof Rejection>(key: Key) => rejections.map(rejection => rejection[key])
  await sql`/* insertRejections */
    insert into rejected_records (batch_id, line, position, source, kind, text, code, path, message, fix, received_at, version_sequence)
    select ${batch.id}, line, position, ${batch.source}, ${batch.kind}, text, code, path, message, fix, ${batch.receivedAt},
      ${batch.sequence}::bigint * 1048576 + position
    from unnest(${pick('line')}::int[], ${pick('position')}::int[], ${pick('text')}::text[], ${pick('code')}::text[],
      ${pick('path')}::text[], ${pick('message')}::text[], ${pick('fix')}::text[]) r(line, position, text, code, path, message, fix)
    on conflict do nothing`
}

export interface StoredRejection {
  line: number
  path: string
  code: string
  message: string
  fix: string
}

export async function rejectionsOf(sql: Sql, batchId: string, limit: number): Promise<StoredRejection[]> {
  return await sql<StoredRejection[]>`/* rejectionsOf */
    select line, path, code, message, fix from rejected_records where batch_id = ${batchId} order by position limit ${limit}`
}

export async function noticesOf(sql: Sql, batchId: string, limit: number): Promise<StoredRejection[]> {
  return await sql<StoredRejection[]>`/* noticesOf */
    select line, path, code, message, fix from ingest_notices where batch_id = ${batchId} order by position, code limit ${limit}`
}
