import type { Calendar } from './calendar.ts'
import type { Channel } from './company.ts'
import type { Sent } from './records.ts'

const HOUR = 3_600

/** Seconds within which a customer hears somebody: by the clock on the wall, day and night. */
const firstResponse: Record<Channel, { before: number; now: number }> = {
  phone: { before: 120, now: 90 },
  chat: { before: 90, now: 60 },
  video: { before: 120, now: 120 },
  whatsapp: { before: HOUR, now: 0.75 * HOUR },
  email: { before: 10 * HOUR, now: 8 * HOUR },
}

/** The day from which the stricter promises hold: the first of the running year that lies far enough back. */
function stricterFrom(calendar: Calendar): number {
  const ofYear = (year: number) => calendar.dayOf(`${year}-01-01`)
  const today = calendar.days - 1
  const latest = ofYear(calendar.year(today))
  return latest <= today - 90 ? latest : ofYear(calendar.year(today) - 1)
}

/** Two versions of one promise per channel, and a slower clock for complaints that need the warehouse. */
export function slaPolicies(calendar: Calendar): Sent<'sla-policies'>[] {
  const at = (day: number) => new Date(calendar.startMs(day)).toISOString()
  const perChannel = Object.entries(firstResponse).flatMap(([channel, { before, now }]) => [
    { id: `${channel}-1`, version: 1, from: at(0), where: { channel }, firstResponseSeconds: before },
    { id: `${channel}-2`, version: 2, from: at(stricterFrom(calendar)), where: { channel }, firstResponseSeconds: now },
  ])
  return [
    ...perChannel,
    {
      id: 'warranty-1',
      version: 1,
      from: at(0),
      where: { topic: 'Garantie' },
      resolutionSeconds: 16 * HOUR,
      calendar: 'service-desk',
    },
  ]
}

/** The promise in force on a channel at a day. */
export function responsePromise(calendar: Calendar): (channel: Channel, day: number) => number {
  const stricter = stricterFrom(calendar)
  return (channel, day) => firstResponse[channel][day >= stricter ? 'now' : 'before']
}
