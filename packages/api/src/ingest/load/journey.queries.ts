import { type Derive, dayOf } from './derive.queries.ts'

/** How long its map lets it last, and whether it was completed by then: by its sender's word, or where the map says. */
export const journeyDerivation: Derive = settings => ({
  joins: 'left join journey_maps m on m.id = f.journey_map_id',
  columns: {
    window_end_day: 'f.day + m.window_days',
    completed: `coalesce(f.outcome = 'completed' and coalesce(${dayOf('f.ended_at', settings)}, f.day) <= f.day + m.window_days, false) or exists (
      select from interactions i where i.journey_id = f.id and i.touchpoint_id = m.completed_by_id and i.day between f.day and f.day + m.window_days)`,
  },
})
