import type { Day } from '@tweeluik/schema'
import type { TransactionSql } from '../../db/pools.ts'

/** No day before or after these is ever worked: a calendar in force for ever must still have a last span. */
const FIRST_DAY: Day = '1990-01-01'
const LAST_DAY: Day = '2059-12-31'

/** The calendar in force when a contact `f` opened: of its team before one of every team, and of those the latest. */
export const hoursInForce = `
      left join lateral (
        select k.id from calendars k
        where k."from" <= f.opened_at and (k.team is null or k.team = f.team) and (k.brand is null or k.brand = f.brand)
        order by (k.team is not null) desc, (k.brand is not null) desc, k."from" desc, k.id limit 1
      ) hours on true`

/** The seconds that a calendar was open before an instant; before its first span none. */
export const openedBefore = (calendarId: string, instant: string) => `coalesce((
        select s.seconds_before + least(extract(epoch from ${instant} - s.opens_at), s.seconds)
        from working_spans s where s.calendar_id = ${calendarId} and s.opens_at <= ${instant} order by s.opens_at desc limit 1
      ), 0)`

/** The instant at which a calendar has been open for so many seconds. Null: never. */
export const openedFor = (calendarId: string, seconds: string) => `(
        select s.opens_at + make_interval(secs => (${seconds} - s.seconds_before)::float8)
        from working_spans s where s.calendar_id = ${calendarId} and s.seconds_before < ${seconds} and ${seconds} <= s.seconds_before + s.seconds
        order by s.seconds_before desc limit 1
      )`

/** Calendars of the batch that will be there, with the country whose public holidays they keep, if they keep any. */
export async function arrivingCalendars(sql: TransactionSql) {
  return await sql<{ id: string; position: number; line: number; country: string | null }[]>`/* arrivingCalendars */
    select id, position, line, case when jsonb_typeof(holidays) = 'string' then holidays #>> '{}' end as country
    from stage_calendars where action in ('created', 'updated')`
}

/** The years in which a calendar of the batch may be open. */
export async function openYears(sql: TransactionSql): Promise<{ first: number; last: number }> {
  const [years] = await sql<{ first: number }[]>`/* openYears */
    select extract(year from greatest(min("from"), ${FIRST_DAY}::date))::int as first
    from stage_calendars where action in ('created', 'updated')`
  return { first: years?.first ?? 0, last: Number(LAST_DAY.slice(0, 4)) }
}

/** The first of the two instants that the clock shows as this time, in the night in which it is put back an hour. */
const firstAt = (time: string) => `(
        select case when (last - interval '1 hour') at time zone s.zone = wall then last - interval '1 hour' else last end
        from (values (day + (${time})::time)) w(wall) cross join lateral (select wall at time zone s.zone as last) l)`

/**
 * Writes out when each calendar of the batch is open, from its first day on. Where the clock is put forward into a span,
 * the next one begins no earlier than that one ends: no second is open twice.
 *
 * @param daysOff of calendars that keep a country's holidays, a row for each
 */
export async function writeWorkingSpans(
  sql: TransactionSql,
  daysOff: readonly { id: string; day: Day }[],
): Promise<void> {
  await sql`/* removeWorkingSpans */
    delete from working_spans where calendar_id in (select id from stage_calendars where action in ('updated', 'deleted'))`
  await sql.unsafe(
    `/* writeWorkingSpans */
    with off as materialized (
      select id, day from unnest($1::uuid[], $2::date[]) o(id, day)
      union
      select s.id, day::date from stage_calendars s cross join lateral jsonb_array_elements_text(s.holidays) day
      where s.action in ('created', 'updated') and jsonb_typeof(s.holidays) = 'array'
    ), spans as (
      select s.id, ${firstAt('span ->> 0')} as opens_at, ${firstAt('span ->> 1')} as closes_at
      from stage_calendars s
      cross join lateral generate_series(greatest((s."from" at time zone s.zone)::date, date '${FIRST_DAY}')::timestamp, date '${LAST_DAY}', '1 day') day
      cross join lateral jsonb_array_elements(s.hours -> (array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[extract(isodow from day)::int]) span
      where s.action in ('created', 'updated') and (s.id, day::date) not in (select id, day from off)
    ), apart as (
      select id, greatest(opens_at, max(closes_at) over (partition by id order by opens_at, closes_at rows between unbounded preceding and 1 preceding)) as opens_at, closes_at
      from spans where opens_at < closes_at
    ), counted as (
      select id, opens_at, extract(epoch from closes_at - opens_at)::int as seconds from apart where opens_at < closes_at
    )
    insert into working_spans (calendar_id, opens_at, seconds, seconds_before)
    select id, opens_at, seconds, sum(seconds) over (partition by id order by opens_at) - seconds from counted order by 1, 2`,
    [daysOff.map(({ id }) => id), daysOff.map(({ day }) => day)],
  )
}

/** Contacts under the old and the new image of each changed calendar are derived anew, slice by slice, after this load. */
export async function orderRetiming(sql: TransactionSql): Promise<void> {
  await sql`/* orderRetiming */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'promise', greatest(first, ("from" - interval '1 day')::date), last + 1, '{}', now()
    from (
      select least(min(s."from"), min(k."from")) as "from" from stage_calendars s left join calendars k on k.id = s.id
      where s.action in ('created', 'updated', 'deleted')
    ) changed, (select min(opened_day) as first, max(opened_day) as last from contacts) days
    where first is not null and greatest(first, ("from" - interval '1 day')::date) <= last`
}
