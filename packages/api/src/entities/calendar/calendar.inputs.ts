import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { calendarSource } from './calendar.source.ts'

export const CalendarArgs = connectionArgs(calendarSource)
