import { catalogueRow, type RowMaker } from './rows.ts'

export const calendarRow: RowMaker<'calendars'> = (record, context) => ({
  ...catalogueRow('calendar', record, {}, context),
  team: record.team ?? null,
  zone: record.zone,
  hours: record.hours,
  // A text that stands in a column of JSON.
  holidays: typeof record.holidays === 'string' ? JSON.stringify(record.holidays) : (record.holidays ?? null),
  from: record.from,
})
