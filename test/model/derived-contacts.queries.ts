import type { Sql } from '../../packages/api/src/db/pools.ts'

const ZONE = "'Europe/Amsterdam'"

/** A contact as its sender knows it, whatever its events made of it. */
const SENT = `
  select c.*, e.n as events,
    case when c.sent is null then c.channel else c.sent ->> 'channel' end as sent_channel,
    case when c.sent is null then c.outcome else c.sent ->> 'outcome' end as sent_outcome,
    case when c.sent is null then c.answered_at else (c.sent ->> 'answeredAt')::timestamptz end as sent_answered_at,
    case when c.sent is null then c.first_response_at else (c.sent ->> 'firstResponseAt')::timestamptz end as sent_first_response_at,
    case when c.sent is null then c.resolved_at else (c.sent ->> 'resolvedAt')::timestamptz end as sent_resolved_at,
    case when c.sent is null then c.closed_at else (c.sent ->> 'closedAt')::timestamptz end as sent_closed_at,
    case when c.sent is null then c.agent_replies else (c.sent ->> 'agentReplies')::int end as sent_agent_replies,
    case when c.sent is null then c.transfers else (c.sent ->> 'transfers')::int end as sent_transfers,
    case when c.sent is null then c.reopens else (c.sent ->> 'reopens')::int end as sent_reopens
  from contacts c cross join lateral (select count(*) as n from contact_events e where e.contact_id = c.id) e`

const ofType = (type: string) => `from contact_events e where e.contact_id = s.id and e.type = '${type}'`

/** Every field that events decide, each by a question of its own. */
const DECIDED = `
  select s.*,
    (select array_agg(e.channel order by e.at, e.id) ${ofType('channel_switched')}) as switched,
    coalesce((select e.channel ${ofType('channel_switched')} order by e.at desc, e.id desc limit 1), sent_channel) as d_channel,
    coalesce((select min(e.at) ${ofType('answered')}), sent_answered_at) as d_answered_at,
    coalesce((select min(e.at) ${ofType('agent_replied')}), sent_first_response_at) as d_first_response_at,
    coalesce((select min(e.at) ${ofType('resolved')}), sent_resolved_at) as d_resolved_at,
    coalesce((select max(e.at) ${ofType('resolved')}), sent_resolved_at) as d_last_resolved_at,
    coalesce((select max(e.at) ${ofType('closed')}), sent_closed_at) as d_closed_at,
    coalesce(nullif((select count(*) ${ofType('agent_replied')}), 0), sent_agent_replies) as d_agent_replies,
    coalesce(nullif((select count(*) ${ofType('transferred')}), 0), sent_transfers) as d_transfers,
    coalesce(nullif((select count(*) ${ofType('reopened')}), 0), sent_reopens) as d_reopens,
    case when exists (select ${ofType('resolved')}) then 'resolved' else sent_outcome end as d_outcome,
    exists (select ${ofType('resolved')}) as resolved_by_event,
    s.bot is true or exists (select ${ofType('bot_replied')}) as by_bot,
    exists (select ${ofType('queued')}) as queued
  from sent s`

const TIMED = `
  select d.*,
    coalesce(d_answered_at, opened_at + make_interval(secs => talk_seconds * 0 + coalesce(queue_seconds, 0))) as w_answered_at,
    coalesce(talk_seconds, 0) + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0) as busy,
    coalesce(d_outcome, '') = 'abandoned' as abandoned,
    coalesce(d_outcome, case when d_resolved_at is not null then 'resolved' end, '') = 'resolved' as w_resolved
  from decided d`

const HANDLED = `
  select t.*,
    coalesce(d_closed_at, d_resolved_at, w_answered_at + make_interval(secs => busy), opened_at) as w_handled_at,
    not abandoned and (w_answered_at is not null or w_resolved) as w_handled,
    case when by_bot then not (d_answered_at is not null or d_first_response_at is not null or queue_seconds is not null
      or queued or agent is not null or coalesce(d_agent_replies, 0) > 0) end as w_contained,
    case when talk_seconds is not null or hold_seconds is not null or wrap_seconds is not null
      then round(busy / coalesce(concurrency, 1)::numeric)::int end as w_handle_seconds
  from timed t`

