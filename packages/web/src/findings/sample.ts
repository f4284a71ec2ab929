import type { CardKey, Metric } from './metric.ts'

type Given = Partial<Metric['total']> & {
  unit?: string
  direction?: Metric['definition']['direction']
  difference?: number | null
  significant?: boolean | null
}

const units: Record<CardKey, string> = {
  RELATIONAL_NPS: 'points',
  TRANSACTIONAL_NPS: 'points',
  REPEAT_PURCHASE_RATE: 'share',
  FIRST_TIME_FIX: 'share',
  CES: 'share',
  AHT: 'seconds',
  REVENUE_PER_CUSTOMER: 'money',
  COST_PER_CONTACT: 'money',
  RETENTION_RATE: 'share',
  REOPEN_RATE: 'share',
  CSAT: 'share',
  FIRST_RESPONSE_TIME: 'seconds',
  CUSTOMER_LIFETIME_VALUE: 'money',
  SERVICE_COST: 'money',
  ACTIVE_CUSTOMERS: 'count',
  CONTACT_RATE: 'ratio',
}

/** A metric as a server would answer it, for tests that care about a few of its fields. */
export function sampleMetric(key: CardKey, given: Given = {}): Metric {
  const { unit, direction, difference = null, significant = true, ...total } = given
  return {
    definition: {
      key,
      lens: 'CX',
      name: key,
      unit: unit ?? units[key],
      direction: direction ?? (key === 'AHT' || key === 'COST_PER_CONTACT' ? 'DOWN' : 'UP'),
      countedOn: 'at',
      minSample: 30,
      params: [],
    },
    period: { from: '2025-11-24', to: '2026-11-21' },
    notFilteredBy: [],
    asOf: '2026-11-20T14:32:00Z',
    total: {
      value: 40,
      n: 1000,
      suppressed: false,
      denominator: 1000,
      interval: { low: 39, high: 41 },
      compared:
        difference === null
          ? null
          : { value: 1, difference, significant, period: { from: '2024-11-25', to: '2025-11-22' } },
      ...total,
    },
    series: [],
  }
}
