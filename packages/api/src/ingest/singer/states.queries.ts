import type { Sql, TransactionSql } from '../../db/pools.ts'

/** What a tap is known by. */
export interface Job {
  source: string
  job: string
}

export interface TapState extends Job {
  state: unknown
  savedAt: Date
}

/** Keeps how far a tap has come; of what it told before nothing is kept. */
export async function saveState(sql: Sql | TransactionSql, { source, job }: Job, state: unknown): Promise<void> {
  await sql`/* saveState */
    insert into tap_states (source, job, state, saved_at) values (${source}, ${job}, ${JSON.stringify(state)}::text::jsonb, clock_timestamp())
    on conflict (source, job) do update set (state, saved_at) = (excluded.state, excluded.saved_at)`
}

/** Null: it has told nothing yet. */
export async function selectState(sql: Sql, { source, job }: Job): Promise<TapState | null> {
  const [state] = await sql<TapState[]>`/* selectState */
    select source, job, state, saved_at as "savedAt" from tap_states where source = ${source} and job = ${job}`
  return state ?? null
}

/** Whether there was anything to forget. */
export async function deleteState(sql: Sql, { source, job }: Job): Promise<boolean> {
  const deleted = await sql`/* deleteState */ delete from tap_states where source = ${source} and job = ${job}`
  return deleted.count > 0
}
