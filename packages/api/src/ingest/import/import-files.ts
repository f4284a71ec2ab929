import type { Problem, ProblemError } from '@tweeluik/schema'
import { startRun } from '../mapping/make-record.ts'
import { openTandem } from '../tandem.ts'
import { type Batch, readBatches } from './batches.ts'
import type { PlannedFile } from './plan-files.ts'
import { type BatchAnswer, type ImportTotals, openTotals } from './totals.ts'

export interface RejectedRow extends Problem {
  file: string
  line: number
}

export interface ImportWork {
  files: PlannedFile[]
  batchRowsMax: number
  /**
   * Stores one batch for good, or with a dry run only judges it; calls `onTurn` when what is accepted from then on is
   * loaded after it.
   */
  accept: (batch: Batch, onTurn: () => void) => Promise<BatchAnswer>
  /** Called after each batch; `doneBytes` counts the files before too, and never falls. */
  onProgress: (doneBytes: number, receivedRows: number) => void
  onRejected: (row: RejectedRow) => void
  /** Aborted: the batch under way is finished and nothing more is begun. */
  signal: AbortSignal
}

export interface ImportResult extends ImportTotals {
  /** Rows of which the mapping makes nothing. */
  skippedRows: number
  /** Files that could not be read, or not to their end. */
  unreadable: (Problem & { file: string })[]
  stopped: boolean
}

/**
 * Imports the files in order: while one batch is loaded the next is made ready and the one after it is read. A file that
 * cannot be read costs no other.
 */
export async function importFiles(work: ImportWork): Promise<ImportResult> {
  const { files, batchRowsMax, accept, onProgress, onRejected, signal } = work
  const run = startRun()
  const totals = openTotals()
  const result: ImportResult = { ...totals.result(), skippedRows: 0, unreadable: [], stopped: false }
  let bytesBefore = 0
  let bytesDone = 0

  async function store(batch: Batch, before: number, onTurn: () => void): Promise<void> {
    const { rejections, ...answer } = await accept(batch, onTurn)
    totals.add(batch.kind, answer)
    for (const rejection of rejections) onRejected({ ...rejection, file: batch.file.path })
    // What is loaded together may be answered in another order than it was read in.
    bytesDone = Math.max(bytesDone, before + batch.readBytes)
    onProgress(bytesDone, result.totals.received)
  }

  for (const together of readTogether(files)) {
    const onUnreadable = (file: PlannedFile, { problem }: ProblemError) =>
      result.unreadable.push({ ...problem, file: file.path })
    const tandem = openTandem()
    try {
      for await (const batch of readBatches({ files: together, run, rowsMax: batchRowsMax, onUnreadable })) {
        result.stopped = signal.aborted
        if (result.stopped) break
        const before = bytesBefore
        await tandem.add(onTurn => store(batch, before, onTurn))
      }
    } finally {
      await tandem.done()
    }
    if (result.stopped) break
    bytesBefore += together.reduce((sum, file) => sum + file.sizeBytes, 0)
  }
  return { ...result, skippedRows: run.skippedRows }
}

/** The files of one mapping are read together, since what belongs together may stand in several of them. */
function readTogether(files: PlannedFile[]): PlannedFile[][] {
  return [...Map.groupBy(files, ({ path, reading }) => ('kind' in reading ? path : reading)).values()]
}
