import { AMOUNT_MAX, UNITS_PER_MAJOR } from '@tweeluik/schema'
import type { TransactionSql } from '../../db/pools.ts'
import { hoursInForce, openedBefore } from './business-time.queries.ts'
import { type Derive, dayOf, decidedByEvents, sentName } from './derive.queries.ts'
import { promiseInForce } from './sla-targets.queries.ts'

/** What a contact's events say, where any of their type came. */
const events = (stored: string) => `
      left join lateral (
        select true as came,
          min(e.at) filter (where e.type = 'answered') as answered_at,
          min(e.at) filter (where e.type = 'agent_replied') as first_response_at,
          nullif(count(*) filter (where e.type = 'agent_replied'), 0)::int as agent_replies,
          min(e.at) filter (where e.type = 'resolved') as resolved_at,
          max(e.at) filter (where e.type = 'resolved') as last_resolved_at,
          max(e.at) filter (where e.type = 'closed') as closed_at,
          nullif(count(*) filter (where e.type = 'transferred'), 0)::int as transfers,
          nullif(count(*) filter (where e.type = 'reopened'), 0)::int as reopens,
          bool_or(e.type = 'bot_replied') as bot,
          bool_or(e.type = 'queued') as queued,
          array_agg(e.channel order by e.at, e.id) filter (where e.type = 'channel_switched') as switched
        from contact_events e where ${stored} and e.contact_id = f.id having count(*) > 0
      ) e on true`

/** Events decide the fields that they speak of; for the rest the sender's word holds. */
const decided = `
      cross join lateral (
        select coalesce(e.switched[cardinality(e.switched)], f.channel) as channel,
          coalesce(e.answered_at, f.answered_at) as answered_at,
          coalesce(e.first_response_at, f.first_response_at) as first_response_at,
          coalesce(e.agent_replies, f.agent_replies) as agent_replies,
          coalesce(e.resolved_at, f.resolved_at) as resolved_at,
          coalesce(e.closed_at, f.closed_at) as closed_at,
          coalesce(e.transfers, f.transfers) as transfers,
          coalesce(e.reopens, f.reopens) as reopens,
          case when e.resolved_at is not null then 'resolved' else f.outcome end as outcome
      ) d`

/** Answered by its own word, or after the queue when talk is known; handled at the end of wrap-up. */
const times = `
      cross join lateral (
        select coalesce(d.outcome = 'abandoned', false) as abandoned,
          coalesce(d.outcome = 'resolved', d.resolved_at is not null) as resolved,
          f.initiated_by is distinct from 'company' as by_customer,
          case when f.bot or e.bot then num_nonnulls(d.answered_at, d.first_response_at, f.queue_seconds, f.agent, nullif(d.agent_replies, 0)) = 0
            and e.queued is not true end as contained,
          coalesce(d.answered_at, case when f.talk_seconds is not null then f.opened_at + make_interval(secs => coalesce(f.queue_seconds, 0)) end) as answered_at,
          coalesce(f.talk_seconds, 0) + coalesce(f.hold_seconds, 0) + coalesce(f.wrap_seconds, 0) as handling_seconds,
          coalesce(f.concurrency, 1)::numeric as concurrency,
          coalesce(e.last_resolved_at, d.resolved_at) as last_resolved_at
      ) a
      cross join lateral (
        select coalesce(d.closed_at, d.resolved_at, a.answered_at + make_interval(secs => a.handling_seconds), f.opened_at) as handled_at,
          not a.abandoned and (a.answered_at is not null or a.resolved) as handled,
          case when num_nonnulls(f.talk_seconds, f.hold_seconds, f.wrap_seconds) > 0 then round(a.handling_seconds / a.concurrency)::int end as handle_seconds
      ) b`

/** Its touchpoint's step on the map of its journey, else the touchpoint's own stage, else that of the last interaction. */
const place = `
      left join journeys j on j.id = f.journey_id
      left join touchpoints tp on tp.id = f.touchpoint_id
      left join journey_map_steps step on step.journey_map_id = j.journey_map_id and step.touchpoint_id = f.touchpoint_id
      left join lateral (
        select i.stage from interactions i
        where f.journey_id is not null and step.stage is null and tp.stage is null
          and i.journey_id = f.journey_id and i.customer_id = f.customer_id and i.at <= f.opened_at
        order by i.at desc, i.id desc limit 1
      ) last on true`

const CAUSE = 'left join triggers cause on cause.id = f.trigger_id'

/**
 * The rate in force on the day of handling; the most specific wins: team and channel, team, channel, none. A cost ends
 * where any amount does, or its square would pass what a cell can hold and no load with it could ever be done.
 */
