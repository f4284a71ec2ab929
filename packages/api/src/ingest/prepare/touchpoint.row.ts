import { catalogueRow, type RowMaker } from './rows.ts'

export const touchpointRow: RowMaker<'touchpoints'> = (record, context) => ({
  ...catalogueRow('touchpoint', record, {}, context),
  name: record.name,
  stage: record.stage ?? null,
  channel: record.channel,
  department: record.department ?? null,
  awareness: record.awareness ?? null,
  momentOfTruth: record.momentOfTruth ?? null,
  selfService: record.selfService ?? null,
  ideal: record.ideal ?? null,
})
