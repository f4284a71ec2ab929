import type { CalendarWords } from './calendar.nl.ts'

export const calendarEn: CalendarWords = {
  pick: 'Choose the first and the last day',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous ten years',
  nextDecade: 'Next ten years',
}
