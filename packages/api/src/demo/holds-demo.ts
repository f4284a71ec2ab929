import type { Database } from '../db/pools.ts'
import { readDemo } from './fill.queries.ts'

const known = new WeakSet<Database>()

/** Whether the demo company lives in a database. Once it does it stays, and is not asked for again. */
export async function holdsDemo(database: Database): Promise<boolean> {
  if (!known.has(database) && (await readDemo(database.owner)) !== null) known.add(database)
  return known.has(database)
}
