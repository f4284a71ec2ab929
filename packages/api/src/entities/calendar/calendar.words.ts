import { registerEnumType } from 'type-graphql'

export const Weekday = {
  MONDAY: 'mon',
  TUESDAY: 'tue',
  WEDNESDAY: 'wed',
  THURSDAY: 'thu',
  FRIDAY: 'fri',
  SATURDAY: 'sat',
  SUNDAY: 'sun',
} as const
registerEnumType(Weekday, { name: 'Weekday', description: 'A day of the week.' })