/** A sender's times come after the opening, those of its events may not. */
const since = (instant: string) =>
  `round(extract(epoch from case when ${instant} < opened_at then opened_at else ${instant} end - opened_at))::int`

const MAP = `(select j.journey_map_id from journeys j where j.id = h.journey_id)`

const PLACED = `
  select h.*, ${MAP} as w_journey_map_id, (w_handled_at at time zone ${ZONE})::date as w_handled_day,
    coalesce(
      (select st.stage from journey_map_steps st where st.touchpoint_id = h.touchpoint_id and st.journey_map_id = ${MAP}),
      (select tp.stage from touchpoints tp where tp.id = h.touchpoint_id),
      (select i.stage from interactions i where i.journey_id = h.journey_id and i.customer_id = h.customer_id and i.at <= h.opened_at
        order by i.at desc, i.id desc limit 1)) as w_stage
  from handled h`

/** The rate in force: the one of the most columns that agree, a team before a channel before a brand. */
const RATE = `
      select r.currency as w_cost_currency,
        round((p.w_handle_seconds / 3600.0 * r.per_hour_e4 + r.per_contact_e4) * (1 + r.overhead_share)::numeric)::bigint as w_cost_e4
      from cost_rates r
      where p.w_handled and p.w_handle_seconds is not null
        and coalesce(r.team = p.team, r.team is null) and coalesce(r.channel = p.d_channel, r.channel is null) and coalesce(r.brand, p.brand) = p.brand
        and p.w_handled_day >= r.from_day and p.w_handled_day < coalesce(r.to_day, 'infinity')
      order by (case when r.team is null then 0 else 2 end) + (case when r.channel is null then 0 else 1 end) desc, r.brand is null limit 1`

const CONDITIONS = 'jsonb_strip_nulls(l."where")'

/**
 * The policy of the contact's brand or of every brand whose conditions, all of them, the contact meets; the more of them
 * the better, then its own brand's, then the later.
 */
const POLICY = `
      select l.id from sla_policies l
      where coalesce(initiated_by, '') <> 'company' and not abandoned and not coalesce(w_contained, false) and l."from" <= opened_at
        and coalesce(l.brand, p.brand) = p.brand
        and jsonb_build_object('channel', sent_channel, 'team', team, 'topic', topic, 'segment', segment) @> ${CONDITIONS}
      order by (select count(*) from jsonb_object_keys(${CONDITIONS})) desc, l.brand is null, l."from" desc, l.version desc, l.id limit 1`

