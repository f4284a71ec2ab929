import type { Sql } from '../db/pools.ts'

export async function readSettings(owner: Sql): Promise<readonly { key: string; value: unknown }[]> {
  return owner<{ key: string; value: unknown }[]>`/* readSettings */ select key, value from settings order by key`
}
