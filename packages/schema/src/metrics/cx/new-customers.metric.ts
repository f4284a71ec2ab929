import { customerDay } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'

export default defineMetric({
  key: 'NEW_CUSTOMERS',
  lens: 'CX',
  version: 1,
  unit: 'count',
  direction: 'UP',
  parts: {
    firstDays: customerDay.first('order'),
  },
  n: 'firstDays',
  finalize: tally('firstDays'),
  formula: 'customers whose first order of all time lies in the bucket',
  countedOn: 'at, of the first order',
  source: 'Amplitude and PostHog: new users, by their first event of all time',
  words: {
    nl: {
      name: 'Nieuwe klanten',
      description: 'Hoeveel klanten voor het eerst bestelden.',
      includes: 'Bekende klanten op de dag van hun allereerste bestelling.',
      excludes: 'Wie vóór de periode al eens bestelde, hoe lang geleden ook; en bestellingen zonder bekende klant.',
    },
    en: {
      name: 'New customers',
      description: 'How many customers ordered for the first time.',
      includes: 'Known customers on the day of their very first order.',
      excludes: 'Who had ordered before the period, however long ago; and orders without a known customer.',
    },
  },
  examples: [
    {
      promise: 'the first order in the window is not new when an older one exists, and no interaction makes one new',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-03-02', ordered: true },
          { customerId: 'anja', day: '2026-03-09', ordered: true },
          { customerId: 'bram', day: '2015-03-03', ordered: true },
          { customerId: 'bram', day: '2026-03-03', ordered: true, segment: 'gold' },
          { customerId: 'cees', day: '2026-03-31', ordered: true },
          { customerId: 'dora', day: '2026-04-01', ordered: true },
          { customerId: 'emma', day: '2026-03-02', visited: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 2,
    },
    {
      promise: 'nobody new is 0',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
