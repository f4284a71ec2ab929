import type { Sql } from '../../packages/api/src/db/pools.ts'

export interface Plain {
  value: number | null
  n: number
}

const day = (instant: string) => `(${instant} at time zone 'Europe/Amsterdam')::date`

/** The desk's hours between two instants: what a calendar says of each minute, where none is told by a sum. */
const OPEN_SECONDS = (calendar: string, from: string, to: string) => `(
    select coalesce(sum(extract(epoch from least(closes, ${to}) - greatest(opens, ${from}))), 0)
    from generate_series((${from}::date - 1)::timestamp, ${to}::date + 1, interval '1 day') day
    cross join lateral jsonb_array_elements(${calendar}.hours -> lower(to_char(day, 'dy'))) span
    cross join lateral (select (day + (span ->> 0)::time) at time zone ${calendar}.zone as opens, (day + (span ->> 1)::time) at time zone ${calendar}.zone as closes) o
    where least(closes, ${to}) > greatest(opens, ${from})
      and day::date not in (select unnest(case when jsonb_typeof(${calendar}.holidays) = 'string' then off.days
        else array(select jsonb_array_elements_text(${calendar}.holidays)::date) end)))`

/** Of the countries whose holidays the demo company keeps, in the years asked. */
const OFF = `off(country, days) as (values
      ('NL', array['2025-12-25', '2025-12-26', '2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26']::date[]),
      ('BE', array['2025-11-01', '2025-11-11', '2025-12-25', '2026-01-01', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-07-21', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25']::date[]))`

