import type { TransactionSql } from '../../db/pools.ts'

/** What a customer does at self-service touchpoints is one session as long as no longer pause comes between. */
const PAUSE = `interval '30 minutes'`
/** Who takes contact so soon after a session began was not helped by it. */
const CONTACT_WITHIN = `interval '48 hours'`

const helps = (touchpointId: string) =>
  `exists (select from touchpoints s where s.id = ${touchpointId} and s.self_service)`

/** Whether an interaction of the customer, stored and not about to be replaced, lies so shortly before that \`f\` goes on with it. */
const goesOn = (f: string) => `exists (
        select from interactions b
        where b.customer_id = ${f}.customer_id and b.day between ${f}.day - 1 and ${f}.day
          and (b.at, b.id) < (${f}.at, ${f}.id) and b.at > ${f}.at - ${PAUSE} and ${helps('b.touchpoint_id')}`

const contained = (f: string) => `not exists (
        select from contacts k
        where k.customer_id = ${f}.customer_id and k.opened_day between ${f}.day and ${f}.day + 3 and k.in_chain
          and k.opened_at >= ${f}.at and k.opened_at < ${f}.at + ${CONTACT_WITHIN})`

/** Of a stored interaction \`f\` at touchpoint \`tp\`. */
export const sessionContained = `case when tp.self_service and f.known and not ${goesOn('f')}) then ${contained('f')} end`

/**
 * Finds which of the rows to come begin a session, and touches the stored ones that may begin one no longer, or do so
 * since one before them goes.
 */
export async function placeSessions(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* placeSessions */
    with coming as (
      select position, customer_id, id, at, day, lag(at) over (partition by customer_id order by at, id) as before
      from next_interactions n where action in ('created', 'updated') and known and ${helps('n.touchpoint_id')}
    ), touched as (
      insert into touched_interactions (customer_id, id)
      select i.customer_id, i.id
      from (select customer_id, at, day from coming union select customer_id, at, day from image_interactions where sign < 0 and known) c
      join interactions i on i.customer_id = c.customer_id and i.day between c.day and c.day + 1
        and i.at >= c.at and i.at < c.at + ${PAUSE}
      on conflict do nothing
    )
    update next_interactions n set session_contained = ${contained('n')}
    from coming c
    where c.position = n.position and (c.before is null or c.at - c.before >= ${PAUSE})
      and not ${goesOn('c')} and b.id not in (select id from next_interactions where action in ('updated', 'deleted')))`)
}

/** Sessions that a contact of this batch follows, or no longer does. */
export async function touchSessionsOfContacts(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* touchSessionsOfContacts */
    insert into touched_interactions (customer_id, id)
    select i.customer_id, i.id
    from (
      select customer_id, opened_at, opened_day, true as contained from next_contacts where action in ('created', 'updated') and in_chain
      union all select customer_id, opened_at, opened_day, false from image_contacts where sign < 0 and in_chain
    ) k
    join interactions i on i.customer_id = k.customer_id and i.day between k.opened_day - 3 and k.opened_day
      and i.at <= k.opened_at and i.at > k.opened_at - ${CONTACT_WITHIN} and i.session_contained = k.contained
    on conflict do nothing`)
}
