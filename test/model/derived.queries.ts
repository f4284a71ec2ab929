import { recordKinds } from '@tweeluik/schema/records'
import type { Sql } from '../../packages/api/src/db/pools.ts'
import { recordTables, tableName } from '../../packages/api/src/ingest/record-tables.ts'
import { chainDifferences, contactDifferences } from './derived-contacts.queries.ts'

const FACTS = (Object.keys(recordTables) as (keyof typeof recordTables)[])
  .filter(kind => recordTables[kind].form === 'fact')
  .map(kind => ({ kind: recordKinds[kind].singular, table: tableName(kind) }))

/** The moment of each fact. */
const MOMENTS: Record<string, string> = { contacts: 'opened_at', surveys: 'sent_at', journeys: 'started_at' }

/** Everything that is derived, computed anew over whole histories in the plainest SQL; rows that differ. */
export async function derivedDifferences(sql: Sql): Promise<unknown[]> {
  const found = [
    ...(await chainDifferences(sql)),
    ...(await contactDifferences(sql)),
    ...(await followerDifferences(sql)),
    ...(await stageDifferences(sql)),
    ...(await contactedDifferences(sql)),
    ...(await answeredDifferences(sql)),
    ...(await reopenedDifferences(sql)),
    ...(await orderDifferences(sql)),
    ...(await dayDifferences(sql)),
    ...(await homeDifferences(sql)),
    ...(await waitingDifferences(sql)),
  ]
  for (const { table } of FACTS) found.push(...(await stampDifferences(sql, table)))
  return found
}

/** Segment and country as they were at the fact; before the customer was known, as they were first. */
async function stampDifferences(sql: Sql, table: string) {
  const moment = sql(MOMENTS[table] ?? 'at')
  return await sql`/* stampDifferences */
    select ${table} as "table", f.external_id, f.segment, f.country, v.segment as wanted_segment, v.country as wanted_country
    from ${sql(table)} f
    left join lateral (
      select v.segment, v.country from customer_versions v
      where v.customer_id = f.customer_id and v.version_at = coalesce(
        (select max(version_at) from customer_versions b where b.customer_id = f.customer_id and b.version_at <= f.${moment}),
        (select min(version_at) from customer_versions b where b.customer_id = f.customer_id))
      order by v.version_sequence desc limit 1
    ) v on true
    where (f.segment, f.country) is distinct from (v.segment, v.country)`
}

/** What takes over words of its contact, and lives with it where it must or may. */
async function followerDifferences(sql: Sql) {
  return await sql`/* followerDifferences */
    select 'event' as kind, e.external_id from contact_events e left join contacts c on c.id = e.contact_id
    where (e.customer_id, e.brand, e.contact_channel, e.contact_team, e.contact_trigger_id)
      is distinct from (c.customer_id, c.brand, c.channel, c.team, c.trigger_id)
    union all
    select 'review', q.external_id from quality_reviews q left join contacts c on c.id = q.contact_id
    where (q.customer_id, q.brand, q.channel, q.team) is distinct from (c.customer_id, c.brand, c.channel, c.team)
    union all
    select 'feedback', f.external_id from feedback f left join contacts c on c.id = f.contact_id
    where (f.channel, f.team, f.about_touchpoint_id) is distinct from (c.channel, c.team, coalesce(f.touchpoint_id, c.touchpoint_id))
    union all
    select 'home of ' || kind, f.external_id
    from (select 'feedback' as kind, id, external_id, customer_id, known, identity_id, contact_id from feedback
      union all select 'survey', id, external_id, customer_id, known, identity_id, contact_id from surveys) f
      left join contacts c on c.id = f.contact_id
    where case when f.identity_id is not null then (f.customer_id, f.known) <> (f.identity_id, true)
      when c.id is not null then (f.customer_id, f.known) <> (c.customer_id, c.known)
      else f.known or exists (select from customers k where k.id = f.customer_id) end`
}

async function stageDifferences(sql: Sql) {
  return await sql`/* stageDifferences */
    select 'interaction' as kind, i.external_id, i.stage from interactions i
    where (i.journey_map_id, i.stage) is distinct from (
      (select j.journey_map_id from journeys j where j.id = i.journey_id),
      coalesce((select s.stage from journeys j join journey_map_steps s using (journey_map_id) where j.id = i.journey_id and s.touchpoint_id = i.touchpoint_id),
        (select t.stage from touchpoints t where t.id = i.touchpoint_id)))
    union all
    select 'feedback', f.external_id, f.stage from feedback f
    where f.stage is distinct from case
      when f.touchpoint_id is null then (select c.stage from contacts c where c.id = f.contact_id)
      else coalesce((select s.stage from journeys j join journey_map_steps s using (journey_map_id) where j.id = f.journey_id and s.touchpoint_id = f.touchpoint_id),
        (select t.stage from touchpoints t where t.id = f.touchpoint_id)) end
    union all
    select 'step', m.external_id, s.stage
    from journey_maps m full join journey_map_steps s on s.journey_map_id = m.id
    where m.id is null or m.steps -> s.position ->> 'stage' is distinct from s.stage
      or (select count(*) from journey_map_steps o where o.journey_map_id = m.id) <> jsonb_array_length(m.steps)`
}