const cost = (handledDay: string) => `
      left join lateral (
        select least(round((b.handle_seconds / 3600.0 * r.per_hour_e4 + r.per_contact_e4) * (1 + r.overhead_share)::numeric),
          ${AMOUNT_MAX * UNITS_PER_MAJOR})::bigint as cost_e4, r.currency
        from cost_rates r
        where b.handled and b.handle_seconds is not null
          and (r.brand is null or r.brand = f.brand) and (r.team is null or r.team = f.team) and (r.channel is null or r.channel = d.channel)
          and r.from_day <= ${handledDay} and (r.to_day is null or ${handledDay} < r.to_day)
        order by (r.team is not null) desc, (r.channel is not null) desc, (r.brand is not null) desc, r.from_day desc, r.id limit 1
      ) r on true`

/** The waits of a contact in the hours of the calendar in force when it opened. */
function businessWaits(): Record<string, string> {
  const waits = {
    business_answer_seconds: `case when a.answered_at is not null
        then coalesce(f.opened_at + make_interval(secs => f.queue_seconds), a.answered_at) end`,
    business_first_response_seconds: 'd.first_response_at',
    business_first_resolution_seconds: 'd.resolved_at',
    business_full_resolution_seconds: 'a.last_resolved_at',
  }
  const seconds = (instant: string) =>
    `case when hours.id is not null and ${instant} is not null
        then least(${WAIT_SECONDS_MAX}, greatest(0, round(${openedBefore('hours.id', instant)} - open.before)))::int end`
  return Object.fromEntries(Object.entries(waits).map(([column, instant]) => [column, seconds(instant)]))
}

const hours = `${hoursInForce}
      cross join lateral (select ${openedBefore('hours.id', 'f.opened_at')} as before offset 0) open`

const sent = Object.keys(decidedByEvents)
  .map(column => `'${sentName(column)}', f.${column}`)
  .join(', ')

/** A contact that says so itself is refused; an event that lies further off must not fail its whole batch. */
const WAIT_SECONDS_MAX = 31_622_400

/** Null where the moment is: `least` and `greatest` would pass it over. */
const secondsTo = (instant: string) =>
  `case when ${instant} is not null then least(${WAIT_SECONDS_MAX}, greatest(0, round(extract(epoch from ${instant} - f.opened_at))))::int end`

/** All that follows from a contact, from its events, from the journey it is in and from the rates in force. */
export const contactDerivation: Derive = (settings, stored) => {
  const handledDay = dayOf('b.handled_at', settings)
  const { calendars, policies } = settings.inUse
  const waits = businessWaits()
  const decidedColumns = Object.keys(decidedByEvents).map(column => [column, `d.${column}`])
  return {
    joins: `${events(stored)} ${decided} ${times} ${place} ${cost(handledDay)} ${CAUSE} ${calendars ? hours : ''} ${policies ? promiseInForce : ''}`,
    columns: {
      ...Object.fromEntries(decidedColumns),
      sent: `case when e.came then jsonb_build_object(${sent}) end`,
      channels: 'case when e.switched is not null then f.channel || e.switched end',
      opened_day: dayOf('f.opened_at', settings),
      answered_day: `case when not a.abandoned then ${dayOf('a.answered_at', settings)} end`,
      handled_at: 'b.handled_at',
      handled_day: handledDay,
      handled: 'b.handled',
      offered: `a.by_customer and a.contained is not true and (f.queue_seconds is not null or a.answered_at is not null or a.abandoned)`,
      resolved: 'a.resolved',
      handle_seconds: 'b.handle_seconds',
      talk_handle_seconds: 'round(f.talk_seconds / a.concurrency)::int',
      hold_handle_seconds: 'round(f.hold_seconds / a.concurrency)::int',
      wrap_handle_seconds: 'round(f.wrap_seconds / a.concurrency)::int',
      answer_seconds: `case when a.answered_at is not null then coalesce(f.queue_seconds, ${secondsTo('a.answered_at')}) end`,
      first_response_day: dayOf('d.first_response_at', settings),
      first_response_seconds: secondsTo('d.first_response_at'),
      waiting: `a.by_customer and a.contained is not true and not a.abandoned and not a.resolved
        and num_nonnulls(a.answered_at, d.first_response_at, d.closed_at) = 0`,
      first_resolved_day: dayOf('d.resolved_at', settings),
      first_resolution_seconds: secondsTo('d.resolved_at'),
      last_resolved_at: 'a.last_resolved_at',
      last_resolved_day: dayOf('a.last_resolved_at', settings),
      full_resolution_seconds: secondsTo('a.last_resolved_at'),
      ...(calendars ? waits : Object.fromEntries(Object.keys(waits).map(column => [column, 'null::int']))),
      sla_policy_id: policies ? 'promise.id' : 'null::uuid',
      contained: 'a.contained',
      avoidable: 'coalesce(cause.avoidable, false)',
      issue: `coalesce(f.trigger_id::text, f.topic, 'none')`,
      in_chain: 'f.known and a.by_customer',
      resolution_day: `case when a.resolved and e.resolved_at is null then ${dayOf('coalesce(d.resolved_at, b.handled_at)', settings)} end`,
      journey_map_id: 'j.journey_map_id',
      stage: 'coalesce(step.stage, tp.stage, last.stage)',
      cost_e4: 'r.cost_e4',
      cost_currency: 'r.currency',
    },
  }
}

