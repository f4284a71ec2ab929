import { recordId } from '@tweeluik/schema'
import type { RowMaker } from './rows.ts'

/** A cost rate, in force from the day of `from` up to and without the day of `to`. */
export const costRateRow: RowMaker<'cost-rates'> = (record, { source, currency, dayOf }) => ({
  id: recordId('cost-rate', source, record.id),
  source,
  externalId: record.id,
  brand: record.brand ?? null,
  team: record.team ?? null,
  channel: record.channel ?? null,
  from: record.from,
  to: record.to ?? null,
  fromDay: dayOf(record.from.getTime()),
  toDay: record.to ? dayOf(record.to.getTime()) : null,
  perHourE4: record.perHour,
  perContactE4: record.perContact ?? 0,
  overheadShare: record.overheadShare ?? 0,
  currency: record.currency ?? currency,
})
