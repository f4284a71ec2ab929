import { setTimeout } from 'node:timers/promises'
import { fail, ProblemError } from '@tweeluik/schema'
import { explainConnection } from '../../db/connection-failure.ts'
import type { Database } from '../../db/pools.ts'
import type { Settings } from '../../db/settings.ts'
import { type Door, openDoor } from '../door.ts'
import { queuedRows, rejectionsOf } from '../inbox.queries.ts'
import type { BatchReceipt, Delivery } from '../receipt.ts'
import { ABANDONED_AFTER_MS } from '../work.ts'
import { BATCH_ROWS_MAX, type Batch } from './batches.ts'
import type { BatchAnswer } from './totals.ts'

const WAIT_SECONDS = 86_400
/** Between two looks at a full queue. */
const PAUSE_MS = 500

/** Rows of one kind, handed over together. */
export interface AcceptedBatch
  extends Pick<Delivery, 'kind' | 'textual' | 'header' | 'alongside'>,
    Pick<Batch, 'rows'> {}

/** The door as an import uses it: it waits for every load, however long, and asks for every rejection. */
export interface Acceptor {
  /**
   * Calls `onTurn` when what is accepted from then on is loaded after this batch.
   * Throws a ProblemError when the batch is kept but could not be loaded.
   */
  accept(batch: AcceptedBatch, onTurn: () => void): Promise<BatchAnswer>
  /** Waits while so many rows or more are still to be loaded; loads them where no server does. */
  awaitRoom(rowsMax: number, signal: AbortSignal, onFull: () => void): Promise<void>
  close(): Promise<void>
}

/** By a door: waits for the load, however long, and asks for every rejection. */
export function acceptorBy(
  door: Door,
  { owner }: Pick<Database, 'owner'>,
  from: Pick<Delivery, 'source' | 'sentBy' | 'dryRun'>,
) {
  return async ({ rows, ...batch }: AcceptedBatch, onTurn: () => void): Promise<BatchReceipt> => {
    const receipt = await door.accept({ ...batch, ...from, waitSeconds: WAIT_SECONDS, onTurn }, rows)
    const more = !from.dryRun && receipt.rejected > receipt.rejections.length
    return more ? { ...receipt, rejections: await rejectionsOf(owner, receipt.batchId, receipt.rejected) } : receipt
  }
}

export function openAcceptor(
  database: Database,
  settings: Settings,
  from: { source: string; dryRun: boolean },
): Acceptor {
  let failure: unknown = null
  const door = openDoor({
    ...settings,
    database,
    batchRowsMax: BATCH_ROWS_MAX,
    onFailure: error => {
      failure = error
    },
  })
  const accept = acceptorBy(door, database, from)
  return {
    async accept(batch, onTurn) {
      const receipt = await accept(batch, onTurn).catch(error => explainConnection(error, database.url))
      return receipt.state === 'loaded' ? receipt : explainFailure(failure, receipt.batchId, database.url)
    },
    async awaitRoom(rowsMax, signal, onFull) {
      for (let full = false; !signal.aborted && (await queuedRows(database.owner)) >= rowsMax; full = true) {
        if (!full) onFull()
        const loaded = await door.recover(ABANDONED_AFTER_MS, () => !signal.aborted)
        if (loaded === 0) await setTimeout(PAUSE_MS)
      }
    },
    close: () => door.close(),
  }
}

function explainFailure(failure: unknown, batchId: string, url: string): never {
  try {
    explainConnection(failure, url)
  } catch (error) {
    if (error instanceof ProblemError) throw error
  }
  const why = failure instanceof Error ? failure.message : 'its load did not end'
  fail(
    'LOAD_FAILED',
    '',
    `A batch could not be loaded: ${why}.`,
    `It is kept as ${batchId}; the server tries again while it runs.`,
  )
}