const days = (from: string, to: string) => `ceil(extract(epoch from ${to} - ${from}) / 86400)::int`

const neighbour = (of: string, before: boolean) => `
      select n.customer_id, n.id, n.opened_at, n.previous_gap_days, n.nearest_gap_days from contacts n
      where n.customer_id = ${of}.customer_id and n.issue = ${of}.issue and n.in_chain
        and (n.opened_at, n.id) ${before ? '<' : '>'} (${of}.opened_at, ${of}.id)
        and n.id not in (select id from next_contacts where action in ('updated', 'deleted'))
      order by n.opened_at ${before ? 'desc' : ''}, n.id ${before ? 'desc' : ''} limit 1`

/**
 * Finds the place of each row to come among its customer's contacts on the same issue, stored or coming with it, and
 * touches the stored ones beside it whose gaps become shorter. By index, never a customer's whole history. Days are rounded up: W days and a
 * minute are W + 1.
 */
export async function placeInChains(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* placeInChains */
    with coming as (
      select position, customer_id, id, issue, opened_at,
        lag(opened_at) over chain as before, lead(opened_at) over chain as after
      from next_contacts where action in ('created', 'updated') and in_chain
      window chain as (partition by customer_id, issue order by opened_at, id)
    ), placed as materialized (
      select c.position, c.customer_id,
        case when coalesce(${days('before.opened_at', 'c.opened_at')} < before.nearest_gap_days, true) then before.id end as before_id,
        case when coalesce(${days('c.opened_at', 'after.opened_at')} < after.previous_gap_days, true) then after.id end as after_id,
        ${days('greatest(c.before, before.opened_at)', 'c.opened_at')} as previous,
        ${days('c.opened_at', 'least(c.after, after.opened_at)')} as next
      from coming c
      left join lateral (${neighbour('c', true)}) before on true
      left join lateral (${neighbour('c', false)}) after on true
    ), touched as (
      insert into touched_contacts (customer_id, id)
      select customer_id, before_id from placed where before_id is not null
      union select customer_id, after_id from placed where after_id is not null
      on conflict do nothing
    )
    update next_contacts n set previous_gap_days = p.previous, nearest_gap_days = least(p.previous, p.next)
    from placed p where p.position = n.position`)
}

/** The stored contacts beside those that this batch replaces or removes: their gaps grow. */
export async function touchOldNeighbours(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* touchOldNeighbours */
    insert into touched_contacts (customer_id, id)
    select distinct n.customer_id, n.id
    from touched_contacts t join contacts c using (customer_id, id)
    cross join lateral ((${neighbour('c', true)}) union all (${neighbour('c', false)})) n
    where t.replaced and c.in_chain
    on conflict do nothing`)
}

const stored = (before: boolean) => `
      select n.opened_at from contacts n
      where n.customer_id = c.customer_id and n.issue = c.issue and n.in_chain
        and (n.opened_at, n.id) ${before ? '<' : '>'} (c.opened_at, c.id)
      order by n.opened_at ${before ? 'desc' : ''}, n.id ${before ? 'desc' : ''} limit 1`

/** The gaps of stored contacts whose neighbours changed. */
export async function deriveGaps(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* deriveGaps */
    update contacts target set previous_gap_days = gaps.previous, nearest_gap_days = least(gaps.previous, gaps.next)
    from (
      select c.customer_id, c.id, ${days('before.opened_at', 'c.opened_at')} as previous, ${days('c.opened_at', 'after.opened_at')} as next
      from touched_contacts t join contacts c using (customer_id, id)
      left join lateral (${stored(true)}) before on true
      left join lateral (${stored(false)}) after on true
      where not t.replaced and c.in_chain
    ) gaps
    where target.customer_id = gaps.customer_id and target.id = gaps.id
      and (target.previous_gap_days, target.nearest_gap_days) is distinct from (gaps.previous, least(gaps.previous, gaps.next))`)
}

/** Stored contacts of which events came or went in this batch. */
export async function touchContactsOfEvents(sql: TransactionSql): Promise<void> {
  await sql`/* touchContactsOfEvents */
    insert into touched_contacts (customer_id, id)
    select c.customer_id, c.id
    from (
      select customer_id, contact_id from next_contact_events where action in ('created', 'updated')
      union select customer_id, contact_id from image_contact_events where sign < 0
    ) e join contacts c on c.customer_id = e.customer_id and c.id = e.contact_id
    on conflict do nothing`
}

/** Stored contacts that are in a journey of this batch, or whose stage may come from an interaction of it. */
export async function touchContactsOfJourneys(sql: TransactionSql): Promise<void> {
  await sql`/* touchContactsOfJourneys */
    insert into touched_contacts (customer_id, id)
    select c.customer_id, c.id from changed_journeys j join contacts c on c.journey_id = j.id
    on conflict do nothing`
}
