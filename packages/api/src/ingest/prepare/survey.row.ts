import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

export const surveyRow: RowMaker<'surveys'> = (record, context) => {
  const { source } = context
  const refs = { contact: refOf(record.contact, source), touchpoint: refOf(record.touchpoint, source) }
  return {
    ...factRow('survey', record, refs, context),
    kind: record.kind,
    sentAt: record.sentAt,
    skipped: record.skipped ?? false,
    contactId: idOf('contact', refs.contact),
    touchpointId: idOf('touchpoint', refs.touchpoint),
    day: context.dayOf(record.sentAt.getTime()),
  }
}
