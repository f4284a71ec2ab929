import type { contactEvents } from '../tables/index.ts'
import { factOver } from './define.ts'

/** What happened to contacts, on the day it happened; channel, team and trigger are the contact's. */
export const contactEvent = factOver<typeof contactEvents.$inferSelect>()({
  name: 'contact_event',
  table: 'contact_events',
  record: { kind: 'contact-event', idColumn: 'id' },
  anchors: { happened: 'day' },
  moments: { happened: 'at' },
  dimensions: {
    BRAND: 'brand',
    CHANNEL: 'contactChannel',
    TEAM: 'contactTeam',
    TRIGGER: 'contactTriggerId',
    SEGMENT: 'segment',
    COUNTRY: 'country',
  },
  sets: [[], ['CHANNEL', 'TEAM']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
