import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../db/pools.ts'
import type { StoredBatch, StoredRejection } from './inbox.queries.ts'

/** What became of a delivery. `received = created + updated + unchanged + waiting + rejected` once it is loaded. */
export interface BatchReceipt {
  batchId: string
  state: 'queued' | 'loading' | 'loaded' | 'failed'
  received: number
  created: number
  updated: number
  unchanged: number
  waiting: number
  rejected: number
  /** The first of them, in the order of their lines. */
  rejections: readonly StoredRejection[]
  /** What to know of rows that were taken: an outcome that its events contradict, a second answer, a step off the map. */
  notices: readonly StoredRejection[]
}

/** Rejections and notices given with a receipt; all are kept. */
export const REJECTIONS_SHOWN = 1_000

export interface Delivery {
  /** The sender's system, as in `?source=`. */
  source: string
  kind: RecordKind
  /** Cells of a CSV or mapping: all text. */
  textual: boolean
  idempotencyKey?: string | null
  /** The name of the token it comes with. Null: none. */
  sentBy?: string | null
  /** The same road to the end, then undone. */
  dryRun?: boolean
  /** How long to wait for the load before a receipt `queued` is given. */
  waitSeconds?: number
  /** The header of the file, where a mapping read it: the rows can then be mapped again. */
  header?: string | null
  /** Done in the very transaction that makes the batch durable. */
  alongside?(sql: TransactionSql): Promise<void>
  /** Called when the batch is durable and has its turn: what is delivered from then on is loaded after it. */
  onTurn?(): void
}

export function receiptOf(
  batch: StoredBatch,
  rejections: readonly StoredRejection[],
  notices: readonly StoredRejection[],
): BatchReceipt {
  const { id: batchId, state, received, created, updated, unchanged, waiting, rejected } = batch
  return { batchId, state, received, created, updated, unchanged, waiting, rejected, rejections, notices }
}
