import type { Database, TransactionSql } from '../../db/pools.ts'
import type { Settings } from '../../db/settings.ts'
import { inboxRows, type Outcome } from '../inbox.queries.ts'
import { loadBatch } from '../load/load-prepared.ts'
import { commitToDisk } from '../load/lock.queries.ts'
import { analyzeGrown } from '../load/statistics.queries.ts'
import { inTurnOfLoads } from '../load/turn.ts'
import type { Mapping } from '../mapping/load-mapping.ts'
import { prepare } from '../prepare/prepare.ts'
import { type Mended, sentMended } from './mended.ts'
import {
  type Chosen,
  deleteRejected,
  keepMended,
  moveInBooks,
  type RejectedRecord,
  selectBatches,
  selectRejected,
  updateReasons,
} from './rejected.queries.ts'
import { remapped } from './remap.ts'
import { lineOf, type SentRows, sentRows } from './sent-rows.ts'

/** Nobody else's load waits longer than for so many rows. */
const ROWS_MAX = 2_000
/** A row that contradicts another of its batch would take its place: only who names this code means that. */
const ONE_OF_TWO = 'DUPLICATE_ID'

/** What has become of the rows; `replayed` is the sum of the others. */
export interface Replayed extends Outcome {
  replayed: number
}

interface ReplayWork {
  database: Database
  settings: Settings
  chosen: Chosen
  /** Only these rows, as they are now. Left out: every chosen row as it was sent. */
  mended?: Mended | undefined
  /** Makes the chosen rows anew of what was sent. */
  mapping?: Mapping | undefined
  /** Aborted: the rows in hand are finished and no more are begun. */
  signal: AbortSignal
}

/**
 * Loads rejected rows again as they were sent, mended or mapped anew, each with the version that it would have had: what has come
 * since and is newer stays. What is taken leaves `rejected` in the books of its batch; what is refused again keeps its
 * place there, with the reason that holds now. Safe at any time, beside a server and twice.
 */
export async function replayRejected({
  database,
  settings,
  chosen,
  mended,
  mapping,
  signal,
}: ReplayWork): Promise<Replayed> {
  const { owner } = database
  const total: Replayed = { replayed: 0, created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 0 }
  for (const batch of mended?.keys() ?? (await selectBatches(owner, chosen))) {
    if (signal.aborted) break
    const put = mended?.get(batch)
    const stored = mapping ? await inboxRows(owner, batch) : null
    const sent = put ? sentMended(put) : await sentRows(owner, batch)
    const isMeant = ({ position, code }: RejectedRecord) =>
      put ? put.has(position) : code !== ONE_OF_TWO || chosen.code === ONE_OF_TWO
    for (let after = -1; !signal.aborted; ) {
      const turn = await inTurnOfLoads(database, async sql => {
        await commitToDisk(sql)
        const found = await selectRejected(sql, { ...chosen, batch }, after, ROWS_MAX)
        const rows = found.filter(isMeant)
        const again = mapping ? await remapped(mapping, stored, rows) : sent
        const outcome = await replay(sql, batch, rows, again, settings)
        if (put || mapping) await keepWaitingMended(sql, batch, rows, again, outcome)
        return { found, rows, outcome }
      })
      total.replayed += turn.rows.length
      for (const [name, count] of Object.entries(turn.outcome)) total[name as keyof Outcome] += count
      after = turn.found.at(-1)?.position ?? after
      if (turn.found.length < ROWS_MAX) break
    }
  }
  if (total.replayed > 0) await analyzeGrown(owner)
  return total
}

async function replay(
  sql: TransactionSql,
  batchId: string,
  rows: readonly RejectedRecord[],
  sent: SentRows,
  settings: Settings,
): Promise<Outcome> {
  const [first] = rows
  if (!first) return { created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 0 }
  const positions = rows.map(({ position }) => position)
  const { source, kind, receivedAt, sequence } = first
  const prepared = prepare({ ...settings, kind, source, textual: sent.textual, rows: rows.map(sent.rowOf), positions })
  const textAt = (position: number) => rows.find(row => row.position === position)?.text
  const batch = { id: batchId, receivedAt, sequence }
  const { outcome, rejections } = await loadBatch(sql, kind, { batch, prepared, textAt }, settings)
  const refused = new Set(rejections.map(({ position }) => position))
  await updateReasons(sql, batchId, rejections)
  await deleteRejected(
    sql,
    batchId,
    positions.filter(position => !refused.has(position)),
  )
  await moveInBooks(sql, batchId, outcome, rows.length)
  return outcome
}

/** A row that waits in vain comes back as it is now, not as it was sent. */
async function keepWaitingMended(
  sql: TransactionSql,
  batchId: string,
  rows: readonly RejectedRecord[],
  sent: SentRows,
  { waiting }: Outcome,
): Promise<void> {
  if (waiting === 0) return
  await keepMended(
    sql,
    batchId,
    rows.map(({ position }) => position),
    rows.map(row => lineOf(row, sent)),
  )
}
