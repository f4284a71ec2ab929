import type { TransactionSql } from '../../db/pools.ts'

async function createChangedJourneys(sql: TransactionSql): Promise<void> {
  await sql`/* createChangedJourneys */
    create temp table if not exists changed_journeys (id uuid primary key)`
}

/** Remembers the journeys of this batch: what happens in them takes its stage from their map. */
export async function noteChangedJourneys(sql: TransactionSql): Promise<boolean> {
  await createChangedJourneys(sql)
  const noted = await sql`/* noteChangedJourneys */
    insert into changed_journeys
    select id from (
      select id, journey_map_id from image_journeys where sign < 0
      union all select id, journey_map_id from next_journeys where action in ('created', 'updated')
    ) j group by id having count(*) = 1 or count(distinct journey_map_id) > 1`
  return noted.count > 0
}

/** Remembers the journeys in which interactions of this batch changed: a contact in them may take its stage from one. */
export async function noteJourneysOfInteractions(sql: TransactionSql): Promise<boolean> {
  await createChangedJourneys(sql)
  const noted = await sql`/* noteJourneysOfInteractions */
    insert into changed_journeys
    select distinct j.journey_id
    from (
      select journey_id from next_interactions where action in ('created', 'updated')
      union select journey_id from image_interactions
    ) j
    where exists (select from contacts c where c.journey_id = j.journey_id)
    on conflict do nothing`
  return noted.count > 0
}

/** Journeys that interactions of this batch complete, or no longer do. */
export async function touchCompletedJourneys(sql: TransactionSql): Promise<void> {
  await sql`/* touchCompletedJourneys */
    insert into touched_journeys (customer_id, id)
    select j.customer_id, j.id
    from (
      select journey_id, touchpoint_id from next_interactions where action in ('created', 'updated')
      union select journey_id, touchpoint_id from image_interactions
    ) i
    join journeys j on j.id = i.journey_id
    join journey_maps m on m.id = j.journey_map_id and m.completed_by_id = i.touchpoint_id
    where i.touchpoint_id in (select completed_by_id from journey_maps)
    on conflict do nothing`
}
