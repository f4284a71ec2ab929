import type { Sql } from '../../packages/api/src/db/pools.ts'

/** Lets so many days pass for what waits. */
export async function passDays(sql: Sql, days: number): Promise<void> {
  await sql`/* passDays */ update waiting_records set since = since - make_interval(days => ${days})`
}
