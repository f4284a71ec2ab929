import { createDayTables } from './customer-days.queries.ts'
import {
  decideIdentities,
  keepVersions,
  touchBaseDays,
  touchStamped,
  writeCustomers,
  writeIdentities,
} from './customers.queries.ts'
import { factLoads } from './facts.ts'
import type { Loading } from './load.ts'
import { followThrough, writeChangedDays } from './load-facts.ts'

/** Loads the staged identities: their customers, the days of the base, and the stamps of facts by late or new versions. */
export async function loadCustomers(loading: Loading): Promise<void> {
  const { sql } = loading
  await createDayTables(sql)
  await decideIdentities(sql)
  await keepVersions(sql)
  await writeIdentities(sql)
  await touchBaseDays(sql, 'before')
  await writeCustomers(sql)
  await touchBaseDays(sql, 'after')
  await writeChangedDays(loading)
  for (const load of factLoads) await followThrough(loading, load, () => touchStamped(sql, load))
}
