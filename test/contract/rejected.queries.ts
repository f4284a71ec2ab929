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

/** No contact of this channel can be stored any more: a batch with one fails, whatever else is in it. */
export async function forbidChannel(sql: Sql, channel: string): Promise<void> {
  await sql.unsafe(
    `/* forbidChannel */ alter table contacts add constraint forbidden check (channel <> '${channel}') not valid`,
  )
}

export async function allowChannels(sql: Sql): Promise<void> {
  await sql`/* allowChannels */ alter table contacts drop constraint forbidden`
}

/** Uses up the tries of a batch whose load failed. */
export async function useUpTries(sql: Sql, batchId: string): Promise<void> {
  await sql`/* useUpTries */
    update ingest_batches set state = 'failed', attempts = 6 where id = ${batchId} and state = 'queued' and attempts > 0`
}

/** Nobody can read what this batch holds any more. */
export async function spoilInbox(sql: Sql, batchId: string): Promise<void> {
  await sql`/* spoilInbox */ update inbox set rows = 'spoilt' where batch_id = ${batchId}`
}
