import type { Sql } from 'postgres'

export async function createDatabase(sql: Sql, name: string): Promise<void> {
  await sql`/* createDatabase */ create database ${sql(name)}`
}

export async function copyDatabase(sql: Sql, template: string, name: string): Promise<void> {
  await sql`/* copyDatabase */ create database ${sql(name)} template ${sql(template)}`
}

/** Databases go first: a role cannot go while it has rights in one, and copies give rights to the original's reader. */
export async function dropDatabasesAndReaders(sql: Sql, names: readonly string[]): Promise<void> {
  for (const name of names) await sql`/* dropDatabase */ drop database if exists ${sql(name)} with (force)`
  for (const name of names) await sql`/* dropReader */ drop role if exists ${sql(`${name}_reader`)}`
}

export async function testDatabases(sql: Sql): Promise<readonly string[]> {
  const databases = await sql<{ name: string }[]>`/* testDatabases */
    select datname as name from pg_database where datname like 'test\\_%'`
  return databases.map(({ name }) => name)
}
