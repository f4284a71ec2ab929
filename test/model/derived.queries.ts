import { recordKinds } from '@tweeluik/schema/records'
import type { Sql } from '../../packages/api/src/db/pools.ts'
import { recordTables, tableName } from '../../packages/api/src/ingest/record-tables.ts'
import { chainDifferences, contactDifferences } from './derived-contacts.queries.ts'
import { serviceDifferences } from './derived-service.queries.ts'

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
    ...(await serviceDifferences(sql)),
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
  return await sql`/* stampDifferences */
    select ${table} as "table", f.external_id, f.segment, f.country, v.segment as wanted_segment, v.country as wanted_country
    from ${sql(table)} f
    ${stamp(sql, 'f.customer_id', `f.${MOMENTS[table] ?? 'at'}`)}
    where (f.segment, f.country) is distinct from (v.segment, v.country)`
}

/**
 * What a customer was at a moment, as `v`: of each identity what was told last, or first where that was later; of these
 * by field the newest that tells it.
 */
const stamp = (sql: Sql, customer: string, moment: string) => {
  const newest = (field: string) =>
    sql`(select ${sql(field)} from told where ${sql(field)} is not null order by came desc, in_force desc, version_at, version_sequence desc limit 1)`
  return sql`
    left join lateral (
      with told as (
        select k.*, k.version_at <= ${sql(moment)} as came, case when k.version_at <= ${sql(moment)} then k.version_at end as in_force
        from customer_versions k where k.customer_id = ${sql(customer)} and not exists (
          select from customer_versions b where b.customer_id = k.customer_id and b.identity_id = k.identity_id and case
            when b.version_at <= ${sql(moment)}
              then k.version_at > ${sql(moment)} or (b.version_at, b.version_sequence) > (k.version_at, k.version_sequence)
            else k.version_at > ${sql(moment)}
              and (b.version_at < k.version_at or (b.version_at = k.version_at and b.version_sequence > k.version_sequence)) end)
      )
      select ${newest('segment')} as segment, ${newest('country')} as country
    ) v on true`
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
    select 'home of ' || f.kind, f.external_id
    from (select 'feedback' as kind, id, external_id, customer_id, known, identity_id, contact_id from feedback
      union all select 'survey', id, external_id, customer_id, known, identity_id, contact_id from surveys) f
      left join contacts c on c.id = f.contact_id left join customer_identities i on i.id = f.identity_id
    where case when f.identity_id is not null then (f.customer_id, f.known) <> (i.customer_id, true)
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
    where (r.brand, r.currency, r.segment, r.country, r.channel, r.known, r.repeat, r.margin_e4) is distinct from
      (o.brand, o.currency, o.segment, o.country, o.channel, o.known, o.repeat, round(o.margin_e4::numeric * r.amount_e4 / nullif(o.amount_e4, 0)))`
}

/** What known customers did on each day, at each brand, with the segment and country that they had at it. */
async function dayDifferences(sql: Sql) {
  const stamped = (name: 'acquired' | 'churned') => sql`
      select c.id, c.${sql(`${name}_day`)}, c.brand, v.segment, v.country, ${name}::text from customers c
      ${stamp(sql, 'c.id', `c.${name}_at`)}
      where c.${sql(`${name}_day`)} is not null`
  return await sql`/* dayDifferences */
    with deeds as (
      select customer_id, opened_day as day, brand, segment, country, 'contacted' as flag from contacts where known
      union select customer_id, day, brand, segment, country, 'visited' from interactions where known
      union select customer_id, day, brand, segment, country, 'ordered' from orders where known
      union ${stamped('acquired')}
      union ${stamped('churned')}
    ), wanted as (
      select customer_id, day, brand, segment, country, 'contacted' = any(array_agg(flag)) as contacted, 'ordered' = any(array_agg(flag)) as ordered,
        'visited' = any(array_agg(flag)) as visited, 'acquired' = any(array_agg(flag)) as acquired, 'churned' = any(array_agg(flag)) as churned
      from deeds group by 1, 2, 3, 4, 5
    )
    select 'missing day' as side, m.* from (select * from wanted except select * from customer_days) m
    union all
    select 'day left over', l.* from (select * from customer_days except select * from wanted) l`
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
    select 'with another customer', s.kind, s.id from stored s join customer_identities i on i.id = s.identity_id
    where s.customer_id <> i.customer_id and s.kind not in ('contact-event', 'quality-review')
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
