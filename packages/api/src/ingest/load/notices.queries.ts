import type { TransactionSql } from '../../db/pools.ts'
import type { Notice } from './notices.ts'

export interface Contradiction {
  position: number
  line: number
  /** The outcome that the contact was sent with. */
  sent: string
}

/** Contacts of the batch that were not sent as resolved, though an event that came or waits for them says so. */
export async function contradictedContacts(sql: TransactionSql): Promise<Contradiction[]> {
  return await sql.unsafe<Contradiction[]>(`/* contradictedContacts */
    select n.position, n.line, ${sentOutcome('n')} as sent from next_contacts n
    where n.action in ('created', 'updated') and ${sentOutcome('n')} <> 'resolved' and (n.sent is not null and n.outcome = 'resolved'
      or exists (select from waiting_records w where w.kind = 'contact-event' and w.contact_id = n.id and w.row ->> 'type' = 'resolved'))`)
}

/** Resolutions of the batch whose contact was not sent as resolved. */
export async function contradictingEvents(sql: TransactionSql): Promise<Contradiction[]> {
  return await sql.unsafe<Contradiction[]>(`/* contradictingEvents */
    select n.position, n.line, ${sentOutcome('c')} as sent
    from next_contact_events n join contacts c on c.customer_id = n.customer_id and c.id = n.contact_id
    where n.action in ('created', 'updated') and n.type = 'resolved' and ${sentOutcome('c')} <> 'resolved'`)
}

const sentOutcome = (alias: string) =>
  `case when ${alias}.sent is null then ${alias}.outcome else ${alias}.sent ->> 'outcome' end`

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
