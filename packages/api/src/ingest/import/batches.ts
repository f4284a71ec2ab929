import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import type { MappedRow, MappingRun } from '../mapping/make-record.ts'
import { type ForeignFile, readMapped } from '../mapping/map-rows.ts'
import { type ByteStream, gunzipped } from '../read/decode.ts'
import { readRows } from '../read/read-rows.ts'
import { type RawRow, UnreadableInput } from '../read/row.ts'
import type { PlannedFile } from './plan-files.ts'

/** Small enough that nobody waits long for a load, large enough that a load costs little a row. */
export const BATCH_ROWS_MAX = 5_000
/** Rows may be long: a batch also ends here, which bounds the memory of an import. */
export const BATCH_CHARACTERS_MAX = 8_388_608

/** Rows of one kind and one file, to be handed over together. */
export interface Batch {
  file: PlannedFile
  kind: RecordKind
  /** Whether values are text that the kind's fields must read. */
  textual: boolean
  rows: RawRow[]
  /** Of the file, where a mapping read it. */
  header: string | null
  /** Of the files as they lie on disk, when the batch was complete. */
  readBytes: number
}

export interface BatchReading {
  /** Files that are read together: all of one mapping, or a single one. */
  files: readonly PlannedFile[]
  run: MappingRun
  rowsMax: number
  onUnreadable(file: PlannedFile, error: UnreadableInput): void
}

interface OpenBatch {
  kind: RecordKind
  file: number
  rows: RawRow[]
  characters: number
}

/**
 * The rows of the files in batches. A batch takes along the open ones of the kinds that it may refer to, so that no
 * event comes before its contact.
 */
export async function* readBatches({ files, run, rowsMax, onUnreadable }: BatchReading): AsyncIterable<Batch> {
  const counted = { bytes: 0 }
  const headers: (string | undefined)[] = []
  const sources = files.map((file, number) => ({
    path: file.path,
    onHeader: (text: string) => {
      headers[number] = text
    },
    open: () => counting(file.open(), counted),
    onUnreadable: (error: UnreadableInput) => onUnreadable(file, error),
  }))
  const open = new Map<string, OpenBatch>()
  function* close(last: number): Iterable<Batch> {
    const closing = [...open].filter(([, { kind }]) => rankOf(kind) <= last)
    closing.sort(([, one], [, other]) => rankOf(one.kind) - rankOf(other.kind))
    for (const [key, { kind, file: number, rows }] of closing) {
      open.delete(key)
      const file = files[number] as PlannedFile
      const textual = !('kind' in file.reading) || file.reading.format === 'csv'
      yield { file, kind, textual, rows, header: headers[number] ?? null, readBytes: counted.bytes * run.share }
    }
  }
  for await (const { kind, file, ...row } of rowsOf(files, sources, run)) {
    const key = `${kind} ${file}`
    let batch = open.get(key)
    if (!batch) {
      batch = { kind, file, rows: [], characters: 0 }
      open.set(key, batch)
    }
    batch.rows.push(row)
    batch.characters += row.text.length
    if (batch.rows.length >= rowsMax || batch.characters >= BATCH_CHARACTERS_MAX) yield* close(rankOf(kind))
  }
  yield* close(kindNames.length)
}

const rankOf = (kind: RecordKind) => kindNames.indexOf(kind)

async function* rowsOf(
  files: readonly PlannedFile[],
  sources: ForeignFile[],
  run: MappingRun,
): AsyncIterable<MappedRow> {
  const [reading] = files.map(file => file.reading)
  if (!reading) return
  if (!('kind' in reading)) return yield* readMapped(reading, sources, run)
  const { kind, format } = reading
  for (const [file, source] of sources.entries()) {
    try {
      for await (const row of readRows(gunzipped(source.open()), format, { unread: true })) yield { ...row, file, kind }
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error
      source.onUnreadable(error)
    }
  }
}

async function* counting(bytes: ByteStream, counted: { bytes: number }): ByteStream {
  for await (const chunk of bytes) {
    counted.bytes += chunk.length
    yield chunk
  }
}
