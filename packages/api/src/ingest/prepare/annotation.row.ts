import { catalogueRow, type RowMaker } from './rows.ts'

export const annotationRow: RowMaker<'annotations'> = (record, context) => ({
  ...catalogueRow('annotation', record, {}, context),
  name: record.name,
  from: record.from,
  to: record.to ?? null,
  description: record.description ?? null,
  department: record.department ?? null,
  lens: record.lens ?? null,
})
