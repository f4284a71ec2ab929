import type { Database } from '../../db/pools.ts'
import { contactLoad } from './facts.ts'
import { type LoadSettings, startLoading } from './load.ts'
import { followThrough } from './load-facts.ts'
import { lockLoads } from './lock.queries.ts'
import { anyOverdue, touchOverdue } from './sla-targets.queries.ts'

/** So many targets at once, so that loads do not wait long. */
const TARGETS_MAX = 2_000

/** Breaks promises whose moment has passed without a load that noticed; false when there are none. */
export async function judgeOverdue({ owner }: Database, settings: LoadSettings, at = new Date()): Promise<boolean> {
  if (!(await anyOverdue(owner, at))) return false
  await owner.begin(async sql => {
    await lockLoads(sql)
    const loading = await startLoading(sql, settings, at)
    await followThrough(loading, contactLoad, () => touchOverdue(sql, at, TARGETS_MAX))
  })
  return true
}