/** Each figure from the records themselves, by the words of its definition. */
const answers: Record<string, string> = {
  'SLA_ATTAINMENT FIRST_RESPONSE': `
    with promised as (
      select c.*, c.opened_at + make_interval(secs => p.first_response_seconds) as due,
        least(c.first_response_at, c.answered_at, case when c.outcome = 'resolved' then coalesce(c.resolved_at, c.closed_at) end) as done
      from contacts c cross join lateral (
        select * from sla_policies p
        where p."from" <= c.opened_at and (p."where" ->> 'channel' = coalesce(c.channels[1], c.channel) or p."where" ->> 'topic' = c.topic)
        order by p."from" desc, p.version desc, p.id limit 1
      ) p
      where p.first_response_seconds is not null and c.initiated_by <> 'company' and coalesce(c.outcome, '') <> 'abandoned'
        and not (c.bot is true and c.agent is null and c.queue_seconds is null and c.answered_at is null and c.first_response_at is null)
    )
    select avg((done is not null and done <= due)::int)::float8 as value, count(*)::int as n from promised
    where coalesce(done, due) is not null and (done <= due or due <= now())
      and ${day('case when done <= due then done else due end')} >= $1::date and ${day('case when done <= due then done else due end')} < $2::date`,
  'RESOLUTION_TIME BUSINESS': `
    with ${OFF}, waits as (
      select ${OPEN_SECONDS('k', 'c.opened_at', 'c.resolved_at')} as seconds
      from contacts c join lateral (
        select * from calendars k where (k.team = c.team or k.team is null) and k."from" <= c.opened_at order by k.team is null, k."from" desc limit 1
      ) k on true left join off on off.country = k.holidays #>> '{}'
      where ${day('c.resolved_at')} >= $1::date and ${day('c.resolved_at')} < $2::date
    )
    select avg(round(seconds))::float8 as value, count(*)::int as n from waits`,
  SELF_SERVICE_RATE: `
    with visits as (
      select i.*, lag(i.at) over (partition by i.customer_id order by i.at, i.id) as before
      from interactions i join touchpoints t on t.id = i.touchpoint_id where t.self_service and i.known
    ), sessions as (
      select exists (select from contacts c where c.customer_id = v.customer_id and c.known and c.initiated_by <> 'company'
        and c.opened_at >= v.at and c.opened_at < v.at + interval '48 hours') as failed
      from visits v where (before is null or at - before >= interval '30 minutes') and ${day('at')} >= $1::date and ${day('at')} < $2::date
    )
    select avg((not failed)::int)::float8 as value, count(*)::int as n from sessions`,
  JOURNEY_COMPLETION_RATE: `
    select avg((j.outcome is not distinct from 'completed' and coalesce(${day('j.ended_at')} <= ${day('j.started_at')} + m.window_days, true)
      or exists (select from interactions i where i.journey_id = j.id and i.touchpoint_id = m.completed_by_id
        and ${day('i.at')} between ${day('j.started_at')} and ${day('j.started_at')} + m.window_days))::int)::float8 as value, count(*)::int as n
    from journeys j join journey_maps m on m.id = j.journey_map_id
    where ${day('j.started_at')} + m.window_days >= $1::date and ${day('j.started_at')} + m.window_days < $2::date`,
  BOT_CONTAINMENT: `
    select avg((agent is null and queue_seconds is null and answered_at is null and first_response_at is null and coalesce(agent_replies, 0) = 0)::int)::float8 as value,
      count(*)::int as n
    from contacts c where ${day('opened_at')} >= $1::date and ${day('opened_at')} < $2::date
      and (bot or exists (select from contact_events e where e.contact_id = c.id and e.type = 'bot_replied'))`,
  AVOIDABLE_CONTACT_SHARE: `
    select avg(coalesce(t.avoidable, false)::int)::float8 as value, count(*)::int as n
    from contacts c left join triggers t on t.id = c.trigger_id
    where c.trigger_id is not null and ${day('opened_at')} >= $1::date and ${day('opened_at')} < $2::date`,
  HALO_GAP: `
    with verdicts as (select *, case when score >= 9 then 100 when score <= 6 then -100 else 0 end as points from feedback where known)
    select avg(t.points - r.points)::float8 as value, count(*)::int as n
    from verdicts t cross join lateral (
      select r.points from verdicts r
      where r.customer_id = t.customer_id and r.kind = 'relational_nps' and r.at between t.at - interval '2160 hours' and t.at + interval '2160 hours'
      order by greatest(r.at - t.at, t.at - r.at), r.at limit 1
    ) r
    where t.kind = 'transactional_nps' and ${day('t.at')} >= $1::date and ${day('t.at')} < $2::date`,
  CLAIM_GAP: `
    select 100 * (avg((coalesce(c.outcome, case when c.resolved_at is not null then 'resolved' end) is not distinct from 'resolved')::int) - avg(f.resolved::int))::float8 as value,
      count(*)::int as n
    from feedback f join contacts c on c.id = f.contact_id
    where f.resolved is not null and ${day('f.at')} >= $1::date and ${day('f.at')} < $2::date`,
  COST_OF_UNNECESSARY_CONTACT: `
    with chains as (
      select c.*, exists (
        select from contacts b where b.customer_id = c.customer_id and b.known and c.known and b.initiated_by <> 'company' and c.initiated_by <> 'company'
          and coalesce(b.trigger_id::text, b.topic, 'none') = coalesce(c.trigger_id::text, c.topic, 'none')
          and (b.opened_at, b.id) < (c.opened_at, c.id) and b.opened_at >= c.opened_at - interval '168 hours') as later
      from contacts c
    )
    select sum(cost_e4)::float8 / 10000 as value, count(*)::int as n
    from chains c left join triggers t on t.id = c.trigger_id
    where cost_e4 is not null and (t.avoidable or later) and ${day('handled_at')} >= $1::date and ${day('handled_at')} < $2::date`,
}

/** Every figure of {@link answers} over a period of days, by key and parameters. */
export async function plainAnswers(
  sql: Sql,
  { from, to }: { from: string; to: string },
): Promise<Record<string, Plain>> {
  const told: Record<string, Plain> = {}
  for (const [name, statement] of Object.entries(answers)) {
    const [row] = await sql.unsafe<Plain[]>(`/* plainAnswer */ ${statement}`, [from, to])
    told[name] = { value: row?.value == null ? null : Number(row.value.toFixed(6)), n: row?.n ?? 0 }
  }
  return told
}