async function contactedDifferences(sql: Sql) {
  return await sql`/* contactedDifferences */
    select 'contacted' as what, f.external_id from feedback f
    where f.contacted <> exists (
      select from contacts c where c.customer_id = f.customer_id and c.known and c.opened_at <= f.at and f.day - c.opened_day <= 30)`
}

async function answeredDifferences(sql: Sql) {
  return await sql`/* answeredDifferences */
    select 'answered' as what, s.external_id from surveys s
    where s.answered <> (s.id in (select survey_id from feedback where survey_id is not null))`
}

async function reopenedDifferences(sql: Sql) {
  return await sql`/* reopenedDifferences */
    select 'reopened' as what, e.external_id from contact_events e
    left join (
      select id, lead(type) over (partition by contact_id order by at, id) as next from contact_events where type in ('resolved', 'reopened')
    ) trail using (id)
    where e.reopened <> (e.type = 'resolved' and coalesce(trail.next, '') = 'reopened')`
}

async function orderDifferences(sql: Sql) {
  return await sql`/* orderDifferences */
    select 'repeat' as what, o.external_id from orders o
    where repeat <> exists (select from orders e where e.customer_id = o.customer_id and e.day < o.day)
    union all
    select 'refunds', o.external_id from orders o
    where coalesce(jsonb_array_length(o.refunds), 0) <> (select count(*) from refunds r where r.id = o.id and r.customer_id = o.customer_id)
    union all
    select 'refund', o.external_id from refunds r left join orders o using (customer_id, id)
    where (r.brand, r.currency, r.segment, r.country, r.channel, r.known) is distinct from (o.brand, o.currency, o.segment, o.country, o.channel, o.known)`
}

/** Days of contact, of ordering, of activity (ordering or interaction) and of the base, per brand and over all. */
async function dayDifferences(sql: Sql) {
  return await sql`/* dayDifferences */
    with wanted as (
      select distinct customer_id, kind, b.brand, day from (
        select customer_id, 'contact' as kind, brand, opened_day as day from contacts where known
        union all select customer_id, 'activity', brand, day from interactions where known
        union all select customer_id, k, brand, day from orders cross join (values ('order'), ('activity'), ('base')) kinds(k) where known
        union all select id, 'base', brand, acquired_day from customers where acquired_day is not null
        union all select id, 'churn', brand, churned_day from customers where churned_day is not null
      ) facts cross join lateral (values (facts.brand), ('*')) b(brand)
    ), gaps as (
      select *, lag(day) over trip as before, lag(day, 2) over trip as before_that, lead(day) over trip as after
      from wanted where kind not in ('base', 'churn') window trip as (partition by customer_id, kind, brand order by day)
    )
    select 'missing' as side, customer_id, kind, brand, day from (select * from wanted except select customer_id, kind, brand, day from customer_days) m
    union all
    select 'left over', * from (select customer_id, kind, brand, day from customer_days except select * from wanted) l
    union all
    select 'gaps', customer_id, kind, brand, day from gaps join customer_days d using (customer_id, kind, brand, day)
    where (d.previous_gap_days, d.before_previous_gap_days, d.next_gap_days) is distinct from (day - before, day - before_that, after - day)`
}

/** Where every record lives, and nothing else; whom facts name is known. */
async function homeDifferences(sql: Sql) {
  const stored = FACTS.map(
    ({ kind, table }) => `select '${kind}' as kind, id, customer_id, identity_id from ${table}`,
  ).join(' union all ')
  return await sql.unsafe(`/* homeDifferences */
    with stored as (${stored})
    select 'no home' as what, kind, id from (select kind, id, customer_id from stored except select kind, id, customer_id from record_home) m
    union all
    select 'home of nothing', kind, id from (select kind, id, customer_id from record_home except select kind, id, customer_id from stored) l
    union all
    select 'unknown customer', kind, id from stored
    where identity_id is not null and not exists (select from customer_identities i join customers c on c.id = i.customer_id where i.id = stored.identity_id)
    union all
    select 'alive and buried', kind, id from stored join tombstones using (kind, id)`)
}

/** What waits has no contact, stands in no table, and is in the books of its batch, whose counts add up. */
async function waitingDifferences(sql: Sql) {
  return await sql`/* waitingDifferences */
    select 'waits in vain' as what, kind, id::text from waiting_records w
    where exists (select from record_home h where h.kind = 'contact' and h.id = w.contact_id)
      or exists (select from record_home h where h.kind = w.kind and h.id = w.id)
    union all
    select 'books', b.kind, b.id::text from ingest_batches b
    where b.state = 'loaded' and (b.waiting <> (select count(*) from waiting_records w where w.batch_id = b.id)
      or b.received <> b.created + b.updated + b.unchanged + b.waiting + b.rejected)`
}
