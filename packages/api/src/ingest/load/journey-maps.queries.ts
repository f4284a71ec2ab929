import type { TransactionSql } from '../../db/pools.ts'

/** Facts at these touchpoints take another stage: they are derived anew, slice by slice, after this load. */
async function orderRestaging(sql: TransactionSql, touchpoints: readonly string[]): Promise<void> {
  if (touchpoints.length === 0) return
  await sql`/* orderRestaging */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'stage', first, last + 1, ${sql.json({ touchpoints: touchpoints.join(',') })}, now()
    from (
      select min(first) as first, max(last) as last from (
        select min(day) as first, max(day) as last from interactions
        union all select min(opened_day), max(opened_day) from contacts
        union all select min(day), max(day) from feedback
      ) days
    ) days where first is not null`
}

/** Touchpoints of the batch that come, go or change their stage. */
export async function orderRestagingByTouchpoints(sql: TransactionSql): Promise<void> {
  const changed = await sql<{ id: string }[]>`/* restagedTouchpoints */
    select s.id from stage_touchpoints s left join touchpoints t on t.id = s.id
    where s.action in ('created', 'updated', 'deleted') and t.stage is distinct from s.stage`
  await orderRestaging(
    sql,
    changed.map(({ id }) => id),
  )
}

/** Touchpoints on maps of the batch, as those were and as they will be. */
export async function orderRestagingByMaps(sql: TransactionSql): Promise<void> {
  const changed = await sql<{ id: string }[]>`/* remappedTouchpoints */
    select touchpoint_id as id from journey_map_steps
    where journey_map_id in (select id from stage_journey_maps where action in ('updated', 'deleted'))
    union
    select (step ->> 'touchpointId')::uuid
    from stage_journey_maps s cross join lateral jsonb_array_elements(s.steps) step where s.action in ('created', 'updated')`
  await orderRestaging(
    sql,
    changed.map(({ id }) => id),
  )
}

/** Staged maps of which two steps are at one touchpoint, and the place of the later one. */
export async function doubleSteps(sql: TransactionSql): Promise<{ position: number; line: number; step: number }[]> {
  return await sql<{ position: number; line: number; step: number }[]>`/* doubleSteps */
    select distinct on (s.position) s.position, s.line, (max(place) - 1)::int as step
    from stage_journey_maps s cross join lateral jsonb_array_elements(s.steps) with ordinality steps(step, place)
    where s.action in ('created', 'updated')
    group by s.position, s.line, step ->> 'touchpointId' having count(*) > 1 order by s.position, max(place)`
}

/** The steps of the batch's maps, a row each. */
export async function writeSteps(sql: TransactionSql): Promise<void> {
  await sql`/* removeSteps */
    delete from journey_map_steps where journey_map_id in (select id from stage_journey_maps where action in ('updated', 'deleted'))`
  await sql`/* writeSteps */
    insert into journey_map_steps (journey_map_id, touchpoint_id, brand, position, stage, optional, max_seconds)
    select s.id, (step ->> 'touchpointId')::uuid, s.brand, place - 1, step ->> 'stage', (step ->> 'optional')::boolean, (step ->> 'maxSeconds')::int
    from stage_journey_maps s cross join lateral jsonb_array_elements(s.steps) with ordinality steps(step, place)
    where s.action in ('created', 'updated') order by 1, 2`
}

/** Journeys along maps of the batch: their window, and where they are complete, may be another. */
export async function orderRewindowing(sql: TransactionSql): Promise<void> {
  await sql`/* orderRewindowing */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'window', first, last + 1, jsonb_build_object('maps', maps), now()
    from (
      select string_agg(s.id::text, ',') as maps from stage_journey_maps s left join journey_maps m on m.id = s.id
      where s.action in ('created', 'deleted')
        or (s.action = 'updated' and (s.window_days, s.completed_by_id) is distinct from (m.window_days, m.completed_by_id))
    ) changed, (select min(day) as first, max(day) as last from journeys) days
    where maps is not null and first is not null`
}

/** Touchpoints of the batch at which customers help themselves, or no longer do: sessions begin and go on elsewhere. */
export async function orderResessioning(sql: TransactionSql): Promise<void> {
  await sql`/* orderResessioning */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'session', first, last + 1, '{}', now()
    from (select min(day) as first, max(day) as last from interactions) days
    where first is not null and exists (
      select from stage_touchpoints s left join touchpoints t on t.id = s.id
      where s.action in ('created', 'updated', 'deleted')
        and coalesce(t.self_service, false) <> (s.action <> 'deleted' and coalesce(s.self_service, false)))`
}
