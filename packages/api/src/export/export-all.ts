import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'
import type { Database, TransactionSql } from '../db/pools.ts'
import { awaitDisk } from '../graphql/changes.queries.ts'
import { beginReading, type Chosen, selectMark, selectSources } from './export.queries.ts'
import { explainFile, exportRecords } from './export-records.ts'
import type { ExportFormat } from './formats.ts'

/** What is to be written where. */
export interface ExportPlan {
  kinds: readonly RecordKind[]
  format: ExportFormat
  /** Null: to standard output. */
  out: { folder: string } | { file: string } | null
  chosen: Omit<Chosen, 'source'>
  /** Null: every one. */
  source: string | null
  forSpreadsheet: boolean
}

/** A file that is complete. */
export interface Exported {
  kind: RecordKind
  source: string
  file: string | null
  records: number
  deleted: number
}

/**
 * Writes the kinds one after the other, all of one moment. Gives a mark of that moment: what comes in after it is what an
 * export since then writes.
 *
 * @throws ProblemError when a file cannot be written, or several sources would have to stand in one.
 */
export async function exportAll(
  { owner }: Pick<Database, 'owner'>,
  { kinds, format, out, chosen, source, forSpreadsheet }: ExportPlan,
  { signal, onRecords }: { signal: AbortSignal; onRecords(records: number): void },
): Promise<{ mark: string; written: Exported[] }> {
  let records = 0
  const mark = await selectMark(owner)
  const written = await owner.begin(async sql => {
    await beginReading(sql)
    const written: Exported[] = []
    for (const kind of kinds) {
      for (const from of await sourcesOf(sql, kind, source, out)) {
        const file = await fileOf(out, from, kind, format)
        const told: Exported = { kind, source: from, file, records: 0, deleted: 0 }
        const onRecord = (deleted: boolean) => {
          told[deleted ? 'deleted' : 'records']++
          if (++records % 1_000 === 0) onRecords(records)
        }
        await exportRecords({ sql, kind, format, forSpreadsheet, file, signal, onRecord, ...chosen, source: from })
        written.push(told)
      }
    }
    return written
  })
  await awaitDisk(owner)
  return { mark: String(mark), written }
}

/** A single file holds what one source sent: an id alone tells nothing of whose it is. */
async function sourcesOf(
  sql: TransactionSql,
  kind: RecordKind,
  source: string | null,
  out: ExportPlan['out'],
): Promise<string[]> {
  if (source !== null) return [source]
  const sources = await selectSources(sql, kind)
  if (sources.length < 2 || (out && 'folder' in out)) return sources
  return fail(
    'SOURCE_NEEDED',
    'source',
    `${kind} come from ${sources.join(', ')}.`,
    'Say one of them by --source, or name a folder by --out.',
  )
}

async function fileOf(
  out: ExportPlan['out'],
  source: string,
  kind: RecordKind,
  format: ExportFormat,
): Promise<string | null> {
  if (!out) return null
  if ('file' in out) return out.file
  const file = join(out.folder, encodeURIComponent(source), `${kind}.${format}`)
  await mkdir(dirname(file), { recursive: true }).catch(error => explainFile(error, file))
  return file
}
