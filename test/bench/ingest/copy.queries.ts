import { pipeline } from 'node:stream/promises'
import type { Sql } from 'postgres'

/** A table with all columns of contacts and its key, and nothing else to keep. */
export async function createPlainTable(sql: Sql): Promise<void> {
  await sql`/* createPlainTable */ create table plain_contacts (like contacts)`
  await sql`/* keyPlainTable */ alter table plain_contacts add primary key (customer_id, id)`
}

/** All contacts as PostgreSQL itself writes them, in pieces. */
export async function copiedContacts(sql: Sql): Promise<Buffer[]> {
  const pieces: Buffer[] = []
  for await (const piece of await sql`/* copiedContacts */ copy contacts to stdout`.readable()) pieces.push(piece)
  return pieces
}

/** Copies the rows into the plain table, which is empty; gives their number. */
export async function copyPlain(sql: Sql, pieces: readonly Buffer[]): Promise<number> {
  await pipeline(pieces, await sql`/* copyPlain */ copy plain_contacts from stdin`.writable())
  const [row] = await sql<[{ rows: number }]>`/* countPlain */ select count(*)::int as rows from plain_contacts`
  return row.rows
}

export async function emptyPlainTable(sql: Sql): Promise<void> {
  await sql`/* emptyPlainTable */ truncate plain_contacts`
}
