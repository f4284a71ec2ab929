import { factNames } from '@tweeluik/schema/facts'
import type { Database } from '../../db/pools.ts'
import { markReady, storedParts } from '../../db/rollup-parts.queries.ts'
import { lockLoads } from '../load/lock.queries.ts'
import { addSumsOfRows, createGapChanges, lockRollups, noteGapsOfRows } from './compact.queries.ts'
import { foldGaps } from './compact.ts'
import { hasGaps, hasSums } from './delta.queries.ts'
import {
  type CellDifference,
  cellDifferences,
  clearFact,
  createAudit,
  noteAppended,
  noteRecomputed,
  wholeFact,
} from './rebuild.queries.ts'

/** Computes every cell anew from the records, and makes new parts ready. Questions see the old cells until it is done. */
export async function rebuild({ owner }: Database): Promise<void> {
  for (const fact of factNames) {
    await owner.begin(async sql => {
      await lockLoads(sql)
      await lockRollups(sql)
      const parts = await storedParts(sql)
      await clearFact(sql, fact)
      if (hasSums(fact, parts)) await addSumsOfRows(sql, fact, wholeFact(fact), parts)
      if (hasGaps(fact)) {
        await createGapChanges(sql)
        await noteGapsOfRows(sql, fact, wholeFact(fact))
        await foldGaps(sql, fact)
      }
      await markReady(sql, fact)
    })
  }
}

/** Cells that differ from what their records give, at most `limit`; none is the only good answer. Changes nothing. */
export async function audit({ owner }: Database, limit = 100): Promise<CellDifference[]> {
  return await owner.begin('isolation level repeatable read', async sql => {
    await lockRollups(sql)
    const parts = (await storedParts(sql)).filter(part => part.ready)
    await createAudit(sql)
    for (const fact of factNames) {
      await noteAppended(sql, fact, parts)
      await noteRecomputed(sql, fact, parts)
    }
    return await cellDifferences(sql, limit)
  })
}
