import { type FactName, factNames } from '@tweeluik/schema/facts'
import type { Database } from '../../db/pools.ts'
import { markReady, storedParts } from '../../db/rollup-parts.queries.ts'
import { lockLoads } from '../load/lock.queries.ts'
import { addSumsOf, createGapChanges, forgetGapChanges, lockRollups, noteGapsOf } from './compact.queries.ts'
import { foldFact, foldGaps } from './compact.ts'
import { gapsOfRows, hasGaps, hasSums, sumsOfRows } from './delta.queries.ts'
import { clearCells, extentOf, onDays, rowsIn } from './rebuild.queries.ts'
import { forgetValueChanges, noteValuesOf } from './sketches.queries.ts'
import { foldValues, sketchesToFold } from './sketches.ts'
import { ROWS_PER_SLICE, type Slice, slicesOf, withWeeksOf } from './slices.ts'

/** Told after every slice of a fact's days. */
export type OnSlice = (fact: FactName, done: number, all: number) => void

/**
 * Computes every cell anew from the records, and makes new parts ready. Loads and questions go on: each slice is put in
 * the place of the old one at once, with all that was loaded until then and nothing of what is loaded after.
 */
export async function rebuild(
  database: Database,
  onSlice: OnSlice = () => {},
  rowsPerSlice = ROWS_PER_SLICE,
): Promise<void> {
  // A load that began before the parts were registered does not tell of them.
  await database.owner.begin(lockLoads)
  for (const fact of factNames) {
    const slices = slicesOf(await extentOf(database.owner, fact), rowsPerSlice)
    for (const [index, slice] of slices.entries()) {
      await rebuildSlice(database, fact, slice)
      onSlice(fact, index + 1, slices.length)
    }
    await markReady(database.owner, fact)
  }
}

async function rebuildSlice({ owner }: Database, fact: FactName, slice: Slice): Promise<void> {
  await owner.begin('isolation level repeatable read', async sql => {
    await lockRollups(sql)
    const parts = await storedParts(sql)
    // A week may reach over the slice: whatever was appended is in the cells before any of them is computed anew.
    await foldFact(sql, fact, parts)
    await clearCells(sql, fact, slice)
    if (hasSums(fact, parts)) {
      await addSumsOf(sql, fact, onDays(sumsOfRows(fact, rowsIn(fact, slice), parts), slice), parts)
      const sketches = await sketchesToFold(sql, fact)
      if (sketches.length > 0) {
        const days = withWeeksOf(slice)
        await forgetValueChanges(sql)
        await noteValuesOf(sql, fact, onDays(sumsOfRows(fact, rowsIn(fact, days), parts), days), parts, sketches)
        await foldValues(sql, fact, sketches, slice)
      }
    }
    if (hasGaps(fact)) {
      await createGapChanges(sql)
      await forgetGapChanges(sql)
      await noteGapsOf(sql, fact, onDays(gapsOfRows(fact, rowsIn(fact, slice)), slice))
      await foldGaps(sql, fact)
    }
  })
}
