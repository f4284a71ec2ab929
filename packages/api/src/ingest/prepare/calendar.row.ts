import { catalogueRow, type RowMaker } from './rows.ts'

export const calendarRow: RowMaker<'calendars'> = (record, context) => ({
  ...catalogueRow('calendar', record, {}, context),
  team: record.team ?? null,
  zone: record.zone,
  hours: record.hours,
  holidays: record.holidays ?? null,
  from: record.from,
})
