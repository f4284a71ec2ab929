import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

/** An event's own columns; it lives with its contact, whose words it takes. */
export const contactEventRow: RowMaker<'contact-events'> = (record, context) => {
  const refs = { contact: refOf(record.contact, context.source) }
  return {
    ...factRow('contact-event', record, refs, context),
    contactId: idOf('contact', refs.contact),
    at: record.at,
    type: record.type,
    channel: record.channel ?? null,
    team: record.team ?? null,
    agent: record.agent ?? null,
    day: context.dayOf(record.at.getTime()),
  }
}
