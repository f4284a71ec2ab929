import { addDays, type Day, laterDay } from '@tweeluik/schema'
import { type FactName, SKETCH_DAYS } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import { forgetDays, type StoredSketch, storedSketches } from '../../db/rollup-parts.queries.ts'
import { sketches } from '../../db/rollup-parts.ts'
import { addToCounts } from './dense-counts.ts'
import { createValueChanges, sketchChanges, sketchesOf, writeSketchCells } from './sketches.queries.ts'
import { ALL_TIME } from './slices.ts'

const CELLS_PER_WRITE = 1_000

/** The kinds of values that are kept of a fact, and a place to note changes. Days that have grown old are forgotten. */
export async function sketchesToFold(sql: TransactionSql, fact: FactName): Promise<StoredSketch[]> {
  if (!sketches.has(fact)) return []
  await createValueChanges(sql)
  const from = daysKeptFrom(new Date())
  const stored = sketchesOf(fact, await storedSketches(sql))
  if (stored.every(({ daysFrom }) => daysFrom >= from)) return stored
  await forgetDays(sql, fact, from)
  return stored.map(sketch => ({ ...sketch, daysFrom: laterDay(sketch.daysFrom, from) }))
}

/** A day more than are asked for: a day begins at another moment here than for the organisation. */
const daysKeptFrom = (now: Date): Day => addDays(now.toISOString().slice(0, 10), -SKETCH_DAYS - 1)

/** Adds the values that were noted of a fact to their cells; gives how many cells were written. */
export async function foldValues(
  sql: TransactionSql,
  fact: FactName,
  stored: readonly StoredSketch[],
  slice = ALL_TIME,
): Promise<number> {
  let cells = 0
  for (const [place, sketch] of stored.entries()) {
    const changes = await sketchChanges(sql, sketch, place, slice)
    for (let at = 0; at < changes.length; at += CELLS_PER_WRITE) {
      const written = changes.slice(at, at + CELLS_PER_WRITE).map(change => ({
        ...change,
        ...addToCounts({ lowest: change.lowest ?? 0, counts: change.counts ?? [] }, change.buckets, change.changes),
      }))
      await writeSketchCells(sql, fact, written)
    }
    cells += changes.length
  }
  return cells
}
