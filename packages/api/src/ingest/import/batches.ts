import { createReadStream } from 'node:fs'
import type { RecordKind } from '@tweeluik/schema/records'
import { type MappedRow, type MappingRun, readMapped } from '../mapping/map-rows.ts'
import { type ByteStream, gunzipped } from '../read/decode.ts'
import { readRows } from '../read/read-rows.ts'
import type { RawRow } from '../read/row.ts'
import type { PlainReading, PlannedFile } from './plan-files.ts'

/** Small enough that nobody waits long for a load, large enough that a load costs little a row. */
export const BATCH_ROWS_MAX = 5_000
/** Rows may be long: a batch also ends here, which bounds the memory of an import. */
const BATCH_CHARACTERS_MAX = 8_388_608

/** Rows of one kind and one file, to be handed over together. */
export interface Batch {
  file: PlannedFile
  kind: RecordKind
  /** Whether values are text that the kind's fields must read. */
  textual: boolean
  rows: RawRow[]
  /** Of the file as it lies on disk, when the batch was complete. */
  readBytes: number
}

/** The rows of a file in batches, each kind in the file's order. Throws {@link UnreadableInput} about the file as a whole. */
export async function* readBatches(file: PlannedFile, run: MappingRun, rowsMax: number): AsyncIterable<Batch> {
  const { reading } = file
  const counted = { bytes: 0 }
  const bytes = counting(createReadStream(file.path, { highWaterMark: 262_144 }), counted)
  const rows = 'kind' in reading ? plainRows(bytes, reading) : readMapped(reading, bytes, run)
  const textual = !('kind' in reading) || reading.format === 'csv'
  const open = new Map<RecordKind, { rows: RawRow[]; characters: number }>()
  const close = (kind: RecordKind, filled: RawRow[]): Batch => {
    open.delete(kind)
    return { file, kind, textual, rows: filled, readBytes: counted.bytes }
  }
  for await (const { kind, ...row } of rows) {
    const batch = open.get(kind) ?? { rows: [], characters: 0 }
    batch.rows.push(row)
    batch.characters += row.text.length
    open.set(kind, batch)
    if (batch.rows.length >= rowsMax || batch.characters >= BATCH_CHARACTERS_MAX) yield close(kind, batch.rows)
  }
  for (const [kind, batch] of [...open]) yield close(kind, batch.rows)
}

async function* plainRows(bytes: ByteStream, { kind, format }: PlainReading): AsyncIterable<MappedRow> {
  for await (const row of readRows(gunzipped(bytes), format)) yield { ...row, kind }
}

async function* counting(bytes: ByteStream, counted: { bytes: number }): ByteStream {
  for await (const chunk of bytes) {
    counted.bytes += chunk.length
    yield chunk
  }
}
