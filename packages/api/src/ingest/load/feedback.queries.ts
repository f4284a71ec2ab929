import type { TransactionSql } from '../../db/pools.ts'
import type { Derive } from './derive.queries.ts'

/** No relational answer that lies further off says what its customer felt at a transaction. */
const HALO_DAYS = 90

/** How far an answer lies from another of the same customer, in seconds. */
const apart = 'abs(extract(epoch from r.at - f.at))'

/** By how many points of NPS a transactional answer `f` lies above the relational answer nearest to it. */
const halo = `(
        select 100 * (f.favourable::int - f.unfavourable::int - r.favourable::int + r.unfavourable::int)
        from feedback r
        where f.kind = 'transactional_nps' and f.known and r.customer_id = f.customer_id and r.kind = 'relational_nps'
          and r.day between f.day - ${HALO_DAYS + 1} and f.day + ${HALO_DAYS + 1} and ${apart} <= ${HALO_DAYS * 86_400}
        order by ${apart}, r.at, r.id limit 1)`

/** The words of the contact it is about, the stage of its touchpoint, and whether its customer had just been in contact. */
export const feedbackDerivation: Derive = ({ contactedDays }) => ({
  joins: `
      left join record_home home_of_contact on home_of_contact.id = f.contact_id
      left join contacts c on c.customer_id = home_of_contact.customer_id and c.id = home_of_contact.id
      left join journeys j on j.id = f.journey_id
      left join touchpoints tp on tp.id = f.touchpoint_id
      left join journey_map_steps step on step.journey_map_id = j.journey_map_id and step.touchpoint_id = f.touchpoint_id`,
  columns: {
    channel: 'c.channel',
    team: 'c.team',
    about_touchpoint_id: 'coalesce(f.touchpoint_id, c.touchpoint_id)',
    stage: 'case when f.touchpoint_id is null then c.stage else coalesce(step.stage, tp.stage) end',
    contact_resolved: 'c.resolved',
    halo_points: halo,
    contacted: `f.known and exists (
      select from contacts k where k.customer_id = f.customer_id and k.opened_day between f.day - ${contactedDays} and f.day and k.opened_at <= f.at)`,
  },
})

/** Answers that follow a contact of this batch by at most so many days and do not say so, or say so of one that is gone. */
export async function touchContacted(sql: TransactionSql, contactedDays: number): Promise<void> {
  await sql.unsafe(`/* touchContacted */
    insert into touched_feedback (customer_id, id)
    select b.customer_id, b.id
    from (
      select customer_id, opened_day, false as contacted from next_contacts where action in ('created', 'updated') and known
      union all select customer_id, opened_day, true from image_contacts where sign < 0 and known
    ) k join feedback b on b.customer_id = k.customer_id and b.day between k.opened_day and k.opened_day + ${contactedDays} and b.contacted = k.contacted
    where b.known
    on conflict do nothing`)
}

export async function touchAnswersOfJourneys(sql: TransactionSql): Promise<void> {
  await sql`/* touchAnswersOfJourneys */
    insert into touched_feedback (customer_id, id)
    select b.customer_id, b.id from changed_journeys j join feedback b on b.journey_id = j.id
    on conflict do nothing`
}

/** Rows that answer a survey which had an answer already, stored before or earlier in the batch, which is written by now. */
export async function answeredBefore(sql: TransactionSql): Promise<{ position: number; line: number }[]> {
  return await sql<{ position: number; line: number }[]>`/* answeredBefore */
    with answers as (
      select position, line, survey_id, action, count(*) over survey as coming, row_number() over (survey order by position) as turn
      from next_feedback where action in ('created', 'updated') and survey_id is not null
      window survey as (partition by survey_id)
    )
    select position, line from answers a
    where action = 'created' and turn > 1 - ((select count(*) from feedback b where b.survey_id = a.survey_id) - coming)`
}

/** Remembers the customers of whom a relational answer came, changed or went. */
export async function noteRaters(sql: TransactionSql): Promise<boolean> {
  await sql`/* createRaters */
    create temp table if not exists changed_raters (customer_id uuid primary key)`
  await sql`/* emptyRaters */ truncate changed_raters`
  const noted = await sql`/* noteRaters */
    insert into changed_raters
    select distinct customer_id from (
      select customer_id, id, at, favourable, unfavourable, sign from image_feedback where kind = 'relational_nps'
      union all
      select customer_id, id, at, favourable, unfavourable, 1 from next_feedback where kind = 'relational_nps' and action in ('created', 'updated')
    ) r
    group by customer_id, id, at, favourable, unfavourable having sum(sign) <> 0`
  return noted.count > 0
}

/** Their transactional answers that now stand beside another relational one. */
export async function touchHalos(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* touchHalos */
    insert into touched_feedback (customer_id, id)
    select f.customer_id, f.id from changed_raters join feedback f using (customer_id)
    where f.kind = 'transactional_nps' and f.halo_points is distinct from ${halo}
    on conflict do nothing`)
}
