import type { TransactionSql } from '../../db/pools.ts'
import type { Derive } from './derive.queries.ts'
import { sessionContained } from './session.queries.ts'

/**
 * The map of its journey, and the stage of its touchpoint there, else the touchpoint's own. Whether it begins a session is
 * told of a row to come when those beside it are known.
 */
export const interactionDerivation: Derive = ({ inUse }, stored) => ({
  joins: `
      left join journeys j on j.id = f.journey_id
      left join touchpoints tp on tp.id = f.touchpoint_id
      left join journey_map_steps step on step.journey_map_id = j.journey_map_id and step.touchpoint_id = f.touchpoint_id`,
  columns: {
    journey_map_id: 'j.journey_map_id',
    stage: 'coalesce(step.stage, tp.stage)',
    session_contained: inUse.selfService && stored === 'true' ? sessionContained : 'null::boolean',
  },
})

export async function touchInteractionsOfJourneys(sql: TransactionSql): Promise<void> {
  await sql`/* touchInteractionsOfJourneys */
    insert into touched_interactions (customer_id, id)
    select i.customer_id, i.id from changed_journeys j join interactions i on i.journey_id = j.id
    on conflict do nothing`
}

/** Rows that came to a journey at a touchpoint that its map does not know; of another's map in another brand nothing is told. */
export async function stepsOffTheMap(sql: TransactionSql): Promise<{ position: number; line: number; map: string }[]> {
  return await sql<{ position: number; line: number; map: string }[]>`/* stepsOffTheMap */
    select n.position, n.line, m.name as map
    from next_interactions n join journey_maps m
      on m.id = n.journey_map_id and (m.source = n.source or m.brand is null or m.brand = n.brand)
    where n.action in ('created', 'updated') and not exists (
      select from journey_map_steps s where s.journey_map_id = n.journey_map_id and s.touchpoint_id = n.touchpoint_id)
      and jsonb_array_length(m.steps) > 0`
}
