import type { Database } from '../../db/pools.ts'
import { deltaSize, foldGaps, foldSums, lockRollups } from './compact.queries.ts'
import { storedParts } from './parts.ts'

/** Deltas below this number cost a question less than folding them costs the machine. */
const FOLD_FROM_ROWS = 2_000

/** Folds deltas into cells once there are enough of them (`atLeast`); gives the number of cells written. */
export async function compact({ owner }: Database, atLeast = FOLD_FROM_ROWS): Promise<number> {
  if ((await deltaSize(owner, atLeast)) < atLeast) return 0
  return await owner.begin(async sql => {
    await lockRollups(sql)
    const parts = await storedParts(sql)
    const longest = Math.max(0, ...parts.map(part => part.position))
    return (await foldSums(sql, longest)) + (await foldGaps(sql))
  })
}
