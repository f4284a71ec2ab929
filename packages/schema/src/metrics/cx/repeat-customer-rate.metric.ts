import { customerDay } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'REPEAT_CUSTOMER_RATE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    ordered: customerDay.until('buyer'),
    repeated: customerDay.until('secondOrder'),
  },
  n: 'ordered',
  finalize: share('repeated', 'ordered'),
  formula: 'customers who ordered on 2 or more days by the end of the bucket / customers with an order by then',
  countedOn: 'at, of all time up to the end of the bucket',
  source: 'Fader & Hardie: repeat buying in the CDNOW cohort',
  words: {
    nl: {
      name: 'Terugkerende klanten',
      description: 'Welk deel van alle kopers tot dan toe op twee of meer dagen bestelde.',
      includes: 'Alle klanten met een bestelling tot en met de laatste dag, hoe lang geleden ook.',
      excludes: 'Meer bestellingen op één dag tellen als één dag.',
    },
    en: {
      name: 'Repeat customers',
      description: 'The share of all buyers so far who ordered on two or more days.',
      includes: 'Every customer with an order up to the last day, however long ago.',
      excludes: 'Several orders on one day count as one day.',
    },
  },
  examples: [
    {
      promise: 'customers from before the window count, and a third day adds nothing',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2025-01-10', ordered: true },
          { customerId: 'anja', day: '2026-03-10', ordered: true, segment: 'silver' },
          { customerId: 'anja', day: '2026-03-10', ordered: true, segment: 'gold' },
          { customerId: 'anja', day: '2026-03-12', ordered: true },
          { customerId: 'bram', day: '2026-03-11', ordered: true },
          { customerId: 'bram', day: '2026-04-02', ordered: true },
          { customerId: 'bram', day: '2026-03-15', visited: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.5,
      n: 2,
    },
    {
      promise: 'before anyone ordered there is no share',
      rows: { customer_day: [{ customerId: 'anja', day: '2026-04-02', ordered: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
