import { catalogueRow, idOf, type RowMaker, refOf } from './rows.ts'

const WINDOW_DAYS = 30

/** A map with its steps by the ids of their touchpoints. */
export const journeyMapRow: RowMaker<'journey-maps'> = (record, context) => {
  const completedBy = refOf(record.completedBy, context.source)
  const touchpoints = record.steps.map(({ touchpoint }) => refOf(touchpoint, context.source))
  const refs = Object.fromEntries(touchpoints.map((ref, position) => [`steps.${position}.touchpoint`, ref]))
  return {
    ...catalogueRow('journey-map', record, { completedBy, ...refs }, context),
    name: record.name,
    windowDays: record.windowDays ?? WINDOW_DAYS,
    completedById: idOf('touchpoint', completedBy),
    steps: record.steps.map(({ stage, optional, maxSeconds }, position) => ({
      touchpointId: idOf('touchpoint', touchpoints[position] ?? null),
      stage,
      optional: optional ?? false,
      maxSeconds: maxSeconds ?? null,
    })),
    stages: record.stages,
  }
}
