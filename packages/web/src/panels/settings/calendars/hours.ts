import type { OpeningHoursInput, Weekday } from '../../../graphql/generated/graphql.ts'

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies readonly Weekday[]

/** The spans of a day as people write them: `09:00–12:30, 13:00–17:30`. */
export type HoursByDay = Record<Weekday, string>

export function hoursText(hours: readonly OpeningHoursInput[]): HoursByDay {
  const ofDay = (day: Weekday) =>
    hours.flatMap(({ weekday, opens, closes }) => (weekday === day ? [`${opens}–${closes}`] : [])).join(', ')
  return Object.fromEntries(weekdays.map(day => [day, ofDay(day)])) as HoursByDay
}

const span = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/

const partsOf = (text: string) =>
  text
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(part => part !== '')

export const areNoHours = (text: string): boolean => partsOf(text).some(part => !span.test(part))

export function hoursOf(text: HoursByDay): OpeningHoursInput[] {
  return weekdays.flatMap(weekday =>
    partsOf(text[weekday]).flatMap(part => {
      const [, opens = '', closes = ''] = span.exec(part) ?? []
      return [{ weekday, opens: opens.padStart(5, '0'), closes: closes.padStart(5, '0') }]
    }),
  )
}

/** How many hours a week it is open. */
export function hoursAWeek(hours: readonly OpeningHoursInput[]): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  return hours.reduce((sum, { opens, closes }) => sum + minutes(closes) - minutes(opens), 0) / 60
}
