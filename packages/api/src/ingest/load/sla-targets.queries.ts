import type { Sql, TransactionSql } from '../../db/pools.ts'
import { openedBefore, openedFor } from './business-time.queries.ts'
import { type DeriveSettings, dayOf } from './derive.queries.ts'

const conditions = ['channel', 'team', 'topic', 'segment'] as const
const asked = (condition: string) => `p."where" ->> '${condition}'`
const own: Record<(typeof conditions)[number], string> = {
  channel: 'f.channel',
  team: 'f.team',
  topic: 'f.topic',
  segment: 'stamp.segment',
}

/**
 * What was promised about a contact `f` when it opened: the policy with the most conditions, all of them met, of those the
 * one of its brand, and the latest. Nothing is promised to whom the company called, who gave up, or whom a bot helped alone.
 */
export const promiseInForce = `
      left join lateral (
        select p.id from sla_policies p
        where f.initiated_by is distinct from 'company' and not a.abandoned and a.contained is not true
          and p."from" <= f.opened_at and (p.brand is null or p.brand = f.brand)
          and ${conditions.map(one => `(${asked(one)} is null or ${asked(one)} = ${own[one]})`).join(' and ')}
        order by num_nonnulls(${conditions.map(asked).join(', ')}) desc, (p.brand is not null) desc, p."from" desc, p.version desc, p.id limit 1
      ) promise on true`

/** An empty place for targets before and after, also in a second round of one transaction. */
export async function createTargetImage(sql: TransactionSql): Promise<void> {
  await sql`/* createTargetImage */
    create temp table if not exists image_sla_targets as
    select t.*, null::smallint as sign from sla_targets t with no data`
  await sql`/* emptyTargetImage */ truncate image_sla_targets`
}

/** The targets of the touched contacts as they are now. */
export async function imageTargetsBefore(sql: TransactionSql): Promise<void> {
  await sql`/* imageTargetsBefore */
    insert into image_sla_targets select s.*, -1 from sla_targets s join touched_contacts t using (customer_id, id)`
}

/**
 * Replies that customers waited for: their first message after a reply, until the next reply or the resolution. Of two at
 * one instant the one that waited longest. By their contact alone: when it moves to another customer they follow later.
 */
const NEXT_REPLIES = `
      (select distinct on (c.customer_id, c.id, e.at) c, 'NEXT_REPLY', e.at, c.next_reply_seconds, e.ended_at
      from promised c cross join lateral (
        select at, type, lag(type) over trail as before, lead(at) over trail as ended_at
        from (
          select at, id, type, lag(type) over (order by at, id) as previous from contact_events e
          where e.contact_id = c.id and e.type in ('customer_replied', 'agent_replied', 'resolved')
        ) said
        where type <> 'customer_replied' or previous is distinct from 'customer_replied'
        window trail as (order by at, id)
      ) e
      where c.next_reply_seconds is not null and e.type = 'customer_replied' and e.before is not null
      order by c.customer_id, c.id, e.at, e.ended_at desc)`

/** By the calendar of the policy where that was in force, else by the clock on the wall. */
const DUE = `case
        when (contact).calendar_id is null or within_seconds = 0 then started_at + make_interval(secs => within_seconds)
        else ${openedFor('(contact).calendar_id', `(${openedBefore('(contact).calendar_id', 'started_at')} + within_seconds)`)} end`

/**
 * The targets of the batch's and the touched contacts anew. An answer is a first response, and so is a resolution; an
 * outcome without its time stands at the end of handling. One that is not met is broken at the moment it was due, as soon
 * as that has passed.
 */
