import { order } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'REPEAT_PURCHASE_RATE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    orders: order.count('placed'),
    repeats: order.count('placed', { repeat: true }),
  },
  n: 'orders',
  finalize: share('repeats', 'orders'),
  formula: 'orders by customers who had ordered on an earlier day / orders',
  countedOn: 'at',
  source: 'Own definition: by orders, so that a week and a year are on one scale',
  words: {
    nl: {
      name: 'Herhaalaankoop',
      description: 'Welk deel van de bestellingen komt van klanten die al eerder bestelden.',
      includes: 'Alle bestellingen; een herhaling is een bestelling van wie op een eerdere dag al bestelde.',
      excludes: 'Een tweede bestelling op de eerste besteldag telt niet als herhaling.',
    },
    en: {
      name: 'Repeat purchase',
      description: 'The share of orders that come from customers who had ordered before.',
      includes: 'Every order; a repeat is an order by someone who had ordered on an earlier day.',
      excludes: 'A second order on the first day of ordering is no repeat.',
    },
  },
  examples: [
    {
      promise: 'every order counts in the denominator, only those after an earlier day in the numerator',
      rows: {
        order: [
          { day: '2026-03-02', repeat: false },
          { day: '2026-03-02', repeat: false },
          { day: '2026-03-09', repeat: true },
          { day: '2026-03-30', repeat: false },
          { day: '2026-04-02', repeat: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.25,
      n: 4,
    },
    {
      promise: 'without orders there is no share',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