/** Everything that hangs on a contact's events, journey, touchpoint and rates, in the plainest SQL; rows that differ. */
export async function contactDifferences(sql: Sql): Promise<readonly unknown[]> {
  return await sql.unsafe(`/* contactDifferences */
    with sent as (${SENT}), decided as (${DECIDED}), timed as (${TIMED}), handled as (${HANDLED}), placed as (${PLACED}),
    compared as (
      select p.external_id,
        jsonb_build_object('sent', p.sent is not null, 'channels', channels, 'channel', channel, 'answered_at', answered_at,
          'first_response_at', first_response_at, 'resolved_at', resolved_at, 'closed_at', closed_at, 'agent_replies', agent_replies,
          'transfers', transfers, 'reopens', reopens, 'outcome', outcome, 'opened_day', opened_day, 'answered_day', answered_day,
          'handled_at', handled_at, 'handled_day', handled_day, 'handled', p.handled, 'offered', offered, 'resolved', resolved,
          'handle_seconds', handle_seconds, 'talk_handle_seconds', talk_handle_seconds, 'answer_seconds', answer_seconds,
          'hold_handle_seconds', hold_handle_seconds, 'wrap_handle_seconds', wrap_handle_seconds,
          'first_response_day', first_response_day, 'first_response_seconds', first_response_seconds,
          'first_resolved_day', first_resolved_day, 'first_resolution_seconds', first_resolution_seconds,
          'last_resolved_at', last_resolved_at, 'last_resolved_day', last_resolved_day,
          'full_resolution_seconds', full_resolution_seconds,
          'waiting', waiting, 'contained', contained, 'avoidable', avoidable, 'sla_policy_id', sla_policy_id,
          'issue', issue, 'in_chain', in_chain, 'resolution_day', resolution_day, 'journey_map_id', journey_map_id,
          'stage', stage, 'cost_e4', cost_e4, 'cost_currency', cost_currency) as stored,
        jsonb_build_object('sent', events > 0, 'channels', case when switched is not null then sent_channel || switched end, 'channel', d_channel, 'answered_at', d_answered_at,
          'first_response_at', d_first_response_at, 'resolved_at', d_resolved_at, 'closed_at', d_closed_at, 'agent_replies', d_agent_replies,
          'transfers', d_transfers, 'reopens', d_reopens, 'outcome', d_outcome,
          'opened_day', (opened_at at time zone ${ZONE})::date,
          'answered_day', case when not abandoned then (w_answered_at at time zone ${ZONE})::date end,
          'handled_at', w_handled_at, 'handled_day', w_handled_day, 'handled', w_handled,
          'offered', coalesce(initiated_by, 'customer') = 'customer' and not coalesce(w_contained, false)
            and (queue_seconds is not null or w_answered_at is not null or abandoned),
          'resolved', w_resolved, 'handle_seconds', w_handle_seconds,
          'talk_handle_seconds', round(talk_seconds / coalesce(concurrency, 1)::numeric)::int,
          'hold_handle_seconds', round(hold_seconds / coalesce(concurrency, 1)::numeric)::int,
          'wrap_handle_seconds', round(wrap_seconds / coalesce(concurrency, 1)::numeric)::int,
          'first_response_day', (d_first_response_at at time zone ${ZONE})::date,
          'first_response_seconds', ${since('d_first_response_at')},
          'first_resolved_day', (d_resolved_at at time zone ${ZONE})::date,
          'first_resolution_seconds', ${since('d_resolved_at')},
          'last_resolved_at', d_last_resolved_at, 'last_resolved_day', (d_last_resolved_at at time zone ${ZONE})::date,
          'full_resolution_seconds', ${since('d_last_resolved_at')},
          'answer_seconds', case when w_answered_at is not null
            then coalesce(queue_seconds, greatest(0, round(extract(epoch from w_answered_at - opened_at))))::int end,
          'waiting', coalesce(initiated_by, 'customer') = 'customer' and not coalesce(w_contained, false) and not abandoned and not w_resolved
            and w_answered_at is null and d_first_response_at is null and d_closed_at is null,
          'contained', w_contained,
          'avoidable', exists (select from triggers t where t.id = trigger_id and t.avoidable),
          'sla_policy_id', (${POLICY}),
          'issue', coalesce(trigger_id::text, topic, 'none'), 'in_chain', known and coalesce(initiated_by, 'customer') = 'customer',
          'resolution_day', case when w_resolved and not resolved_by_event
            then (coalesce(d_resolved_at, w_handled_at) at time zone ${ZONE})::date end,
          'journey_map_id', w_journey_map_id, 'stage', w_stage,
          'cost_e4', w_cost_e4, 'cost_currency', w_cost_currency) as wanted
      from placed p left join lateral (${RATE}) r on true
    )
    select external_id, s.key, s.value as stored, w.value as wanted
    from compared cross join lateral jsonb_each(stored) s join lateral jsonb_each(wanted) w using (key)
    where s.value is distinct from w.value`)
}

/** Gaps between contacts on one issue, over whole chains. */
export async function chainDifferences(sql: Sql): Promise<readonly unknown[]> {
  return await sql`/* chainDifferences */
    select c.id, c.previous_gap_days, c.nearest_gap_days, w.previous, least(w.previous, w.next) as nearest from contacts c
    left join (
      select id, ceil(extract(epoch from opened_at - lag(opened_at) over chain) / 86400)::int as previous,
        ceil(extract(epoch from lead(opened_at) over chain - opened_at) / 86400)::int as next
      from contacts where in_chain window chain as (partition by customer_id, issue order by opened_at, id)
    ) w using (id)
    where (c.previous_gap_days, c.nearest_gap_days) is distinct from (w.previous, least(w.previous, w.next))`
}
