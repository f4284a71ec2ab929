import type { Calendar } from './calendar.ts'
import { departments } from './company.ts'
import { type Effects, effectPeriods } from './effects.ts'
import type { Sent } from './records.ts'

/** What the company did, on its day, of all that is planted. */
export function* annotations(calendar: Calendar, effects: Effects): Generator<Sent<'annotations'>> {
  const periods = effectPeriods(effects, calendar)
  const { unclearInvoice, handlingPush, deliveryMail, dividedWork } = effects
  if (dividedWork) {
    const { short, long } = dividedWork
    yield {
      id: 'divided-work',
      name: 'Werkverdeling',
      from: calendar.date(periods.dividedWork.from),
      description: `Team ${short.team} neemt de korte vragen, team ${long.team} de lange.`,
      department: departments.service,
      lens: 'service',
    }
  }
  if (unclearInvoice) {
    yield {
      id: 'new-invoice',
      name: 'Nieuwe factuur',
      from: calendar.date(periods.unclearInvoice.from),
      to: calendar.date(periods.unclearInvoice.to),
      description: `De factuur zag er ${unclearInvoice.weeks} weken lang anders uit.`,
      department: departments.billing,
    }
  }
  if (handlingPush) {
    yield {
      id: 'handling-target',
      name: 'Doel handeltijd',
      from: calendar.date(periods.handlingPush.from),
      description: `Team ${handlingPush.team} wordt aan kortere gesprekken gehouden.`,
      department: departments.service,
    }
  }
  if (deliveryMail) {
    yield {
      id: 'delivery-mail',
      name: 'Bezorgmail',
      from: calendar.date(periods.deliveryMail.from),
      description: 'De bezorgmail zegt voortaan waar het pakket is.',
      department: departments.logistics,
    }
  }
}
