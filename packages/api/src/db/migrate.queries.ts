import type { Sql } from './connection.ts'

/** Any number, as long as every Tweeluik takes the same. */
const PREPARE_LOCK = 7_483_902_165

/** The server's version as PostgreSQL counts: 150000 is 15.0. */
export async function serverVersion(sql: Sql): Promise<{ number: number; name: string }> {
  const [version] = await sql<[{ number: number; name: string }]>`/* serverVersion */
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
  return version
}

/** Held until the connection ends. */
export async function lockPreparation(sql: Sql): Promise<void> {
  await sql`/* lockPreparation */ select pg_advisory_lock(${PREPARE_LOCK}::bigint)`
}

/** When each applied migration was made, in milliseconds since 1970: drizzle knows migrations by that. */
export async function appliedMigrations(sql: Sql): Promise<readonly number[]> {
  const [found] = await sql<[{ present: boolean }]>`/* hasMigrations */
    select to_regclass('drizzle.__drizzle_migrations') is not null as present`
  if (!found.present) return []
  const rows = await sql<{ madeAt: number }[]>`/* appliedMigrations */
    select created_at as "madeAt" from drizzle.__drizzle_migrations order by created_at`
  return rows.map(row => row.madeAt)
}
