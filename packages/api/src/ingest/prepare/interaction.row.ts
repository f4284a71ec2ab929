import { factRow, idOf, type RowMaker, refOf } from './rows.ts'
import { sorted } from './sorted.ts'

/** An interaction's own columns; its stage comes from its touchpoint and the map of its journey. */
export const interactionRow: RowMaker<'interactions'> = (record, context) => {
  const { source } = context
  const refs = { touchpoint: refOf(record.touchpoint, source), journey: refOf(record.journey, source) }
  return {
    ...factRow('interaction', record, refs, context),
    touchpointId: idOf('touchpoint', refs.touchpoint),
    at: record.at,
    journeyId: idOf('journey', refs.journey),
    attributes: record.attributes ? sorted(record.attributes) : null,
    day: context.dayOf(record.at.getTime()),
  }
}
