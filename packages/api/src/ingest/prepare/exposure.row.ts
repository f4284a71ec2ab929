import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

export const exposureRow: RowMaker<'exposures'> = (record, context) => {
  const refs = { trigger: refOf(record.trigger, context.source) }
  return {
    ...factRow('exposure', record, refs, context),
    triggerId: idOf('trigger', refs.trigger),
    at: record.at,
    day: context.dayOf(record.at.getTime()),
  }
}
