import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import type { Day } from '../../time/days.ts'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The moment at which a day begins there, as ISO text. */
export const startOfDay = (day: Day, zone: string): string => dayjs.tz(`${day}T00:00:00`, zone).toISOString()

/** The day that it is there at a moment. */
export const dayIn = (instant: string, zone: string): Day => dayjs(instant).tz(zone).format('YYYY-MM-DD')

export const today = (zone: string): Day => dayIn(new Date().toISOString(), zone)
