import type { Problem } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'
import type { Database } from '../../db/pools.ts'
import type { Door } from '../door.ts'
import { acceptorBy } from '../import/accept-batches.ts'
import { BATCH_ROWS_MAX } from '../import/batches.ts'
import { type ImportWork, importFiles } from '../import/import-files.ts'
import type { PlannedFile } from '../import/plan-files.ts'
import type { Totals } from '../import/totals.ts'
import type { Delivery } from '../receipt.ts'
import { type Cause, openCauses } from './causes.ts'

/** Tried at most; no other load has its turn meanwhile. */
const TRIED_ROWS_MAX = 200_000

/** What became of a file. `received = created + updated + unchanged + waiting + rejected + queued`. */
export interface FileOutcome extends Totals {
  dryRun: boolean
  /** Rows that are safe and still to be loaded. */
  queued: number
  /** Rows of which the mapping makes nothing. */
  skipped: number
  kinds: ({ kind: RecordKind } & Totals)[]
  /** Why rows were refused, the most frequent first. */
  causes: Cause[]
  /** Why the file could not be read, or not to its end: what came before was. */
  problem: Problem | null
  /** The rest of the file was left: so many rows are tried at most, or the server is being stopped. */
  stopped: boolean
}

export interface FileTask {
  file: PlannedFile
  delivery: Required<Pick<Delivery, 'source' | 'sentBy' | 'dryRun'>>
  door: Door
  database: Pick<Database, 'owner'>
  onProgress: ImportWork['onProgress']
  /** Aborted: the batch under way is finished, and stays; a dry run is undone. */
  signal: AbortSignal
}

/** As the command line imports a file; a dry run does the same in one transaction, and undoes it. */
export async function loadFile({ file, delivery, door, database, onProgress, signal }: FileTask): Promise<FileOutcome> {
  const causes = openCauses()
  const enough = new AbortController()
  let queued = 0

  const run = (accept: ImportWork['accept']) =>
    importFiles({
      files: [file],
      batchRowsMax: Math.min(BATCH_ROWS_MAX, door.batchRowsMax),
      async accept(batch, onTurn) {
        const answer = await accept(batch, onTurn)
        for (const rejection of answer.rejections) causes.add(batch.kind, rejection)
        return answer
      },
      onProgress(doneBytes, receivedRows) {
        if (delivery.dryRun && receivedRows >= TRIED_ROWS_MAX) enough.abort()
        onProgress(doneBytes, receivedRows)
      },
      onRejected: () => {},
      signal: AbortSignal.any([signal, enough.signal]),
    })

  const byDoor = acceptorBy(door, database, delivery)
  const result = delivery.dryRun
    ? await door.tryOut(tryBatch =>
        run(({ kind, textual, rows }, onTurn) => tryBatch({ source: delivery.source, kind, textual }, rows, onTurn)),
      )
    : await run(async (batch, onTurn) => {
        const receipt = await byDoor(batch, onTurn)
        if (receipt.state !== 'loaded') queued += receipt.received
        return receipt
      })
  const { totals, kinds, skippedRows, unreadable, stopped } = result
  return {
    ...totals,
    dryRun: delivery.dryRun,
    queued,
    skipped: skippedRows,
    kinds: [...kinds].map(([kind, ofKind]) => ({ kind, ...ofKind })),
    causes: causes.mostFrequent(),
    problem: unreadable[0] ? withoutFile(unreadable[0]) : null,
    stopped,
  }
}

const withoutFile = ({ code, path, message, fix }: Problem): Problem => ({ code, path, message, fix })
