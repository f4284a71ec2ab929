import { type FactName, factNames, facts } from '@tweeluik/schema/facts'
import type { Database, TransactionSql } from '../../db/pools.ts'
import { type StoredPart, storedParts } from '../../db/rollup-parts.queries.ts'
import {
  createGapChanges,
  deltaSize,
  deltaSizeKept,
  foldSums,
  type GapChange,
  gapChanges,
  lockRollups,
  takeGapChanges,
  writeGapCells,
} from './compact.queries.ts'
import { hasGaps, hasSums } from './delta.queries.ts'
import { foldValues, sketchesToFold } from './sketches.ts'
import { addToSurvivors } from './survivors.ts'

/** Below this number deltas cost a question less than folding them costs the machine. */
const FOLD_FROM_ROWS = 2_000
/** While loads follow each other, folding the same cells again and again waits until it is worth it. */
const FOLD_WHILE_LOADING_FROM_ROWS = 500_000
const CELLS_PER_WRITE = 2_000

/** Folds deltas into cells when there are enough of them; gives the number of cells written. */
export async function compactWhenDue(database: Database, loading: boolean): Promise<number> {
  if (!loading) return await compact(database, FOLD_FROM_ROWS)
  return (await deltaSizeKept(database.owner)) < FOLD_WHILE_LOADING_FROM_ROWS ? 0 : await compact(database, 1)
}

/** Folds deltas into cells once there are `atLeast` of them; gives the number of cells written. */
export async function compact({ owner }: Database, atLeast: number): Promise<number> {
  if ((await deltaSize(owner, atLeast)) < atLeast) return 0
  return await owner.begin(async sql => {
    await lockRollups(sql)
    const parts = await storedParts(sql)
    let cells = 0
    for (const fact of factNames) cells += await foldFact(sql, fact, parts)
    return cells
  })
}

/** Folds every visible delta of a fact; gives the number of cells written. */
export async function foldFact(sql: TransactionSql, fact: FactName, parts: readonly StoredPart[]): Promise<number> {
  let cells = 0
  if (hasSums(fact, parts)) {
    const sketches = await sketchesToFold(sql, fact)
    cells += await foldSums(sql, fact, parts, sketches)
    cells += await foldValues(sql, fact, sketches)
  }
  if (hasGaps(fact)) {
    await createGapChanges(sql)
    await takeGapChanges(sql, fact)
    cells += await foldGaps(sql, fact)
  }
  return cells
}

/** Adds what was kept of a fact's gaps to their cells; set by set, to hold few at a time. */
export async function foldGaps(sql: TransactionSql, fact: FactName): Promise<number> {
  let cells = 0
  for (const set of facts[fact].spec.sets) {
    const changes = await gapChanges(sql, fact, set.join(','))
    for (let at = 0; at < changes.length; at += CELLS_PER_WRITE) {
      await writeGapCells(sql, changes.slice(at, at + CELLS_PER_WRITE).map(changed))
    }
    cells += changes.length
  }
  return cells
}

function changed(change: GapChange) {
  const { survivors, without, gaps, counts } = change
  return {
    ...change,
    survivors: addToSurvivors(survivors ?? [], { without, gaps: gaps ?? [], counts: counts ?? [] }),
  }
}
