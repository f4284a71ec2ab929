import type { RecordKind } from '@tweeluik/schema/records'
import { isLoadedTogether } from './load/load.ts'
import type { PreparedBatch } from './prepare/preparer.ts'

/** Rows of small batches are loaded together up to here. */
const TOGETHER_ROWS_MAX = 10_000

/** A batch with what is made of its rows. */
export interface Ready {
  id: string
  prepared: PreparedBatch
}

export interface Waiting extends Ready {
  kind: RecordKind
  /** Its load has begun, together with others. */
  onTurn(loading: Promise<void>): void
}

/**
 * Takes the batch whose turn it is out of the queue, with those right behind it that can be loaded as one with it: of the
 * same kind, and without a record that another of them has, since of that each is told what it did.
 */
export function takeTogether(queue: Waiting[]): Waiting[] {
  const [first, ...others] = queue
  if (!first) return []
  const slots = new Set([first.prepared.slot])
  const records = new Set(isLoadedTogether(first.kind) && others.length > 0 ? first.prepared.records : [])
  let count = 1
  for (const { kind, prepared } of isLoadedTogether(first.kind) ? others : []) {
    if (kind !== first.kind || records.size + prepared.records.length > TOGETHER_ROWS_MAX) break
    if (slots.has(prepared.slot) || prepared.records.some(record => records.has(record))) break
    slots.add(prepared.slot)
    for (const record of prepared.records) records.add(record)
    count += 1
  }
  return queue.splice(0, count)
}
