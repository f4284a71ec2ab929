import { hash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { RawRow } from '../read/row.ts'

/** What is kept of a batch as it was sent, and its digest: the same rows give the same. */
export interface Packed {
  bytes: Buffer
  sha256: string
}

interface Columns {
  lines: number[]
  texts: string[]
  values: RawRow['value'][]
  faults: RawRow['fault'][]
}

export function pack(rows: readonly RawRow[]): Packed {
  const columns: Columns = {
    lines: rows.map(row => row.line),
    texts: rows.map(row => row.text),
    values: rows.map(row => row.value),
    faults: rows.map(row => row.fault),
  }
  const text = JSON.stringify(columns)
  return { bytes: gzipSync(text, { level: 1 }), sha256: hash('sha256', text) }
}

/** The rows again, exactly as they came. */
export function unpack(bytes: Buffer): RawRow[] {
  const { lines, texts, values, faults }: Columns = JSON.parse(gunzipSync(bytes).toString())
  return lines.map((line, row) => ({
    line,
    text: texts[row] ?? '',
    value: values[row] ?? null,
    fault: faults[row] ?? null,
  }))
}
