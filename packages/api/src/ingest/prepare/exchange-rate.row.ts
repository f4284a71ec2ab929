import { catalogueRow, type RowMaker } from './rows.ts'

export const exchangeRateRow: RowMaker<'exchange-rates'> = (record, context) => ({
  ...catalogueRow('exchange-rate', record, {}, context),
  from: record.from,
  to: record.to,
  day: record.day,
  rate: record.rate,
})
