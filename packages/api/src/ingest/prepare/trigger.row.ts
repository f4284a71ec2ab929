import { catalogueRow, idOf, type RowMaker, refOf } from './rows.ts'

export const triggerRow: RowMaker<'triggers'> = (record, context) => {
  const refs = { parent: refOf(record.parent, context.source) }
  return {
    ...catalogueRow('trigger', record, refs, context),
    name: record.name,
    parentId: idOf('trigger', refs.parent),
    department: record.department,
    intent: record.intent ?? null,
    avoidable: record.avoidable ?? null,
    ratePer: record.ratePer ?? null,
  }
}
