import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fail } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'
import type { Refs } from '@tweeluik/schema/tables'
import type { TransactionSql } from '../db/pools.ts'
import { sentRecord } from '../ingest/sent-record.ts'
import { type Chosen, selectGone, selectRows } from './export.queries.ts'
import { type ExportedRecord, type ExportFormat, fileOf } from './formats.ts'

export interface ExportTask extends Chosen {
  sql: TransactionSql
  kind: RecordKind
  format: ExportFormat
  forSpreadsheet: boolean
  /** Null: to standard output. */
  file: string | null
  signal: AbortSignal
  /** Told of each record. */
  onRecord(deleted: boolean): void
}

/**
 * Writes the records of one kind and source as they could be sent, in the order of their ids. A file comes to be when it
 * is complete, in the place of the one that was there; until then, and if it never is, that one stays.
 */
export async function exportRecords({
  kind,
  format,
  forSpreadsheet,
  file,
  signal,
  ...task
}: ExportTask): Promise<void> {
  const bytes = fileOf(format, kind, recordsOf(kind, task), forSpreadsheet)
  if (file === null) return await pipeline(bytes, process.stdout, { end: false, signal }).catch(unlessClosed)
  const part = `${file}.part-${process.pid}`
  try {
    await pipeline(inPieces(bytes), createWriteStream(part), { signal })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    explainFile(error, file)
  }
}

async function* recordsOf(
  kind: RecordKind,
  {
    sql,
    source,
    where,
    sinceLoad,
    onRecord,
  }: Omit<ExportTask, 'kind' | 'format' | 'forSpreadsheet' | 'file' | 'signal'>,
): AsyncGenerator<ExportedRecord, void, undefined> {
  for await (const row of selectRows(sql, kind, { source, where: where ?? null, sinceLoad: sinceLoad ?? null })) {
    onRecord(false)
    const refs = Object.entries((row['refs'] ?? {}) as Refs).map(([place, ref]) => [place, shortest(ref, source)])
    yield sentRecord(kind, { ...row, refs: Object.fromEntries(refs), updatedAt: row['versionAt'] })
  }
  if (sinceLoad == null) return
  for await (const { id, updatedAt, deletedAt } of selectGone(sql, kind, { source, sinceLoad })) {
    onRecord(true)
    yield { id, updatedAt: updatedAt.toISOString(), deletedAt: deletedAt.toISOString() }
  }
}

/** An id of the same source alone, unless a cell would be read as an object. */
const shortest = (ref: Refs[string], source: string) =>
  ref.source === source && !ref.id.startsWith('{') ? ref.id : ref

const PIECE_CHARACTERS = 262_144

/** Lines are short: few large writes cost less than many small ones. */
async function* inPieces(bytes: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let text = ''
  for await (const piece of bytes) {
    if (typeof piece !== 'string') yield piece
    else text += piece
    if (text.length < PIECE_CHARACTERS) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** Whoever reads only the first lines has what was wanted. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
}

const causes: Readonly<Record<string, [message: string, fix: string]>> = {
  EACCES: ['may not be written', 'Give yourself the right, or name another place.'],
  EPERM: ['may not be written', 'Give yourself the right, or name another place.'],
  EROFS: ['lies on a file system that is read only', 'Name another place.'],
  ENOSPC: ['does not fit on the disk', 'Make room; what was there before is still there.'],
  EDQUOT: ['does not fit into your quota', 'Make room; what was there before is still there.'],
  ENOTDIR: ['lies in what is no folder', 'Name a place in a folder.'],
  EEXIST: ['lies in what is no folder', 'Name a place in a folder.'],
  ENOENT: ['lies in a folder that is not there', 'Make it, or name another place.'],
  ENAMETOOLONG: ['has too long a name', 'Name a shorter one.'],
  EISDIR: ['is a folder', 'Name a file in it.'],
}

/** @throws ProblemError for what whoever named the place can mend. */
export function explainFile(error: unknown, file: string): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const cause = causes[code]
  if (!cause) throw error
  return fail('FILE_NOT_WRITABLE', 'out', `${file} ${cause[0]} (${code}).`, cause[1])
}
