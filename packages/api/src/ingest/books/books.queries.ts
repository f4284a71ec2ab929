import type { RecordKind } from '@tweeluik/schema/records'
import type { Sql } from '../../db/pools.ts'
import type { Outcome, StoredBatch } from '../inbox.queries.ts'
import { placeRefused } from '../rejected/rejected.queries.ts'

/** What one source has sent of one kind. */
export interface Sent extends Outcome {
  source: string
  kind: RecordKind
  batches: number
  received: number
  /** Received and still to be loaded. */
  queued: number
  failedBatches: number
  lastReceivedAt: Date
  /** Null: nothing is loaded yet. */
  lastLoadedAt: Date | null
}

/** Which deliveries are meant; null: any. */
export interface Deliveries {
  source: string | null
  kind: RecordKind | null
  state: string | null
}

/** By source and kind, the one that sent last first. */
export async function selectSent(sql: Sql, source: string | null, since: Date): Promise<Sent[]> {
  return await sql<Sent[]>`/* selectSent */
    select source, kind, count(*) as batches, sum(received)::bigint as received, sum(created)::bigint as created,
      sum(updated)::bigint as updated, sum(unchanged)::bigint as unchanged, sum(waiting)::bigint as waiting,
      sum(rejected)::bigint as rejected, coalesce(sum(received) filter (where state in ('queued', 'loading')), 0)::bigint as queued,
      count(*) filter (where state = 'failed') as "failedBatches", max(received_at) as "lastReceivedAt", max(loaded_at) as "lastLoadedAt"
    from ingest_batches where received_at >= ${since} and (${source}::text is null or source = ${source})
    group by source, kind order by max(received_at) desc, source, kind`
}

export type ListedBatch = Omit<StoredBatch, 'bodySha256' | 'attempts'> & { loadedAt: Date | null }

/** The newest first, received before a place in the inbox. */
export async function selectDeliveries(
  sql: Sql,
  { source, kind, state }: Deliveries,
  before: number | null,
  limit: number,
): Promise<ListedBatch[]> {
  return await sql<ListedBatch[]>`/* selectDeliveries */
    select id, sequence, source, kind, state, received_at as "receivedAt", loaded_at as "loadedAt", received, created, updated,
      unchanged, waiting, rejected
    from ingest_batches
    where (${before}::bigint is null or sequence < ${before}) and (${source}::text is null or source = ${source})
      and (${kind}::text is null or kind = ${kind}) and (${state}::text is null or state = ${state})
    order by sequence desc limit ${limit}`
}

/** Records that cannot stand alone and whose contact has not come. */
export interface Waiting {
  source: string
  /** In the singular. */
  kind: string
  count: number
  since: Date
}

export async function selectWaiting(sql: Sql, source: string | null): Promise<Waiting[]> {
  return await sql<Waiting[]>`/* selectWaiting */
    select source, kind, count(*) as count, min(since) as since from waiting_records
    where ${source}::text is null or source = ${source} group by source, kind order by min(since), source, kind`
}

/** One rejected row, as it was refused. */
export interface RefusedRow {
  batchId: string
  position: number
  line: number
  source: string
  kind: RecordKind
  code: string
  path: string
  message: string
  fix: string
  text: string
  receivedAt: Date
}

export interface RefusedCause {
  source: string
  kind: RecordKind
  code: string
  /** Places in a list are `*`. */
  path: string
}

export type RowPlace = Pick<RefusedRow, 'receivedAt' | 'batchId' | 'position'>

/** Rows of one cause, the newest delivery first, after a place. */
export async function selectRefused(
  sql: Sql,
  { source, kind, code, path }: RefusedCause,
  after: RowPlace | null,
  limit: number,
): Promise<RefusedRow[]> {
  return await sql<RefusedRow[]>`/* selectRefused */
    select batch_id as "batchId", position, line, source, kind, code, path, message, fix, left(text, 10000) as text, received_at as "receivedAt"
    from rejected_records
    where source = ${source} and kind = ${kind} and code = ${code}
      and ${placeRefused(sql)} = ${path}
      and (${after?.batchId ?? null}::uuid is null or (received_at, batch_id, -position)
        < (${after?.receivedAt ?? null}::timestamptz, ${after?.batchId ?? null}::uuid, ${-(after?.position ?? 0)}::int))
    order by received_at desc, batch_id desc, position limit ${limit}`
}
