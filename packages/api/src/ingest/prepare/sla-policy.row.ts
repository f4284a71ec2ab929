import { catalogueRow, idOf, type RowMaker, refOf } from './rows.ts'

export const slaPolicyRow: RowMaker<'sla-policies'> = (record, context) => {
  const refs = { calendar: refOf(record.calendar, context.source) }
  return {
    ...catalogueRow('sla-policy', record, refs, context),
    version: record.version,
    from: record.from,
    where: record.where,
    firstResponseSeconds: record.firstResponseSeconds ?? null,
    nextReplySeconds: record.nextReplySeconds ?? null,
    resolutionSeconds: record.resolutionSeconds ?? null,
    calendarId: idOf('calendar', refs.calendar),
  }
}
