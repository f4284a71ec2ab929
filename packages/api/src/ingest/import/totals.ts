import type { Problem } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'

/** What became of rows; `received` is the sum of the others. */
export interface Totals {
  received: number
  created: number
  updated: number
  unchanged: number
  waiting: number
  rejected: number
}

/** What the door answers about one batch. */
export interface BatchAnswer extends Totals {
  rejections: readonly (Problem & { line: number })[]
}

export interface ImportTotals {
  kinds: Map<RecordKind, Totals>
  totals: Totals
}

/** Adds up what became of batches, by kind and in all. */
export function openTotals() {
  const kinds = new Map<RecordKind, Totals>()
  const totals = nothing()
  return {
    totals,
    add(name: RecordKind, answer: Totals) {
      const kind = kinds.get(name) ?? nothing()
      kinds.set(name, kind)
      for (const sum of [kind, totals]) addTo(sum, answer)
    },
    result: (): ImportTotals => ({ kinds, totals }),
  }
}

const nothing = (): Totals => ({ received: 0, created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 0 })

function addTo(sum: Totals, more: Totals): void {
  for (const count of Object.keys(sum) as (keyof Totals)[]) sum[count] += more[count]
}
