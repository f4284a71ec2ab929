import { factNames, facts } from '@tweeluik/schema/facts'
import type { Database, TransactionSql } from '../../db/pools.ts'
import { storedParts } from '../../db/rollup-parts.queries.ts'
import { deltaSize, deltaSizeKept, foldSums, lockRollups, takeGapChanges, writeGapCells } from './compact.queries.ts'
import { addToSurvivors } from './survivors.ts'

/** Below this number deltas cost a question less than folding them costs the machine. */
const FOLD_FROM_ROWS = 2_000
/** While loads follow each other, folding the same cells again and again waits until it is worth it. */
const FOLD_WHILE_LOADING_FROM_ROWS = 3_000_000
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
    return await fold(sql, Math.max(0, ...parts.map(part => part.position)))
  })
}

/** Folds every visible delta; `length` is the highest position of any sum. Gaps go set by set, to hold few at a time. */
export async function fold(sql: TransactionSql, length: number): Promise<number> {
  let cells = await foldSums(sql, length)
  for (const fact of factNames) {
    const { gaps, sets } = facts[fact].spec
    if (Object.keys(gaps).length === 0) continue
    for (const set of sets) cells += await foldGaps(sql, fact, set.join(','))
  }
  return cells
}

async function foldGaps(sql: TransactionSql, fact: string, dimensions: string): Promise<number> {
  const changes = await takeGapChanges(sql, fact, dimensions)
  for (let at = 0; at < changes.length; at += CELLS_PER_WRITE) {
    const cells = changes.slice(at, at + CELLS_PER_WRITE).map(change => {
      const { survivors, without, gaps, counts } = change
      return {
        ...change,
        survivors: addToSurvivors(survivors ?? [], { without, gaps: gaps ?? [], counts: counts ?? [] }),
      }
    })
    await writeGapCells(sql, cells)
  }
  return changes.length
}
