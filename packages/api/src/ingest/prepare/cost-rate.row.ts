import { catalogueRow, type RowMaker } from './rows.ts'

/** A cost rate, in force from the day of `from` up to and without the day of `to`. */
export const costRateRow: RowMaker<'cost-rates'> = (record, context) => ({
  ...catalogueRow('cost-rate', record, {}, context),
  team: record.team ?? null,
  channel: record.channel ?? null,
  from: record.from,
  to: record.to ?? null,
  fromDay: context.dayOf(record.from.getTime()),
  toDay: record.to ? context.dayOf(record.to.getTime()) : null,
  perHourE4: record.perHour,
  perContactE4: record.perContact ?? 0,
  overheadShare: record.overheadShare ?? 0,
  currency: record.currency ?? context.currency,
})
