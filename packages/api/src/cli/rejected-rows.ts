import { closeSync, openSync, writeSync } from 'node:fs'
import { fail } from '@tweeluik/schema'
import type { RejectedRow } from '../ingest/import/import-files.ts'

const SHOWN_MAX = 20

/** The rejections of one import: all are counted, the first are kept to be shown, and a file takes every one. */
export interface RejectedRows {
  counts: Map<string, number>
  shown: RejectedRow[]
  add(row: RejectedRow): void
  close(): void
}

/** Throws a ProblemError when the file cannot be written. */
export function collectRejectedRows(path: string | undefined): RejectedRows {
  const file = path === undefined ? null : openForWriting(path)
  const counts = new Map<string, number>()
  const shown: RejectedRow[] = []
  return {
    counts,
    shown,
    add(row) {
      counts.set(row.code, (counts.get(row.code) ?? 0) + 1)
      if (shown.length < SHOWN_MAX) shown.push(row)
      if (file !== null) writeSync(file, `${JSON.stringify(row)}\n`)
    },
    close() {
      if (file !== null) closeSync(file)
    },
  }
}

function openForWriting(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return fail(
      'FILE_NOT_WRITABLE',
      'rejected',
      `${path} cannot be written${why}.`,
      'Name a file in a folder that is there.',
    )
  }
}
