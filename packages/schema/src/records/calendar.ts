import { IANAZone } from 'luxon'
import { z } from 'zod'
import { day, everyRecord, instant, nested, refuse, word } from './fields.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Is no time of the day such as 09:00')
const spans = z.array(z.tuple([clock, clock])).max(24)

export const calendar = z.strictObject({
  ...everyRecord(),
  team: word().nullish(),
  zone: word(),
  hours: nested(z.partialRecord(z.enum(weekdays), spans)),
  /** Days off, or the country whose public holidays are off. */
  holidays: nested(z.union([z.array(day()).max(2_000), word(10)])).nullish(),
  from: instant(),
})

/** Opening hours of a day follow each other. */
export function calendarRules(record: z.output<typeof calendar>, context: z.core.$RefinementCtx): void {
  if (!IANAZone.isValidZone(record.zone)) {
    refuse(context, 'UNKNOWN_ZONE', `${record.zone} is no time zone`, 'Write an IANA name such as Europe/Amsterdam', [
      'zone',
    ])
  }
  for (const weekday of weekdays) {
    let last = ''
    record.hours[weekday]?.forEach(([opens, closes], index) => {
      if (opens >= closes || opens < last) {
        refuse(
          context,
          'HOURS_OUT_OF_ORDER',
          `${opens}-${closes} does not follow`,
          'Send opening before closing, and the spans of a day in order without overlap',
          ['hours', weekday, `${index}`],
        )
      }
      last = closes
    })
  }
}
