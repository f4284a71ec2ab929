import type { Rows } from './peers.ts'

const keyOf = (row: Rows[number]) => `${String(row['week']).slice(0, 10)} ${row['channel'] ?? ''}`

/** Whether two answers say the same: exactly, but for the last digits of a quotient; percentiles within `tolerance`. */
export function expectAgreement(ours: Rows, theirs: Rows, tolerance: number, about: string): void {
  const byKey = new Map(ours.map(row => [keyOf(row), row]))
  if (theirs.length === 0) throw new Error(`${about}: the other engine has no answer`)
  for (const row of theirs) {
    for (const [name, value] of Object.entries(row)) {
      if (name === 'week' || name === 'channel' || value === null) continue
      const own = byKey.get(keyOf(row))?.[name]
      const apart = Math.abs(Number(own) - Number(value)) / Math.max(1e-9, Math.abs(Number(value)))
      if (own == null || !(apart <= tolerance)) {
        throw new Error(`${about}: ${name} of ${keyOf(row)} is ${own} here and ${value} there`)
      }
    }
  }
}
