import type { Example } from '../define.ts'

/** A single order in the period, so that what it comes to is its mean too. */
export const wonBack: Example = {
  promise: 'of those who stayed away too long, what goes back goes back from the stage of its order',
  rows: {
    order: [
      { id: 'first', customerId: 'anja', day: '2025-02-01', amountE4: 900_000, currency: 'EUR', repeat: false },
      { id: 'back', customerId: 'anja', day: '2026-02-09', amountE4: 700_000, currency: 'EUR', repeat: true },
      { customerId: 'anja', day: '2026-03-04', amountE4: 300_000, currency: 'EUR', repeat: true },
      { customerId: 'bram', day: '2025-03-01', amountE4: 900_000, currency: 'EUR', repeat: false },
      { customerId: 'bram', day: '2026-03-04', amountE4: 600_000, currency: 'EUR', repeat: true },
    ],
    refund: [
      {
        id: 'first',
        customerId: 'anja',
        day: '2026-03-05',
        amountE4: 50_000,
        currency: 'EUR',
        previousGapDays: 397,
      },
      {
        id: 'back',
        customerId: 'anja',
        day: '2026-03-05',
        amountE4: 200_000,
        currency: 'EUR',
        previousGapDays: 24,
      },
    ],
  },
  period: { from: '2026-03-01', to: '2026-04-01' },
  params: { currency: 'EUR' },
  asked: { LIFECYCLE_STAGE: 'RESURRECTED' },
  value: 40,
  n: 2,
}
