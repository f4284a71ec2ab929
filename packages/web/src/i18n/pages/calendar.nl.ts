export const calendarNl = {
  pick: 'Kies de eerste en de laatste dag',
  previousMonth: 'Vorige maand',
  nextMonth: 'Volgende maand',
  previousYear: 'Vorig jaar',
  nextYear: 'Volgend jaar',
  previousDecade: 'Vorige tien jaar',
  nextDecade: 'Volgende tien jaar',
}

export type CalendarWords = typeof calendarNl
