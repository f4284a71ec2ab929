import type { Sql } from '../db/pools.ts'

export async function storedTickets(sql: Sql, source: string): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`/* storedTickets */
    select external_id::int as id from contacts where source = ${source} order by 1`
  return rows.map(({ id }) => id)
}

/** How many rows of a kind are on disk, loaded or not. */
export async function acceptedRows(sql: Sql, source: string, kind: string): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`/* acceptedRows */
    select coalesce(sum(received), 0)::int as rows from ingest_batches where source = ${source} and kind = ${kind}`
  return row?.rows ?? 0
}
