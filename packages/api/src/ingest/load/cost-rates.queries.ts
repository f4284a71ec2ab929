import type { TransactionSql } from '../../db/pools.ts'

/** What becomes of each staged rate by its version. A deletion is an update: the rate ends to exist. */
export async function decideRates(sql: TransactionSql): Promise<void> {
  await sql`/* decideRates */
    update stage_cost_rates s set action = case
        when (s.version_at, s.version_sequence) <= (r.version_at, r.version_sequence) then 'older'
        when (s.version_at, s.version_sequence) <= (t.version_at, t.version_sequence) then 'older'
        when s.deleted_at is not null then case when r.id is not null then 'deleted' when t.id is not null then 'equal' else 'buried' end
        when r.content = s.content then 'equal'
        when r.id is null then 'created'
        else 'updated' end
    from stage_cost_rates self
      left join cost_rates r on r.id = self.id
      left join tombstones t on t.id = self.id and t.kind = 'cost-rate'
    where self.position = s.position`
}

export interface OverlappingRate {
  position: number
  line: number
  /** The sender's id of the rate that is in force already. */
  other: string
}

/**
 * Staged rates that would hold at the same time as another for the same brand, team and channel, against what will be
 * stored: rates that this batch replaces or removes do not count, other rows of the batch do when they come first.
 */
export async function overlappingRates(sql: TransactionSql): Promise<OverlappingRate[]> {
  return await sql<OverlappingRate[]>`/* overlappingRates */
    with wanted as (select * from stage_cost_rates where action in ('created', 'updated')),
    others as (
      select id, external_id, brand, team, channel, "from", "to", -1 as position from cost_rates r
      where not exists (select from stage_cost_rates s where s.id = r.id and s.action in ('updated', 'deleted'))
      union all
      select id, external_id, brand, team, channel, "from", "to", position from wanted
    )
    select distinct on (w.position) w.position, w.line, o.external_id as other
    from wanted w join others o on o.id <> w.id and o.position < w.position
      and (o.brand, o.team, o.channel) is not distinct from (w.brand, w.team, w.channel)
      and o."from" < coalesce(w."to", 'infinity') and w."from" < coalesce(o."to", 'infinity')
    order by w.position, o.position`
}

export async function refuseRates(sql: TransactionSql, positions: readonly number[]): Promise<void> {
  await sql`/* refuseRates */ update stage_cost_rates set action = 'refused' where position = any(${positions as number[]})`
}

/** Contacts under the old and the new image of each changed rate are costed anew, slice by slice, after this load. */
export async function orderRecosting(sql: TransactionSql): Promise<void> {
  await sql`/* orderRecosting */
    insert into rederivations (id, fact, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'contact', from_day, to_day, jsonb_strip_nulls(jsonb_build_object('team', team, 'channel', channel)), now()
    from (
      select s.from_day, s.to_day, s.team, s.channel from stage_cost_rates s where s.action in ('created', 'updated')
      union
      select r.from_day, r.to_day, r.team, r.channel from stage_cost_rates s join cost_rates r on r.id = s.id
      where s.action in ('updated', 'deleted')
    ) changed
    where exists (select from contacts)`
}

export async function applyRates(sql: TransactionSql): Promise<void> {
  await sql`/* removeRates */
    delete from cost_rates r using stage_cost_rates s where r.id = s.id and s.action = 'deleted'`
  await sql`/* buryRates */
    insert into tombstones (kind, id, version_at, version_sequence, deleted_at)
    select 'cost-rate', id, version_at, version_sequence, deleted_at from stage_cost_rates
    where deleted_at is not null and action <> 'older'
    on conflict (id, kind) do update set (version_at, version_sequence, deleted_at)
      = (excluded.version_at, excluded.version_sequence, excluded.deleted_at)`
  await sql`/* unburyRates */
    delete from tombstones t using stage_cost_rates s where t.id = s.id and t.kind = 'cost-rate' and s.action = 'created'`
  await sql`/* writeRates */
    insert into cost_rates (id, brand, source, external_id, version_at, version_sequence, content, team, channel, "from", "to",
      from_day, to_day, per_hour_e4, per_contact_e4, overhead_share, currency)
    select id, brand, source, external_id, version_at, version_sequence, content, team, channel, "from", "to",
      from_day, to_day, per_hour_e4, per_contact_e4, overhead_share, currency
    from stage_cost_rates where action in ('created', 'updated')
    on conflict (id) do update set (brand, version_at, version_sequence, content, team, channel, "from", "to", from_day, to_day,
      per_hour_e4, per_contact_e4, overhead_share, currency)
      = (excluded.brand, excluded.version_at, excluded.version_sequence, excluded.content, excluded.team, excluded.channel,
      excluded."from", excluded."to", excluded.from_day, excluded.to_day, excluded.per_hour_e4, excluded.per_contact_e4,
      excluded.overhead_share, excluded.currency)`
  await sql`/* raiseRateVersions */
    update cost_rates r set version_at = s.version_at, version_sequence = s.version_sequence
    from stage_cost_rates s where s.id = r.id and s.action = 'equal'`
}
