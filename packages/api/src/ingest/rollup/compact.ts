import type { Database, TransactionSql } from '../../db/pools.ts'
import { storedParts } from '../../db/rollup-parts.queries.ts'
import { deltaSize, foldSums, lockRollups, takeGapChanges, writeGapCells } from './compact.queries.ts'
import { addToSurvivors } from './survivors.ts'

const CELLS_PER_WRITE = 2_000

/** Folds deltas into cells once there are enough of them (`atLeast`); gives the number of cells written. */
export async function compact({ owner }: Database, atLeast: number): Promise<number> {
  if ((await deltaSize(owner, atLeast)) < atLeast) return 0
  return await owner.begin(async sql => {
    await lockRollups(sql)
    const parts = await storedParts(sql)
    return await fold(sql, Math.max(0, ...parts.map(part => part.position)))
  })
}

/** Folds every visible delta; `length` is the highest position of any sum. */
export async function fold(sql: TransactionSql, length: number): Promise<number> {
  const sums = await foldSums(sql, length)
  const changes = await takeGapChanges(sql)
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
  return sums + changes.length
}
