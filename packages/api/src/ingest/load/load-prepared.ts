import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import type { Outcome, StoredBatch } from '../inbox.queries.ts'
import { type Prepared, type Rejection, refusal } from '../prepare/prepare.ts'
import { type LoadResult, type LoadSettings, loadBatches } from './load.ts'

/** A batch with its rows, or some of them, prepared. */
export interface PreparedRows {
  batch: Pick<StoredBatch, 'id' | 'receivedAt' | 'sequence'>
  prepared: Prepared
  /** What was sent in this place of the batch. */
  textAt(position: number): string | undefined
}

export interface LoadedRows extends Omit<LoadResult, 'rejections'> {
  outcome: Outcome
  /** In the order of their rows. */
  rejections: Rejection[]
}

/**
 * Loads prepared rows of one kind with the versions of their batches, and puts together what was refused before and by
 * the database, batch by batch.
 */
export async function loadPrepared(
  sql: TransactionSql,
  kind: RecordKind,
  rows: readonly PreparedRows[],
  settings: LoadSettings,
): Promise<{ loaded: LoadedRows[]; brandsAdded: number }> {
  const batches = rows.map(({ batch: { id, receivedAt, sequence }, prepared: { slot, copy, superseded } }) => ({
    id,
    receivedAt,
    sequence,
    slot,
    copy,
    superseded,
  }))
  const { results, brandsAdded } = await loadBatches(sql, { kind, batches, settings })
  const loaded = rows.flatMap((of, index) => {
    const result = results[index]
    return result ? [withRefused(of, result)] : []
  })
  return { loaded, brandsAdded }
}

/** The rows of one batch. */
export async function loadBatch(
  sql: TransactionSql,
  kind: RecordKind,
  rows: PreparedRows,
  settings: LoadSettings,
): Promise<LoadedRows & { brandsAdded: number }> {
  const { loaded, brandsAdded } = await loadPrepared(sql, kind, [rows], settings)
  return { ...(loaded[0] as LoadedRows), brandsAdded }
}

function withRefused({ prepared, textAt }: PreparedRows, result: LoadResult): LoadedRows {
  const late = result.rejections.map(({ line, position, ...problem }) =>
    refusal(problem, { line, text: textAt(position) ?? '' }, position),
  )
  const rejections = [...prepared.rejections, ...late].sort((left, right) => left.position - right.position)
  const { created, updated, unchanged, waiting } = result
  const outcome = {
    created,
    updated,
    unchanged: unchanged + prepared.repeated,
    waiting,
    rejected: rejections.length,
  }
  return { ...result, outcome, rejections }
}
