import type { slaTargets } from '../tables/index.ts'
import { factOver } from './define.ts'

/** Promises about contacts, on the day they were kept or broken; one that still runs is on no day. It opens into its contact. */
export const slaTarget = factOver<typeof slaTargets.$inferSelect>()({
  name: 'sla_target',
  table: 'sla_targets',
  record: { kind: 'contact', idColumn: 'id', apartBy: ['target', 'startedAt'] },
  anchors: { judged: 'day' },
  moments: { judged: 'judgedAt' },
  dimensions: {
    BRAND: 'brand',
    CHANNEL: 'channel',
    TEAM: 'team',
    TRIGGER: 'triggerId',
    SEGMENT: 'segment',
    COUNTRY: 'country',
    SLA_POLICY: 'policyId',
  },
  sets: [[], ['CHANNEL', 'TEAM'], ['SLA_POLICY']],
  currency: null,
  gaps: {},
  perBrandAndAll: false,
})
