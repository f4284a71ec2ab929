import { fail } from '@tweeluik/schema'
import type { Sql, TransactionSql } from './connection.ts'

const NAME_BYTES_MAX = 63
const SUFFIX = '_reader'

/** The role that readers of this database log in as; roles belong to the whole server, hence the database's name. */
export async function readerName(sql: Sql): Promise<string> {
  const [row] = await sql<[{ database: string }]>`/* currentDatabase */ select current_database() as database`
  const name = row.database + SUFFIX
  if (Buffer.byteLength(name) > NAME_BYTES_MAX) {
    const bytesMax = NAME_BYTES_MAX - SUFFIX.length
    fail(
      'DATABASE_NAME_TOO_LONG',
      '',
      `The database's name ${row.database} is too long.`,
      `Use at most ${bytesMax} bytes.`,
    )
  }
  return name
}

/** @throws READER_MISSING when the database was not prepared. */
export async function readerLogin(sql: Sql): Promise<{ user: string; password: string }> {
  const user = await readerName(sql)
  const [secret] = await sql<{ value: string }[]>`/* readSecret */ select value from secrets where name = ${user}`
  if (!secret) fail('READER_MISSING', '', `The database has no login ${user} yet.`, 'Run `pnpm tweeluik migrate`.')
  return { user, password: secret.value }
}

/** Keeps the first password that was proposed, and returns the one that is kept. */
export async function keepSecret(sql: Sql, name: string, proposed: string): Promise<string> {
  await sql`/* keepSecret */ insert into secrets (name, value) values (${name}, ${proposed}) on conflict do nothing`
  const [secret] = await sql<[{ value: string }]>`/* readSecret */ select value from secrets where name = ${name}`
  return secret.value
}

/** Whether the role exists, and whether it could pass row security. */
export async function findRole(sql: Sql, name: string): Promise<{ seesAll: boolean } | undefined> {
  const [role] = await sql<{ seesAll: boolean }[]>`/* findRole */
    select rolsuper or rolbypassrls as "seesAll" from pg_roles where rolname = ${name}`
  return role
}

/** For an administrator too, hence as text. The password holds no quote. */
export function createRoleStatement(name: string, password: string): string {
  return `create role ${quoteName(name)} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`
}

export async function createRole(sql: Sql, name: string, password: string): Promise<void> {
  await sql.unsafe(`/* createRole */ ${createRoleStatement(name, password)}`)
}

/** For an administrator too, hence as text. The password holds no quote. */
export function setPasswordStatement(name: string, password: string): string {
  return `alter role ${quoteName(name)} login password '${password}'`
}

export async function setPassword(sql: Sql, name: string, password: string): Promise<void> {
  await sql.unsafe(`/* setPassword */ ${setPasswordStatement(name, password)}`)
}

/** Only the login matters: it throws what the server says of it. */
export async function tryLogin(sql: Sql): Promise<void> {
  await sql`/* tryLogin */ select 1`
}

/** Gives the role exactly the rights of a reader: every table of the schema but these. */
export async function grantReading(sql: Sql, name: string, ownerOnlyTables: readonly string[]): Promise<void> {
  await sql.begin(async transaction => {
    const [{ database }] = await transaction<[{ database: string }]>`/* currentDatabase */
      select current_database() as database`
    const tables = await transaction<{ name: string }[]>`/* readableTables */
      select tablename as name from pg_tables
      where schemaname = 'public' and tableowner = current_user and tablename <> all(${[...ownerOnlyTables]})`
    await transaction`/* grantConnect */ grant connect on database ${sql(database)} to ${sql(name)}`
    await transaction`/* grantSchema */ grant usage on schema public to ${sql(name)}`
    await transaction`/* revokeTables */ revoke all on all tables in schema public from ${sql(name)}`
    for (const table of tables) {
      await transaction`/* grantTable */ grant select on table public.${sql(table.name)} to ${sql(name)}`
    }
  })
}

/** A literal, because settings of `set_config` do not reach the workers of a distributed database. */
export function setBrands(sql: TransactionSql, brands: string) {
  return sql.unsafe(`/* setBrands */ set local tweeluik.brands = '${brands.replaceAll("'", "''")}'`)
}

export function setStatementTimeout(sql: TransactionSql, timeoutMs: number) {
  return sql.unsafe(`/* setStatementTimeout */ set local statement_timeout = ${Math.trunc(timeoutMs)}`)
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
