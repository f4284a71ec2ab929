import { fail } from '@tweeluik/schema'
import type { Database } from '../../db/pools.ts'
import type { Settings } from '../../db/settings.ts'
import { batchById, claimFailed, finishBatch, inboxRows, insertRejections } from '../inbox.queries.ts'
import { loadBatch } from '../load/load-prepared.ts'
import { commitToDisk } from '../load/lock.queries.ts'
import { analyzeGrown } from '../load/statistics.queries.ts'
import { inTurnOfLoads } from '../load/turn.ts'
import { unpack } from '../prepare/packed.ts'
import { openPreparer } from '../prepare/preparer.ts'
import type { Replayed } from './replay.ts'

/** Takes up again a batch that stayed failed, all of it; it stays as it was when that fails again. Null: there is no such batch. */
export async function retryFailed(database: Database, settings: Settings, batchId: string): Promise<Replayed | null> {
  const failed = await batchById(database.owner, batchId)
  const stored = failed?.state === 'failed' ? await inboxRows(database.owner, batchId) : null
  if (!failed || !stored) return null
  const { kind, source } = failed
  const rows = unpack(stored.rows)
  // Apart, as every delivery of such a size is: neither a question nor another load waits for it.
  await using preparer = openPreparer()
  const prepared = await preparer.prepare({ ...settings, kind, source, textual: stored.textual, rows })
  const done = await inTurnOfLoads(database, async sql => {
    await commitToDisk(sql)
    const batch = await claimFailed(sql, batchId)
    if (!batch) return null
    const textAt = (position: number) => rows[position]?.text
    const { outcome, rejections } = await loadBatch(sql, kind, { batch, prepared, textAt }, settings)
    await insertRejections(sql, batch, rejections)
    await finishBatch(sql, batchId, outcome)
    return { replayed: rows.length, ...outcome }
  })
  if (done) await analyzeGrown(database.owner)
  return done
}

/** The database's own words, for who runs it: nobody else is to read them. */
export function explainFailure(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error)
  return fail(
    'LOAD_FAILED',
    'batch',
    `The batch could not be loaded: ${why}.`,
    'It is kept whole: correct what is named here, then replay it.',
  )
}
