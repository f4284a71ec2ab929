import type { Sql } from '../db/pools.ts'

/** How the demo company of this database was made; a fill that was cut off goes on by the same answers. */
export interface DemoState {
  seed: number
  customers: number
  contactsOnly: boolean
  /** The company's running day and moment. */
  today: string
  now: string
  filled: boolean
}

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
