import type { TransactionSql } from '../../db/pools.ts'

export interface OverlappingRate {
  position: number
  line: number
  /** The sender's id of the rate that is in force already. */
  other: string
}

/**
 * Staged rates that would hold at the same time as another for the same brand, team and channel, against what will be
 * stored: rates that this batch replaces or removes do not count. Of two in the batch the one that was stored before
 * stays, else the first; one that may itself be refused stands in nobody's way yet.
 */
export async function overlappingRates(sql: TransactionSql): Promise<OverlappingRate[]> {
  return await sql<OverlappingRate[]>`/* overlappingRates */
    with wanted as (
      select *, row_number() over (order by action desc, position) as rank from stage_cost_rates where action in ('created', 'updated')
    ), others as (
      select id, external_id, brand, team, channel, "from", "to", 0 as rank from cost_rates r
      where not exists (select from stage_cost_rates s where s.id = r.id and s.action in ('updated', 'deleted'))
      union all
      select id, external_id, brand, team, channel, "from", "to", rank from wanted
    ), overlapping as (
      select w.position, w.line, w.rank, o.rank as other_rank, o.external_id as other
      from wanted w join others o on o.id <> w.id and o.rank < w.rank
        and (o.brand, o.team, o.channel) is not distinct from (w.brand, w.team, w.channel)
        and o."from" < coalesce(w."to", 'infinity') and w."from" < coalesce(o."to", 'infinity')
    )
    select distinct on (position) position, line, other from overlapping
    where other_rank not in (select rank from overlapping) order by position, other_rank`
}

/** Contacts under the old and the new image of each changed rate are costed anew, slice by slice, after this load. */
export async function orderRecosting(sql: TransactionSql): Promise<void> {
  await sql`/* orderRecosting */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'cost', greatest(from_day, first), least(to_day, last + 1),
      jsonb_strip_nulls(jsonb_build_object('team', team, 'channel', channel)), now()
    from (
      select s.from_day, s.to_day, s.team, s.channel from stage_cost_rates s where s.action in ('created', 'updated')
      union
      select r.from_day, r.to_day, r.team, r.channel from stage_cost_rates s join cost_rates r on r.id = s.id
      where s.action in ('updated', 'deleted')
    ) changed, (select min(handled_day) as first, max(handled_day) as last from contacts) days
    where first is not null and greatest(from_day, first) < least(to_day, last + 1)`
}
