import type { contacts } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Service contacts: each counts on the day it was opened, answered, handled or resolved, as the part says. */
export const contact = factOver<typeof contacts.$inferSelect>()({
  name: 'contact',
  table: 'contacts',
  record: { kind: 'contact', idColumn: 'id' },
  anchors: { opened: 'openedDay', answered: 'answeredDay', handled: 'handledDay', resolved: 'resolutionDay' },
  moments: { opened: 'openedAt', answered: 'answeredAt', handled: 'handledAt', resolved: 'resolvedAt' },
  dimensions: {
    BRAND: 'brand',
    CHANNEL: 'channel',
    TEAM: 'team',
    TOPIC: 'topic',
    TRIGGER: 'triggerId',
    SEGMENT: 'segment',
    COUNTRY: 'country',
    JOURNEY_MAP: 'journeyMapId',
    STAGE: 'stage',
    TOUCHPOINT: 'touchpointId',
  },
  sets: [
    [],
    ['CHANNEL', 'TEAM'],
    ['CHANNEL', 'TRIGGER'],
    ['TOPIC'],
    ['SEGMENT', 'COUNTRY'],
    ['JOURNEY_MAP', 'STAGE', 'TOUCHPOINT'],
  ],
  currency: 'costCurrency',
  gaps: {
    previous: { column: 'previousGapDays', anchor: 'opened', where: { inChain: true }, max: 30 },
    nearest: { column: 'nearestGapDays', anchor: 'opened', where: { inChain: true }, max: 30 },
  },
  perBrandAndAll: false,
})
