import { createDayTables, touchBaseDays } from './customer-days.queries.ts'
import { decideIdentities, keepVersions, touchStamped, writeCustomers, writeIdentities } from './customers.queries.ts'
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
  const before = await touchBaseDays(sql)
  await writeCustomers(sql)
  const after = await touchBaseDays(sql)
  await writeChangedDays(loading, { touched: before.touched + after.touched, added: 0 })
  for (const load of factLoads) await followThrough(loading, load, () => touchStamped(sql, load))
}
