import type { Sql } from '../../packages/api/src/db/pools.ts'

/** The hours of a calendar `k` between two instants, day by day and span by span: no running sum. */
const openBetween = (from: string, to: string) => `(
    select coalesce(sum(greatest(0, extract(epoch from least(closes, ${to}) - greatest(opens, ${from})))), 0)
    from generate_series((${from} at time zone k.zone)::date::timestamp, (${to} at time zone k.zone)::date, interval '1 day') day
    cross join lateral jsonb_each(k.hours) hours(weekday, spans) cross join lateral jsonb_array_elements(spans) span
    cross join lateral (select (day + (span ->> 0)::time) at time zone k.zone as opens, (day + (span ->> 1)::time) at time zone k.zone as closes) open_span
    where lower(to_char(day, 'dy')) = weekday and day::date not in (select off from days_off where days_off.id = k.id))`

/** In the time of the model the Netherlands keep one day, that of the King. */
const DAYS_OFF = `days_off as (
      select id, off::date as off from calendars, jsonb_array_elements_text(case jsonb_typeof(holidays) when 'array' then holidays else '[]' end) off
      union all select id, day::date from calendars, unnest(array['2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25']) day
      where holidays = '"NL"')`

async function businessDifferences(sql: Sql) {
  const seconds = (to: string) =>
    `case when k.id is not null and ${to} is not null then round(${openBetween('c.opened_at', to)})::int end`
  return await sql.unsafe(`/* businessDifferences */
    with ${DAYS_OFF}, wanted as (
      select c.external_id, c.business_answer_seconds, c.business_first_response_seconds, c.business_first_resolution_seconds,
        c.business_full_resolution_seconds,
        ${seconds('a.answered')} as answer, ${seconds('c.first_response_at')} as response,
        ${seconds('c.resolved_at')} as first, ${seconds('c.last_resolved_at')} as last
      from contacts c
      cross join lateral (
        select case when c.answered_at is not null or c.talk_seconds is not null
          then coalesce(c.opened_at + make_interval(secs => c.queue_seconds), c.answered_at, c.opened_at) end as answered
      ) a
      left join calendars k on k.id = (
        select id from calendars o where o."from" <= c.opened_at and coalesce(o.team, c.team, '') = coalesce(c.team, '') and coalesce(o.brand, c.brand) = c.brand
        order by o.team is null, o.brand is null, o."from" desc, id limit 1)
    )
    select 'business' as what, w.* from wanted w
    where (business_answer_seconds, business_first_response_seconds, business_first_resolution_seconds, business_full_resolution_seconds)
      is distinct from (answer, response, first, last)`)
}

/** What each contact was promised; each target is told from all of its events, one by one. */
const PROMISED = `promised as (
      select c.id, c.customer_id, 'FIRST_RESPONSE' as target, c.opened_at as started_at, p.first_response_seconds as seconds,
        least(c.first_response_at, c.answered_at, case when c.resolved then coalesce(c.resolved_at, c.handled_at) end) as done_at
      from contacts c join sla_policies p on p.id = c.sla_policy_id
      union all
      select c.id, c.customer_id, 'RESOLUTION', c.opened_at, p.resolution_seconds, case when c.resolved then coalesce(c.resolved_at, c.handled_at) end
      from contacts c join sla_policies p on p.id = c.sla_policy_id
      union all
      (select distinct on (c.id, e.at) c.id, c.customer_id, 'NEXT_REPLY', e.at, p.next_reply_seconds,
        (select min(n.at) from contact_events n
          where n.contact_id = c.id and n.type in ('agent_replied', 'resolved') and (n.at, n.id) > (e.at, e.id)) as done_at
      from contacts c join sla_policies p on p.id = c.sla_policy_id join contact_events e on e.contact_id = c.id and e.type = 'customer_replied'
      where (
        select b.type from contact_events b
        where b.contact_id = c.id and b.type in ('customer_replied', 'agent_replied', 'resolved') and (b.at, b.id) < (e.at, e.id)
        order by b.at desc, b.id desc limit 1) <> 'customer_replied'
      order by c.id, e.at, done_at desc nulls first)
    )`

