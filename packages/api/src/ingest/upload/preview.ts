import type { Problem } from '@tweeluik/schema'
import { type RecordKind, readCells } from '@tweeluik/schema/records'
import type { Settings } from '../../db/settings.ts'
import { type Batch, readBatches } from '../import/batches.ts'
import type { DataFile } from '../import/data-file.ts'
import { judgeFile, type Reading } from '../import/judge-file.ts'
import type { Mapping } from '../mapping/load-mapping.ts'
import { startRun } from '../mapping/make-record.ts'
import { prepare } from '../prepare/prepare.ts'
import { readJson } from '../read/json.ts'
import type { RawRow } from '../read/row.ts'
import { nameOfReading, notAlone, type ReadingName, readingNamed } from './reading.ts'

/** Records shown of each kind. */
const RECORDS_SHOWN = 20

/** What the head of a file would become. */
export interface FilePreview {
  /** In the header. Null: there is none that can be read. */
  columns: string[] | null
  /** Nearest first, with the columns that the header lacks, and of how many it has. */
  mappings: { name: string; missing: string[]; found: number }[]
  /** By what it is read. Null: nothing tells, or several fit. */
  reading: ReadingName | null
  kinds: { kind: RecordKind; records: PreviewRecord[] }[]
  /** Why there are no records, or none from some line on. */
  problem: Problem | null
}

export interface PreviewRecord {
  line: number
  /** Null: the row cannot be read. */
  record: Readonly<Record<string, unknown>> | null
  problem: Problem | null
}

export interface PreviewTask {
  /** Its name, and as much of it as was sent. */
  file: DataFile
  /** Whether more of it was not sent: what is cut off says nothing. */
  isCut: boolean
  /** Null: the file is to tell by itself. */
  wanted: ReadingName | null
  mappings: () => Promise<Mapping[]>
  settings: Settings
}

export async function previewFile({ file, isCut, wanted, mappings, settings }: PreviewTask): Promise<FilePreview> {
  const judged = await judgeFile(file, mappings)
  const reading = wanted ? await readingNamed(wanted, file.path, mappings) : judged.reading
  const told = {
    columns: judged.columns,
    mappings: judged.mappings.map(({ mapping, missing, found }) => ({ name: mapping.name, missing, found })),
    reading: reading && nameOfReading(reading),
  }
  if (!reading) return { ...told, kinds: [], problem: null }
  const { batches, problem } = await readHead(file, reading)
  return {
    ...told,
    kinds: batches.map(batch => ({ kind: batch.kind, records: recordsOf(batch, isCut, settings) })),
    problem: isCut && batches.length > 0 ? null : problem,
  }
}

/** One batch of each kind. */
async function readHead(file: DataFile, reading: Reading): Promise<{ batches: Batch[]; problem: Problem | null }> {
  const problems: Problem[] = []
  const read = readBatches({
    files: [{ ...file, sizeBytes: 0, reading }],
    run: startRun(),
    rowsMax: Number.POSITIVE_INFINITY,
    onUnreadable: (_file, error) => problems.push(error.problem),
  })
  const problem = notAlone(reading)
  if (problem) return { batches: [], problem }
  const batches = await Array.fromAsync(read)
  return { batches, problem: problems[0] ?? null }
}

function recordsOf({ kind, textual, rows }: Batch, isCut: boolean, settings: Settings): PreviewRecord[] {
  const last = rows.at(-1)?.line
  const shown = rows.filter(({ fault, line }) => !(isCut && fault && line === last)).slice(0, RECORDS_SHOWN)
  const { rejections } = prepare({ ...settings, kind, source: 'preview', textual, rows: shown })
  return shown.map((row, index) => {
    const rejection = rejections.find(({ position }) => position === index)
    return { line: row.line, record: recordOf(kind, textual, row), problem: rejection ? problemOf(rejection) : null }
  })
}

const problemOf = ({ code, path, message, fix }: Problem): Problem => ({ code, path, message, fix })

function recordOf(kind: RecordKind, textual: boolean, row: RawRow): PreviewRecord['record'] {
  const { value } = row.value || row.fault ? row : readJson(row)
  return value && textual ? readCells(kind, value) : value
}
