import type { TransactionSql } from '../../db/pools.ts'
import type { FactLoad } from './facts.ts'

/** Remembers the contacts of this batch of which a word that others take over has changed, or that came or went. */
export async function noteChangedContacts(sql: TransactionSql): Promise<boolean> {
  await sql`/* createChangedContacts */
    create temp table if not exists changed_contacts (id uuid primary key)`
  await sql`/* emptyChangedContacts */ truncate changed_contacts`
  const noted = await sql`/* noteChangedContacts */
    insert into changed_contacts
    select id from next_contacts where action = 'created'
    union all
    select id from (
      select id, customer_id, brand, channel, team, touchpoint_id, trigger_id, stage, resolved, sign from image_contacts
      union all
      select id, customer_id, brand, channel, team, touchpoint_id, trigger_id, stage, resolved, 1 from next_contacts where action = 'updated'
    ) c
    group by id
    having sum(sign) <> 0 or count(distinct (customer_id, brand, channel, team, touchpoint_id, trigger_id, stage, resolved)) > 1
    on conflict do nothing`
  return noted.count > 0
}

/** Rows that are about a contact that changed. */
export async function touchFollowers(sql: TransactionSql, { table }: FactLoad): Promise<number> {
  const touched = await sql.unsafe(`/* touchFollowers */
    insert into touched_${table} (customer_id, id)
    select f.customer_id, f.id from changed_contacts c join ${table} f on f.contact_id = c.id
    on conflict do nothing`)
  return touched.count
}

export interface Orphan {
  id: string
  source: string
  externalId: string
}

/** Touched rows without a customer of their own whose contact is gone. */
export async function orphans(sql: TransactionSql, { table }: FactLoad): Promise<Orphan[]> {
  return await sql.unsafe<Orphan[]>(`/* orphans */
    select f.id, f.source, f.external_id as "externalId"
    from touched_${table} t join ${table} f using (customer_id, id)
    where f.identity_id is null and not exists (select from record_home h where h.id = f.contact_id)`)
}

/**
 * Moves touched rows that live with their contact to where it lives now, and orphans to the home given. Deleted and
 * inserted, not updated: on a cluster a row cannot change the column it is distributed by.
 */
export async function moveWithContact(
  sql: TransactionSql,
  { table, kind, columns, home }: FactLoad,
  orphanHomes: readonly { id: string; customerId: string }[],
): Promise<void> {
  const hasKnown = columns.includes('known')
  const kept = columns.filter(column => column !== 'customer_id' && column !== 'known')
  const list = kept.map(column => `"${column}"`).join(', ')
  await sql.unsafe(
    `/* moveWithContact */
    with moving as (
      select f.customer_id, f.id, coalesce(c.customer_id, o.customer_id) as to_customer_id, coalesce(c.known, false) as to_known
      from touched_${table} t join ${table} f using (customer_id, id)
      left join record_home h on h.id = f.contact_id
      left join contacts c on c.customer_id = h.customer_id and c.id = h.id
      left join unnest($1::uuid[], $2::uuid[]) o(id, customer_id) on o.id = f.id
      where ${home === 'contact' ? 'true' : 'f.identity_id is null'} and f.customer_id <> coalesce(c.customer_id, o.customer_id)
    ), gone as (
      delete from ${table} f using moving m where f.customer_id = m.customer_id and f.id = m.id returning f.*, m.to_customer_id, m.to_known
    ), homes as (
      update record_home h set customer_id = m.to_customer_id from moving m where h.id = m.id and h.kind = '${kind}'
    ), touched as (
      insert into touched_${table} (customer_id, id, imaged) select to_customer_id, id, true from moving on conflict do nothing
    )
    insert into ${table} (customer_id, ${hasKnown ? 'known, ' : ''}${list}) select to_customer_id, ${hasKnown ? 'to_known, ' : ''}${list} from gone`,
    [orphanHomes.map(({ id }) => id), orphanHomes.map(({ customerId }) => customerId)],
  )
}
