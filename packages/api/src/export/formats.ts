import type { RecordKind } from '@tweeluik/schema/records'
import { csvOf } from './csv.ts'
import { exportFields } from './fields.ts'
import { parquetOf } from './parquet.ts'

export type ExportedRecord = Readonly<Record<string, unknown>>

export const exportFormats = ['csv', 'ndjson', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The records of a kind as a file, piece by piece. */
export function fileOf(
  format: ExportFormat,
  kind: RecordKind,
  records: AsyncIterable<ExportedRecord>,
  forSpreadsheet: boolean,
): AsyncIterable<string | Uint8Array> {
  if (format === 'ndjson') return ndjsonOf(records)
  const fields = exportFields(kind)
  return format === 'csv' ? csvOf(fields, records, forSpreadsheet) : parquetOf(fields, records)
}

async function* ndjsonOf(records: AsyncIterable<ExportedRecord>): AsyncGenerator<string, void, undefined> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`
}
