import type { TransactionSql } from '../../db/pools.ts'
import type { Outcome, StoredBatch } from '../inbox.queries.ts'
import { type Prepared, type Rejection, refusal } from '../prepare/prepare.ts'
import { type LoadResult, type LoadSettings, loadBatch } from './load.ts'

export interface LoadedRows extends Omit<LoadResult, 'rejections'> {
  outcome: Outcome
  /** In the order of their rows. */
  rejections: Rejection[]
}

/** Loads prepared rows with the version of their batch, and puts together what was refused before and by the database. */
export async function loadPrepared(
  sql: TransactionSql,
  { id, kind, receivedAt, sequence }: Pick<StoredBatch, 'id' | 'kind' | 'receivedAt' | 'sequence'>,
  { copy, superseded, repeated, rejections: refused }: Prepared,
  settings: LoadSettings,
  textAt: (position: number) => string | undefined,
): Promise<LoadedRows> {
  const loaded = await loadBatch(sql, { kind, batchId: id, receivedAt, sequence, copy, superseded, settings })
  const late = loaded.rejections.map(({ line, position, ...problem }) =>
    refusal(problem, { line, text: textAt(position) ?? '' }, position),
  )
  const rejections = [...refused, ...late].sort((left, right) => left.position - right.position)
  const { created, updated, unchanged, waiting } = loaded
  const outcome = { created, updated, unchanged: unchanged + repeated, waiting, rejected: rejections.length }
  return { ...loaded, outcome, rejections }
}
