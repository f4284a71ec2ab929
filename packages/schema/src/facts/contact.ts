import type { contacts } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Service contacts: each counts on the day it was opened, answered or handled, as the part says. */
export const contact = factOver<typeof contacts.$inferSelect>()({
  name: 'contact',
  table: 'contacts',
  record: { kind: 'contact', idColumn: 'id' },
  anchors: { opened: 'openedDay', answered: 'answeredDay', handled: 'handledDay' },
  dimensions: {
    BRAND: 'brand',
    CHANNEL: 'channel',
    TEAM: 'team',
    TOPIC: 'topic',
    TRIGGER: 'triggerId',
    SEGMENT: 'segment',
    COUNTRY: 'country',
  },
  sets: [[], ['CHANNEL', 'TEAM']],
  currency: 'costCurrency',
  gaps: {
    previous: { column: 'previousGapDays', anchor: 'opened', where: { inChain: true }, max: 30 },
    nearest: { column: 'nearestGapDays', anchor: 'opened', where: { inChain: true }, max: 30 },
  },
  perBrandAndAll: false,
})
