import { moveFacts } from '../identity/move-facts.ts'
import {
  createGroupTables,
  deriveVersions,
  reachFormer,
  reachStaged,
  removeEmptied,
} from '../identity/regroup.queries.ts'
import { knownOfReached, regroup } from '../identity/regroup.ts'
import { createDayTables, touchBaseDays } from './customer-days.queries.ts'
import {
  decideIdentities,
  ensureSameAs,
  keepVersions,
  touchStamped,
  writeCustomers,
  writeIdentities,
} from './customers.queries.ts'
import { factLoads } from './facts.ts'
import type { Loading } from './load.ts'
import { followThrough, writeChangedDays } from './load-facts.ts'

/** Loads the staged identities, and all that follows from whose they are and what they tell. */
export async function loadCustomers(loading: Loading): Promise<void> {
  const { sql, settings } = loading
  await createGroupTables(sql)
  await ensureSameAs(sql)
  await decideIdentities(sql)
  await keepVersions(sql)
  await reachFormer(sql)
  await writeIdentities(sql)
  if (await reachStaged(sql)) await regroup(sql, await knownOfReached(sql, settings))
  await settleCustomers(loading)
}

/**
 * Customers of staged and of regrouped identities: themselves, the days of the base, the facts that move, and the stamps
 * of facts by other versions than before.
 */
export async function settleCustomers(loading: Loading): Promise<void> {
  const { sql } = loading
  await createDayTables(sql)
  await deriveVersions(sql)
  const before = await touchBaseDays(sql)
  await writeCustomers(sql)
  await removeEmptied(sql)
  const after = await touchBaseDays(sql)
  await writeChangedDays(loading, { ...before, touched: before.touched + after.touched })
  await moveFacts(loading)
  for (const load of factLoads) await followThrough(loading, load, () => touchStamped(sql, load))
}
