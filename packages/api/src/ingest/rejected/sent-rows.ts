import { readCells } from '@tweeluik/schema/records'
import type { Sql } from '../../db/pools.ts'
import { inboxRows } from '../inbox.queries.ts'
import { unpack } from '../prepare/packed.ts'
import { readJson } from '../read/json.ts'
import type { RawRow } from '../read/row.ts'
import type { RejectedRecord } from './rejected.queries.ts'

/** What a batch holds, as it was sent. */
export interface SentRows {
  /** Cells of a CSV or mapping: all text. */
  textual: boolean
  rowOf(rejected: RejectedRecord): RawRow
}

/** From the inbox. A row whose contact was deleted under it is in no batch: it is kept as it would be sent now. */
export async function sentRows(sql: Sql, batchId: string): Promise<SentRows> {
  const stored = await inboxRows(sql, batchId)
  const sent = stored ? unpack(stored.rows) : []
  return {
    textual: stored?.textual ?? false,
    rowOf: ({ position, line, text, mended }) =>
      (mended ? undefined : sent[position]) ?? { line, text, value: null, fault: null },
  }
}

/** A row as a line of NDJSON that can be mended and sent again; one that cannot be read is a JSON text. */
export function lineOf(rejected: RejectedRecord, { textual, rowOf }: SentRows): string {
  const row = rowOf(rejected)
  const { value, fault } = row.value || row.fault ? row : readJson(row)
  if (!value || fault) return JSON.stringify(row.text)
  // Numbers stay as they were written, however long.
  return textual ? JSON.stringify(readCells(rejected.kind, value)) : row.text.replace(/\s*[\r\n]\s*/g, ' ').trim()
}
