import type { Sql } from '../db/pools.ts'
import type { DemoState } from './fill.ts'

export async function readDemo(sql: Sql): Promise<DemoState | null> {
  const [row] = await sql<{ value: DemoState }[]>`/* readDemo */ select value from settings where key = 'demo'`
  return row?.value ?? null
}

export async function saveDemo(sql: Sql, state: DemoState): Promise<void> {
  await sql`/* saveDemo */
    insert into settings (key, value) values ('demo', ${sql.json({ ...state })})
    on conflict (key) do update set value = excluded.value`
}

/** Nobody has sent anything yet. */
export async function storesNothing(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ nothing: boolean }[]>`/* storesNothing */
    select not exists (select from ingest_batches) as nothing`
  return row?.nothing ?? true
}