export async function writeTargets(sql: TransactionSql, settings: DeriveSettings, at: Date): Promise<void> {
  await sql`/* removeTargets */
    delete from sla_targets s using touched_contacts t where s.customer_id = t.customer_id and s.id = t.id`
  await sql.unsafe(
    `/* writeTargets */
    with concerned as (
      select customer_id, id from touched_contacts where not replaced
      union select customer_id, id from next_contacts where action in ('created', 'updated') and sla_policy_id is not null
    ), promised as materialized (
      select c.customer_id, c.id, c.brand, c.channel, c.team, c.trigger_id, c.segment, c.country, c.opened_at,
        least(c.first_response_at, c.answered_at) as answered_at, case when c.resolved then coalesce(c.resolved_at, c.handled_at) end as resolved_at,
        p.id as policy_id, p.version, p.first_response_seconds, p.next_reply_seconds, p.resolution_seconds, k.id as calendar_id
      from concerned join contacts c using (customer_id, id) join sla_policies p on p.id = c.sla_policy_id
      left join calendars k on k.id = p.calendar_id and k."from" <= c.opened_at
    ), targets(contact, target, started_at, within_seconds, done_at) as (
      select c, 'FIRST_RESPONSE', opened_at, first_response_seconds, least(answered_at, resolved_at)
      from promised c where first_response_seconds is not null
      union all
      select c, 'RESOLUTION', opened_at, resolution_seconds, resolved_at from promised c where resolution_seconds is not null
      union all ${NEXT_REPLIES}
    ), timed as materialized (
      select contact, target, started_at, done_at, ${DUE} as due_at from targets
    ), written as (
      insert into sla_targets (customer_id, id, target, started_at, brand, policy_id, policy_version, due_at, done_at, met, judged_at, day,
        channel, team, trigger_id, segment, country)
      select (contact).customer_id, (contact).id, target, started_at, (contact).brand, (contact).policy_id, (contact).version, due_at, done_at, met,
        judged_at, ${dayOf('judged_at', settings)}, (contact).channel, (contact).team, (contact).trigger_id, (contact).segment, (contact).country
      from timed
      cross join lateral (
        select case when done_at <= coalesce(due_at, 'infinity') then true when due_at <= $1 then false end as met
      ) m
      cross join lateral (select case when met then done_at when not met then due_at end as judged_at) j
      returning *
    )
    insert into image_sla_targets select w.*, 1 from written w`,
    [at.toISOString()],
  )
}

/** Whether any target that still ran has come due. */
export async function anyOverdue(sql: Sql, at: Date): Promise<boolean> {
  const [found] = await sql<[{ overdue: boolean }]>`/* anyOverdue */
    select exists (select from sla_targets where met is null and due_at <= ${at.toISOString()}) as overdue`
  return found.overdue
}

/** The contacts of those that came due first. */
export async function touchOverdue(sql: TransactionSql, at: Date, rowsMax: number): Promise<void> {
  await sql`/* touchOverdue */
    insert into touched_contacts (customer_id, id)
    select distinct customer_id, id from (
      select customer_id, id from sla_targets where met is null and due_at <= ${at.toISOString()} order by due_at limit ${rowsMax}
    ) due
    on conflict do nothing`
}

/** Contacts of the days to which something was promised, or is now. */
export async function touchPromised(sql: TransactionSql, fromDay: string, toDay: string): Promise<void> {
  await sql`/* touchPromised */
    insert into touched_contacts (customer_id, id)
    select customer_id, id from contacts where opened_day >= ${fromDay} and opened_day < ${toDay} and sla_policy_id is not null
    on conflict do nothing`
}

/** Contacts under the old and the new image of each changed policy are judged anew, slice by slice, after this load. */
export async function orderRejudging(sql: TransactionSql): Promise<void> {
  await sql`/* orderRejudging */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'promise', greatest(first, ("from" - interval '1 day')::date), last + 1, '{}', now()
    from (
      select least(min(s."from"), min(p."from")) as "from" from stage_sla_policies s left join sla_policies p on p.id = s.id
      where s.action in ('created', 'updated', 'deleted')
    ) changed, (select min(opened_day) as first, max(opened_day) as last from contacts) days
    where first is not null and greatest(first, ("from" - interval '1 day')::date) <= last`
}
