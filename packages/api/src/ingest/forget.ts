import type { Database } from '../db/pools.ts'
import { deleteBodies, freeKeys } from './forget.queries.ts'

const KEPT_DAYS = 7
const BATCHES_MAX = 5_000

/**
 * Forgets what loaded deliveries of more than seven days ago were sent under and as: a key can then be used again, and
 * what a person's record once said is not kept beside it for ever. A delivery that is not loaded, or of which a row is
 * rejected or waits, keeps what is needed to load it. The receipt stays. Gives whether there is more to forget.
 */
export async function forgetDeliveries({ owner }: Database): Promise<boolean> {
  const freed = await freeKeys(owner, KEPT_DAYS, BATCHES_MAX)
  const deleted = await deleteBodies(owner, KEPT_DAYS, BATCHES_MAX)
  return Math.max(freed, deleted) === BATCHES_MAX
}
