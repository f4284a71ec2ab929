import type { TransactionSql } from '../../db/pools.ts'

/** Staged answers without a customer of their own live with their contact, when it is there. */
export async function followContactHome(sql: TransactionSql): Promise<void> {
  await sql`/* followContactHome */
    update stage_feedback s set customer_id = c.customer_id, known = c.known
    from record_home h join contacts c on c.customer_id = h.customer_id and c.id = h.id
    where s.identity_id is null and h.id = s.contact_id and h.kind = 'contact'`
}

/** Channel and team of the staged answers' contacts. */
export async function followContactWordsInStage(sql: TransactionSql): Promise<void> {
  await sql`/* followContactWordsInStage */
    update stage_feedback s set channel = c.channel, team = c.team
    from record_home h join contacts c on c.customer_id = h.customer_id and c.id = h.id
    where h.id = s.contact_id and h.kind = 'contact'`
}

/** Channel and team of the contact that an answer is about. */
export async function followContactWords(sql: TransactionSql): Promise<void> {
  await sql`/* followContactWords */
    update feedback target set channel = words.channel, team = words.team
    from (
      select f.customer_id, f.id, c.channel, c.team
      from touched_feedback t join feedback f using (customer_id, id)
      left join record_home h on h.id = f.contact_id and h.kind = 'contact'
      left join contacts c on c.customer_id = h.customer_id and c.id = h.id
      where (f.channel, f.team) is distinct from (c.channel, c.team)
    ) words
    where target.customer_id = words.customer_id and target.id = words.id`
}

/** Answers about contacts of the batch that no longer say the same as their contact, or no longer live with it. */
export async function touchAnswersOfContacts(sql: TransactionSql): Promise<void> {
  await sql`/* touchAnswersOfContacts */
    insert into touched_feedback (customer_id, id)
    select f.customer_id, f.id
    from stage_contacts s join feedback f on f.contact_id = s.id
    left join contacts c on c.id = s.id and c.customer_id = s.customer_id
    where s.action in ('created', 'updated', 'deleted')
      and ((f.channel, f.team) is distinct from (c.channel, c.team)
        or (f.identity_id is null and f.customer_id is distinct from c.customer_id))
    on conflict do nothing`
}

export interface Orphan {
  id: string
  source: string
  externalId: string
}

/** Touched answers without a customer of their own whose contact is gone. */
export async function orphanedAnswers(sql: TransactionSql): Promise<Orphan[]> {
  return await sql<Orphan[]>`/* orphanedAnswers */
    select f.id, f.source, f.external_id as "externalId"
    from touched_feedback t join feedback f using (customer_id, id)
    where f.identity_id is null and not exists (select from record_home h where h.id = f.contact_id and h.kind = 'contact')`
}

/**
 * Moves touched answers without a customer of their own to the customer of their contact, and orphans to the home
 * given. Deleted and inserted, not updated: on a cluster a row cannot change the column it is distributed by.
 */
export async function moveAnswers(
  sql: TransactionSql,
  columns: readonly string[],
  orphanHomes: readonly { id: string; customerId: string }[],
): Promise<void> {
  const kept = columns.filter(column => column !== 'customer_id' && column !== 'known')
  const list = kept.map(column => `"${column}"`).join(', ')
  await sql.unsafe(
    `/* moveAnswers */
    with moving as (
      select f.customer_id, f.id, coalesce(c.customer_id, o.customer_id) as to_customer_id, coalesce(c.known, false) as to_known
      from touched_feedback t join feedback f using (customer_id, id)
      left join record_home h on h.id = f.contact_id and h.kind = 'contact'
      left join contacts c on c.customer_id = h.customer_id and c.id = h.id
      left join unnest($1::uuid[], $2::uuid[]) o(id, customer_id) on o.id = f.id
      where f.identity_id is null and f.customer_id <> coalesce(c.customer_id, o.customer_id)
    ), gone as (
      delete from feedback f using moving m where f.customer_id = m.customer_id and f.id = m.id returning f.*, m.to_customer_id, m.to_known
    ), homes as (
      update record_home h set customer_id = m.to_customer_id from moving m where h.id = m.id and h.kind = 'feedback'
    ), touched as (
      insert into touched_feedback (customer_id, id, imaged) select to_customer_id, id, true from moving on conflict do nothing
    )
    insert into feedback (customer_id, known, ${list}) select to_customer_id, to_known, ${list} from gone`,
    [orphanHomes.map(({ id }) => id), orphanHomes.map(({ customerId }) => customerId)],
  )
}
