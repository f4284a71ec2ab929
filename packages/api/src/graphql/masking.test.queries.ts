import type { Sql } from '../db/pools.ts'

export async function forbidReading(owner: Sql, table: string, reader: string): Promise<void> {
  await owner`/* forbidReading */ revoke select on ${owner(table)} from ${owner(reader)}`
}

export async function allowReading(owner: Sql, table: string, reader: string): Promise<void> {
  await owner`/* allowReading */ grant select on ${owner(table)} to ${owner(reader)}`
}
