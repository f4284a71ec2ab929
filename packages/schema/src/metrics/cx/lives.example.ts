import type { Example } from '../define.ts'

/** Anja is new, Bram comes back on the last day that is soon enough, Cees a day later; nobody knows who Dora is. */
export const lives: Example['rows'] = {
  order: [
    { customerId: 'anja', day: '2026-03-02', amountE4: 100_000, currency: 'EUR', repeat: false },
    { customerId: 'anja', day: '2026-03-02', amountE4: 200_000, currency: 'EUR', repeat: false },
    { customerId: 'anja', day: '2026-03-09', amountE4: 400_000, currency: 'EUR', repeat: true },
    { customerId: 'bram', day: '2025-09-03', amountE4: 500_000, currency: 'EUR', repeat: false },
    { customerId: 'bram', day: '2026-03-02', amountE4: 800_000, currency: 'EUR', repeat: true },
    { customerId: 'cees', day: '2025-09-02', amountE4: 500_000, currency: 'EUR', repeat: false },
    { customerId: 'cees', day: '2026-03-02', amountE4: 900_000, currency: 'EUR', repeat: true },
    { customerId: 'dora', day: '2026-03-02', amountE4: 50_000, currency: 'EUR', repeat: false, known: false },
  ],
}
