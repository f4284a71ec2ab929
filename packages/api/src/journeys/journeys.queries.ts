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

/** Every step of every journey. What follows at the same point is one visit, which ends with the last of it. */
const steps = (sql: TransactionSql, asked: JourneysAsked): Fragment => sql`
    with begun as materialized (${begun(sql, asked)}), met as (
      select i.journey_id, i.id, i.at, 'touchpoint:' || i.touchpoint_id as point
      from begun b join interactions i on i.journey_id = b.id
      union all
      select c.journey_id, c.id, c.opened_at, 'contact:' || c.channel
      from begun b join contacts c on c.journey_id = b.id
    ), path as materialized (
      select journey_id, point, lag(point) over way as previous_point,
        extract(epoch from at - lag(at) over way)::float8 as gap, lead(at) over way is null as is_last
      from met window way as (partition by journey_id order by at, id)
    ), steps as (
      select journey_id, previous_point as from_point, point as to_point, gap
      from path where previous_point is distinct from point
      union all select journey_id, point, null, null from path where is_last
    )`

/** Steps between pairs of points. */
export function selectFlow(sql: TransactionSql, asked: JourneysAsked) {
  return sql<StepRow[]>`/* journeyFlow */
    ${steps(sql, asked)}
    select from_point as "from", to_point as "to", count(distinct journey_id)::int as journeys,
      percentile_cont(0.5) within group (order by gap) as "medianSeconds"
    from steps group by 1, 2 order by journeys desc, 1, 2`
}

/** Those that went from one point to the next. */
export const idsOfStep = (sql: TransactionSql, asked: JourneysAsked, from: string, to: string): Fragment => sql`
    ${steps(sql, asked)} select journey_id from steps where from_point = ${from} and to_point = ${to}`

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

export interface Ladder {
  rungs: readonly Rung[]
  windowDays: number
  /** Journeys that began later still have their window before them. */
  before: Date
}

/**
 * When journeys came to each rung. A journey climbs from one required touchpoint to the first visit to the next one that
 * is not earlier; any other touchpoint counts when it is visited after the required one before it.
 */
const climbs = (sql: TransactionSql, asked: JourneysAsked, { rungs, windowDays, before }: Ladder): Fragment => sql`
    with recursive rungs as materialized (
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
      cross join lateral (
        select i.at from interactions i
        where i.journey_id = c.id and i.touchpoint_id = r.touchpoint_id and i.at >= c.at and i.at < c.until
        order by i.at limit 1) v
    ), reached as (
      select r.position, c.id, extract(epoch from min(i.at) - c.at)::float8 as gap
      from climbed c join interactions i on i.journey_id = c.id and i.at >= c.at and i.at < c.until
      join rungs r on r.touchpoint_id = i.touchpoint_id and r.after = c.climbs
      group by r.position, c.id, c.at
    )`

/** How many journeys reached each rung that any did. */
export function selectFunnel(sql: TransactionSql, asked: JourneysAsked, ladder: Ladder) {
  return sql<ReachedRow[]>`/* journeyFunnel */
    ${climbs(sql, asked, ladder)}
    select position::int, count(*)::int as journeys, percentile_cont(0.5) within group (order by gap) as "medianSeconds"
    from reached group by position order by position`
}

/** Those that reached a rung, by its place from 0. */
export const idsReached = (
  sql: TransactionSql,
  asked: JourneysAsked,
  ladder: Ladder,
  position: number,
): Fragment => sql`
    ${climbs(sql, asked, ladder)} select id from reached where position = ${position}`
