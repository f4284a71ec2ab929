import type { Sql } from 'postgres'

/** Names and rights are the test's own words. */
export async function createOwner(sql: Sql, name: string, rights: string, password: string): Promise<void> {
  await sql.unsafe(`/* createOwner */ create role ${name} login nosuperuser ${rights} password '${password}'`)
  await sql`/* createOwned */ create database ${sql(name)} owner ${sql(name)}`
}

export async function dropOwner(sql: Sql, name: string): Promise<void> {
  await sql`/* dropOwned */ drop database if exists ${sql(name)} with (force)`
  await sql`/* dropReader */ drop role if exists ${sql(`${name}_reader`)}`
  await sql`/* dropOwner */ drop role if exists ${sql(name)}`
}
