import type { Calendar } from './calendar.ts'
import type { Sent } from './records.ts'

/** Days off that fall on the same date every year, as month and day. */
const daysOff = [101, 427, 1225, 1226]

export function isDayOff(day: number, calendar: Calendar): boolean {
  return daysOff.includes(calendar.month(day) * 100 + calendar.dayOfMonth(day))
}

/** When each part of the service desk is open; Flanders keeps the public holidays of its own country. */
export function openingHours(calendar: Calendar, timeZone: string): Sent<'calendars'>[] {
  const from = new Date(calendar.startMs(0)).toISOString()
  const lastYear = calendar.year(calendar.days - 1) + 1
  const years = Array.from({ length: lastYear - calendar.year(0) + 1 }, (_, index) => calendar.year(0) + index)
  const weekdays = (opens: string, closes: string) => {
    const day: [string, string][] = [[opens, closes]]
    return { mon: day, tue: day, wed: day, thu: day, fri: day }
  }
  return [
    {
      id: 'service-desk',
      zone: timeZone,
      hours: { ...weekdays('08:00', '21:00'), sat: [['08:00', '21:00']] },
      holidays: years.flatMap(year => daysOff.map(date => `${year}-${monthAndDay(date)}`)),
      from,
    },
    { id: 'advice', team: 'Advies', zone: timeZone, hours: weekdays('09:00', '21:00'), holidays: 'NL', from },
    { id: 'flanders', team: 'Vlaanderen', zone: timeZone, hours: weekdays('08:00', '21:00'), holidays: 'BE', from },
  ]
}

function monthAndDay(date: number): string {
  return String(date).padStart(4, '0').replace(/^../, '$&-')
}
