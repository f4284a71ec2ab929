import { fail } from '@tweeluik/schema'
import { z } from 'zod'
import { readRows } from '../read/read-rows.ts'
import type { SentRows } from './sent-rows.ts'

/** Rows that were put right, as text, by their batch and their position in it. */
export type Mended = ReadonlyMap<string, ReadonlyMap<number, string>>

const mendedRow = z.object({ batchId: z.uuid(), position: z.int().min(0), record: z.looseObject({}) })

/**
 * Reads what `exportRejected` gave with reasons, once it was mended.
 *
 * @throws MENDED_UNREADABLE for the first line that is none of those.
 */
export async function readMended(bytes: AsyncIterable<Uint8Array>): Promise<Mended> {
  const mended = new Map<string, Map<number, string>>()
  for await (const { line, value } of readRows(bytes, 'ndjson')) {
    const read = mendedRow.safeParse(value)
    if (!read.success) return refuseLine(line)
    const { batchId, position, record } = read.data
    const rows = mended.get(batchId) ?? new Map<number, string>()
    mended.set(batchId, rows.set(position, JSON.stringify(record)))
  }
  return mended
}

const refuseLine = (line: number) =>
  fail(
    'MENDED_UNREADABLE',
    'mended',
    `Line ${line} is no mended row.`,
    'Mend the `record` in the lines that `tweeluik rejected export --reasons` gives, and leave batchId and position.',
  )

/** As if the mended rows had been sent in the place of those that were. */
export const sentMended = (rows: ReadonlyMap<number, string>): SentRows => ({
  textual: false,
  rowOf: ({ position, line, text }) => ({ line, text: rows.get(position) ?? text, value: null, fault: null }),
})
