import { facts } from '@tweeluik/schema/facts'
import type { JourneyStep } from '@tweeluik/schema/tables'
import type { TransactionSql } from '../db/pools.ts'
import { filterSql } from '../metrics/filter.queries.ts'
import type { Filter } from '../metrics/filter.ts'
import type { Fragment } from '../metrics/fragments.queries.ts'
import type { Period } from '../metrics/periods.ts'
import { textColumn } from '../metrics/raw.queries.ts'

/** More journeys than this are not walked one by one. */
export const JOURNEYS_MAX = 200_000

/** Journeys that began in the period. */
export interface JourneysAsked {
  period: Period
  filter: Filter
  /** Null: of any map. */
  mapId: string | null
}

const begun = (sql: TransactionSql, { period, filter, mapId }: JourneysAsked): Fragment => sql`
    select t.id, t.started_at from journeys t
    where t.day >= ${period.from} and t.day < ${period.to} and (${mapId}::uuid is null or t.journey_map_id = ${mapId})
      and ${filterSql(sql, filter, textColumn(facts.journey.spec, 't'))}
    limit ${JOURNEYS_MAX + 1}`

/** How many there are, and how many of them had begun before a moment. */
export function countBegun(sql: TransactionSql, asked: JourneysAsked, before: Date) {
  return sql<[{ journeys: number; ripe: number }]>`/* journeysBegun */
    select count(*)::int as journeys, (count(*) filter (where started_at <= ${before}))::int as ripe
    from (${begun(sql, asked)}) b`
}

export interface StepRow {
  /** `touchpoint:<uuid>` or `contact:<channel>`. Null: before the first. */
  from: string | null
  /** Null: after the last. */
  to: string | null
  journeys: number
  medianSeconds: number | null
}

/** Steps between pairs of points. What follows at the same point is one visit, which ends with the last of it. */
export function selectFlow(sql: TransactionSql, asked: JourneysAsked) {
  return sql<StepRow[]>`/* journeyFlow */
    with begun as materialized (${begun(sql, asked)}), met as (
      select i.journey_id, i.id, i.at, 'touchpoint:' || i.touchpoint_id as point
      from begun b join interactions i on i.journey_id = b.id
      union all
      select c.journey_id, c.id, c.opened_at, 'contact:' || c.channel
      from begun b join contacts c on c.journey_id = b.id
    ), path as (
      select journey_id, at, point, lead(point) over way as next_point, lead(at) over way as next_at,
        lag(point) over way as previous_point
      from met window way as (partition by journey_id order by at, id)
    ), steps as (
      select journey_id, point as from_point, next_point as to_point, next_at - at as gap
      from path where next_point is distinct from point
      union all select journey_id, null, point, null from path where previous_point is null
    )
    select from_point as "from", to_point as "to", count(distinct journey_id)::int as journeys,
      (percentile_cont(0.5) within group (order by extract(epoch from gap)))::float8 as "medianSeconds"
    from steps group by 1, 2 order by journeys desc, 1, 2`
}

/** A map's steps and its own window. None: it is not there, or not the reader's to see. */
export function selectMap(sql: TransactionSql, id: string) {
  return sql<{ windowDays: number; steps: JourneyStep[] }[]>`/* mapOfFunnel */
    select window_days as "windowDays", steps from journey_maps where id = ${id}`
}

/** A step of a map, and what must come before it. */
export interface Rung {
  touchpointId: string
  /** How many required steps come before it. */
  after: number
  required: boolean
}

export interface ReachedRow {
  /** From 0, in the order of the rungs. */
  position: number
  journeys: number
  medianSeconds: number | null
}

/**
 * How many journeys reached each rung. A journey climbs from one required touchpoint to the first visit to the next one
 * that is not earlier; any other touchpoint counts when it is visited after the required one before it.
 */
export function selectFunnel(
  sql: TransactionSql,
  asked: JourneysAsked,
  { rungs, windowDays, before }: { rungs: readonly Rung[]; windowDays: number; before: Date },
) {
  const visit = (after: Fragment, until: Fragment, journey: Fragment, touchpoint: Fragment) => sql`(
        select i.at from interactions i
        where i.journey_id = ${journey} and i.touchpoint_id = ${touchpoint} and i.at >= ${after} and i.at < ${until}
        order by i.at limit 1)`
  return sql<ReachedRow[]>`/* journeyFunnel */
    with recursive rungs as (
      select touchpoint_id, after, required, position - 1 as position
      from unnest(${rungs.map(({ touchpointId }) => touchpointId)}::uuid[], ${rungs.map(({ after }) => after)}::int[],
        ${`{${rungs.map(({ required }) => required).join(',')}}`}::boolean[]) with ordinality r(touchpoint_id, after, required, position)
    ), begun as materialized (
      select id, started_at, started_at + make_interval(hours => ${24 * windowDays}) as until
      from (${begun(sql, asked)}) b where started_at <= ${before}
    ), climbed as (
      select 0 as climbs, id, started_at as at, until from begun
      union all
      select c.climbs + 1, c.id, v.at, c.until
      from climbed c join rungs r on r.required and r.after = c.climbs
      cross join lateral ${visit(sql`c.at`, sql`c.until`, sql`c.id`, sql`r.touchpoint_id`)} v
    )
    select r.position::int, count(v.at)::int as journeys,
      (percentile_cont(0.5) within group (order by extract(epoch from v.at - c.at)))::float8 as "medianSeconds"
    from rungs r join climbed c on c.climbs = r.after
    left join lateral ${visit(sql`c.at`, sql`c.until`, sql`c.id`, sql`r.touchpoint_id`)} v on true
    group by r.position order by r.position`
}
