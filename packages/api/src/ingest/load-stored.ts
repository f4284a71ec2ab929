import { randomUUID } from 'node:crypto'
import type { TransactionSql } from '../db/pools.ts'
import { finishBatch, insertBatch, insertInbox, insertRejections, type StoredBatch } from './inbox.queries.ts'
import type { LoadSettings } from './load/load.ts'
import { type LoadedRows, loadPrepared } from './load/load-prepared.ts'
import type { Notice } from './load/notices.ts'
import { unpack } from './prepare/packed.ts'
import type { PreparedBatch } from './prepare/preparer.ts'
import type { RawRow } from './read/row.ts'
import { type BatchReceipt, type Delivery, receiptOf } from './receipt.ts'

/** Loads batches of one kind that are in the inbox; then they are loaded in the books, too. */
export async function loadStored(
  sql: TransactionSql,
  stored: readonly { batch: StoredBatch; prepared: PreparedBatch }[],
  settings: LoadSettings,
): Promise<{ loaded: LoadedRows[]; brandsAdded: number }> {
  const rows = stored.map(({ batch, prepared }) => {
    let sent: RawRow[] | undefined
    const textAt = (position: number) => {
      sent ??= unpack(prepared.bytes)
      return sent[position]?.text
    }
    return { batch, prepared, textAt }
  })
  const { loaded, brandsAdded } = await loadPrepared(sql, stored[0]?.batch.kind ?? 'contacts', rows, settings)
  for (const [index, { rejections, outcome }] of loaded.entries()) {
    const batch = stored[index]?.batch as StoredBatch
    await insertRejections(sql, batch, rejections)
    await finishBatch(sql, batch.id, outcome)
  }
  return { loaded, brandsAdded }
}

/** Stores a new batch and loads it, in the transaction in hand. */
export async function storeAndLoad(
  sql: TransactionSql,
  { source, kind, textual, sentBy = null }: Pick<Delivery, 'source' | 'kind' | 'textual' | 'sentBy'>,
  received: number,
  prepared: PreparedBatch,
  settings: LoadSettings,
): Promise<{ receipt: BatchReceipt; brandsAdded: number }> {
  const batch = await insertBatch(sql, {
    id: randomUUID(),
    source,
    kind,
    idempotencyKey: null,
    bodySha256: prepared.sha256,
    sentBy,
    received,
  })
  if (!batch) throw new Error('A batch without a key always has a place')
  await insertInbox(sql, batch.id, prepared.bytes, { textual })
  const { loaded, brandsAdded } = await loadStored(sql, [{ batch, prepared }], settings)
  const [{ outcome, rejections, notices }] = loaded as [LoadedRows]
  const receipt = receiptOf({ ...batch, ...outcome, state: 'loaded' }, rejections.map(shown), notices.map(shown))
  return { receipt, brandsAdded }
}

const shown = ({ line, path, code, message, fix }: Notice) => ({ line, path, code, message, fix })
