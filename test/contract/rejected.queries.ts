import type { Sql } from '../../packages/api/src/db/pools.ts'

export interface RejectedRow {
  line: number
  code: string
  text: string
}

export async function rejectedOf(sql: Sql, batchId: string): Promise<RejectedRow[]> {
  const rows = await sql<RejectedRow[]>`/* rejectedOf */
    select line, code, text from rejected_records where batch_id = ${batchId} order by position`
  return [...rows]
}
