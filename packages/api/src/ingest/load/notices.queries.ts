import type { TransactionSql } from '../../db/pools.ts'
import type { Notice } from './notices.ts'

/** Rows of contacts or events by which a contact's events say something else than its sender did. */
export async function contradictions(
  sql: TransactionSql,
  by: 'contacts' | 'events',
): Promise<{ position: number; line: number; sent: string; decided: string }[]> {
  const contradicted = `c.sent ->> 'outcome' <> c.outcome`
  return await sql.unsafe<{ position: number; line: number; sent: string; decided: string }[]>(`/* contradictions */
    select n.position, n.line, c.sent ->> 'outcome' as sent, c.outcome as decided from ${
      by === 'contacts'
        ? 'next_contacts n join next_contacts c on c.position = n.position'
        : `next_contact_events n join contacts c on c.customer_id = n.customer_id and c.id = n.contact_id and n.type = 'resolved'`
    }
    where n.action in ('created', 'updated') and ${contradicted}`)
}

/** Keeps what a batch's sender should know of rows that were taken. */
export async function insertNotices(sql: TransactionSql, batchId: string, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const pick = <Key extends keyof Notice>(key: Key) => notices.map(notice => notice[key])
  await sql`/* insertNotices */
    insert into ingest_notices (batch_id, line, position, code, path, message, fix)
    select ${batchId}, line, position, code, path, message, fix
    from unnest(${pick('line')}::int[], ${pick('position')}::int[], ${pick('code')}::text[], ${pick('path')}::text[],
      ${pick('message')}::text[], ${pick('fix')}::text[]) r(line, position, code, path, message, fix)
    on conflict do nothing`
}
