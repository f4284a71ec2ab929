import type { contacts } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Service contacts: each counts on the day it was opened, answered, handled, resolved and so on, as the part says. */
export const contact = factOver<typeof contacts.$inferSelect>()({
  name: 'contact',
  table: 'contacts',
  record: { kind: 'contact', idColumn: 'id' },
  anchors: {
    opened: 'openedDay',
    answered: 'answeredDay',
    handled: 'handledDay',
    resolved: 'resolutionDay',
    responded: 'firstResponseDay',
    firstResolved: 'firstResolvedDay',
    lastResolved: 'lastResolvedDay',
  },
  moments: {
    opened: 'openedAt',
    answered: 'answeredAt',
    handled: 'handledAt',
    resolved: 'resolvedAt',
    responded: 'firstResponseAt',
    firstResolved: 'resolvedAt',
    lastResolved: 'lastResolvedAt',
  },
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
    SLA_POLICY: 'slaPolicyId',
  },
  sets: [
    [],
    ['CHANNEL'],
    ['TRIGGER'],
    ['CHANNEL', 'TEAM'],
    ['CHANNEL', 'TRIGGER'],
    ['TOPIC'],
    ['SEGMENT', 'COUNTRY'],
    ['JOURNEY_MAP', 'STAGE', 'TOUCHPOINT'],
  ],
  currency: 'costCurrency',
  gaps: {
    previous: { column: 'previousGapDays', anchor: 'opened', where: { inChain: true }, max: 30, rare: true },
    nearest: { column: 'nearestGapDays', anchor: 'opened', where: { inChain: true }, max: 30, rare: true },
  },
  perBrandAndAll: false,
})
