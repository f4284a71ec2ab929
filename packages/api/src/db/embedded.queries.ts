import postgres from 'postgres'
import type { Sql } from './connection.ts'

/** Makes the database in the server that the owner's address names, when it is not there yet. */
export async function createDatabase(ownerUrl: string, name: string): Promise<void> {
  const sql = postgres(ownerUrl, { database: 'postgres', max: 1, onnotice: () => {} })
  try {
    const found = await sql`/* findDatabase */ select from pg_database where datname = ${name}`
    if (found.length === 0) await sql`/* createDatabase */ create database ${sql(name)}`
  } finally {
    await sql.end()
  }
}

/** How many connections of clients the whole server has, this one aside. */
export async function countOtherConnections(sql: Sql): Promise<number> {
  const [found] = await sql<[{ count: number }]>`/* countOtherConnections */
    select count(*) as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
  return found.count
}
