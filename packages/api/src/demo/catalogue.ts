import { annotations } from './annotations.ts'
import type { Calendar } from './calendar.ts'
import { sources } from './company.ts'
import { costRates } from './cost-rates.ts'
import type { Effects } from './effects.ts'
import { exchangeRates } from './exchange-rates.ts'
import type { DemoChunk } from './generate.ts'
import { investments } from './investments.ts'
import { journeyMapRecords } from './journey-maps.ts'
import { openingHours } from './opening-hours.ts'
import { slaPolicies } from './service-levels.ts'
import { touchpointRecords } from './touchpoints.ts'
import { triggerRecords } from './triggers.ts'

/** What customers' records refer to, and what both ledgers are reckoned with. */
export function catalogue(
  calendar: Calendar,
  { seed, customers, timeZone, effects }: { seed: number; customers: number; timeZone: string; effects: Effects },
): DemoChunk[] {
  const { web, contactCentre, finance } = sources
  return [
    { kind: 'touchpoints', source: web, records: touchpointRecords },
    { kind: 'triggers', source: contactCentre, records: triggerRecords },
    { kind: 'journey-maps', source: web, records: journeyMapRecords },
    { kind: 'calendars', source: contactCentre, records: openingHours(calendar, timeZone) },
    { kind: 'sla-policies', source: contactCentre, records: slaPolicies(calendar) },
    { kind: 'cost-rates', source: contactCentre, records: costRates(calendar) },
    { kind: 'annotations', source: contactCentre, records: [...annotations(calendar, effects)] },
    { kind: 'exchange-rates', source: finance, records: exchangeRates(calendar, seed) },
    { kind: 'investments', source: finance, records: investments(calendar, seed, customers) },
  ]
}
