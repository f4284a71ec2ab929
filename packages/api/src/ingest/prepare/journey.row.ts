import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

export const journeyRow: RowMaker<'journeys'> = (record, context) => {
  const refs = { map: refOf(record.map, context.source) }
  return {
    ...factRow('journey', record, refs, context),
    journeyMapId: idOf('journey-map', refs.map),
    startedAt: record.startedAt,
    endedAt: record.endedAt ?? null,
    outcome: record.outcome ?? null,
    day: context.dayOf(record.startedAt.getTime()),
  }
}