/** A target is due where it says, to the second: by then the desk was open so long, a second before it was not. */
async function targetDifferences(sql: Sql) {
  return await sql.unsafe(`/* targetDifferences */
    with ${DAYS_OFF}, ${PROMISED}, compared as (
      select coalesce(w.target, s.target) as target, w.id as wanted, s.id as stored, w.done_at is distinct from s.done_at as done_differs,
        s.due_at, s.met, s.judged_at, s.day, s.done_at, w.started_at, w.seconds, k.id as calendar_id,
        case when k.id is null then w.started_at + make_interval(secs => w.seconds) end as due_by_clock,
        case when k.id is not null and s.due_at is not null then ${openBetween('w.started_at', 's.due_at')} end as open_until_due,
        case when k.id is not null and s.due_at is not null
          then ${openBetween('w.started_at', `greatest(w.started_at, s.due_at - interval '1 second')`)} end as open_until_before,
        k.hours = '{}' as never_open,
        (s.brand, s.channel, s.team, s.trigger_id, s.segment, s.country, s.policy_id, s.policy_version)
          is distinct from (c.brand, c.channel, c.team, c.trigger_id, c.segment, c.country, p.id, p.version) as words_differ
      from (select * from promised where seconds is not null) w
      full join sla_targets s on s.id = w.id and s.customer_id = w.customer_id and s.target = w.target and s.started_at = w.started_at
      left join contacts c on c.id = s.id left join sla_policies p on p.id = c.sla_policy_id left join calendars k on k.id = p.calendar_id and k."from" <= c.opened_at
    )
    select 'target' as what, * from compared
    where wanted is null or stored is null or done_differs or words_differ
      or due_by_clock <> due_at
      or (calendar_id is not null and seconds = 0 and due_at <> started_at)
      or (calendar_id is not null and seconds > 0 and not never_open and (
        due_at is null or open_until_due <> seconds or open_until_before >= seconds))
      or (never_open and seconds > 0 and due_at is not null)
      or met is distinct from case when done_at <= coalesce(due_at, 'infinity') then true when due_at < now() then false end
      or judged_at is distinct from case when met then done_at when not met then due_at end
      or day is distinct from (judged_at at time zone 'Europe/Amsterdam')::date`)
}

/** What a customer does at self-service touchpoints, one by one: whether it begins a session, and what followed. */
async function sessionDifferences(sql: Sql) {
  return await sql`/* sessionDifferences */
    with served as (
      select i.* from interactions i join touchpoints t on t.id = i.touchpoint_id where t.self_service and i.known
    ), trail as (
      select *, at - lag(at) over (partition by customer_id order by at, id) as pause from served
    ), wanted as (
      select id, not exists (
        select from contacts c where c.customer_id = t.customer_id and c.known and coalesce(c.initiated_by, 'customer') = 'customer'
          and c.opened_at - t.at >= interval '0' and c.opened_at - t.at < interval '2 days') as contained
      from trail t where pause is null or pause >= interval '30 minutes'
    )
    select 'session' as what, i.external_id, i.session_contained, w.contained from interactions i left join wanted w using (id)
    where i.session_contained is distinct from w.contained`
}

async function answerDifferences(sql: Sql) {
  return await sql`/* answerDifferences */
    with verdicts as (
      select *, case when favourable then 100 when unfavourable then -100 else 0 end as points from feedback where known
    ), pairs as (
      select distinct on (t.id) t.id, t.points - r.points as halo
      from verdicts t join verdicts r using (customer_id)
      where t.kind = 'transactional_nps' and r.kind = 'relational_nps' and r.at between t.at - interval '90 days' and t.at + interval '90 days'
      order by t.id, greatest(r.at - t.at, t.at - r.at), r.at, r.id
    )
    select 'answer' as what, f.external_id, f.halo_points, p.halo, f.contact_resolved, c.resolved
    from feedback f left join pairs p using (id) left join contacts c on c.id = f.contact_id
    where (f.halo_points, f.contact_resolved) is distinct from (p.halo, c.resolved)`
}

async function journeyDifferences(sql: Sql) {
  return await sql`/* journeyDifferences */
    with wanted as (
      select j.id, j.day + m.window_days as ends,
        (j.outcome is not distinct from 'completed' and (j.ended_at is null or (j.ended_at at time zone 'Europe/Amsterdam')::date - j.day <= m.window_days))
          or (select count(*) from interactions i where i.journey_id = j.id and i.touchpoint_id = m.completed_by_id
            and i.day - j.day between 0 and m.window_days) > 0 as completed
      from journeys j join journey_maps m on m.id = j.journey_map_id
    )
    select 'journey' as what, j.external_id, j.window_end_day, w.ends, j.completed, w.completed as wanted
    from journeys j left join wanted w using (id)
    where (j.window_end_day, j.completed) is distinct from (w.ends, coalesce(w.completed, false))`
}

/** Opening hours, promises, sessions, halos and journeys, computed anew in the plainest SQL; rows that differ. */
export async function serviceDifferences(sql: Sql): Promise<unknown[]> {
  return [
    ...(await businessDifferences(sql)),
    ...(await targetDifferences(sql)),
    ...(await sessionDifferences(sql)),
    ...(await answerDifferences(sql)),
    ...(await journeyDifferences(sql)),
  ]
}

/** Of how many rows each thing is told: what is never told proves nothing. */
export async function derivedAtAll(sql: Sql): Promise<Record<string, number>> {
  const [told = {}] = await sql<Record<string, number>[]>`/* derivedAtAll */
    select count(*) filter (where business_full_resolution_seconds > 0)::int as "waits in hours",
      (select count(*)::int from sla_targets where met) as "targets met",
      (select count(*)::int from sla_targets where not met) as "targets broken",
      (select count(*)::int from sla_targets where target = 'NEXT_REPLY') as "next replies",
      (select count(*)::int from interactions where session_contained) as "sessions that helped",
      (select count(*)::int from interactions where not session_contained) as "sessions that did not",
      (select count(*)::int from feedback where halo_points is not null) as "halos",
      (select count(*)::int from journeys where completed) as "completed journeys"
    from contacts`
  return told
}
