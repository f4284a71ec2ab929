import { investment } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netReturn } from '../finalize.ts'
import { currency } from '../params.ts'
import { retainedMargin, retainedMarginParts } from './retained-margin.ts'

const lens = 'cx'

export default defineMetric({
  key: 'RETURN_ON_EXPERIENCE',
  lens: 'CX',
  version: 1,
  unit: 'ratio',
  direction: 'UP',
  parts: {
    investments: investment.count('spent', { lens }, { money: true }),
    invested: investment.sum('spent', 'amountE4', { lens }),
    ...retainedMarginParts,
  },
  n: ['investments', 'orders', 'refundedEarlierOrders'],
  leftOut: ['allOrders', 'orders'],
  finalize: netReturn(retainedMargin, 'invested'),
  params: { currency },
  formula: '(retained margin - invested in experience) / invested in experience',
  countedOn: 'investment: at; order: at; refund: its own day',
  source: 'Own definition: return on investment, with the margin of returning customers as its return',
  words: {
    nl: {
      name: 'Rendement op beleving',
      description:
        'Wat elke euro voor klantbeleving aan marge op vervolgbestellingen oplevert, na aftrek van die euro.',
      includes:
        'De marge van bestellingen op een latere dag dan de eerste van die klant, na teruggaven naar rato; investeringen in klantbeleving van dezelfde periode.',
      excludes:
        'Eerste bestellingen en investeringen in service; bestellingen zonder marge of koers, die apart worden geteld.',
    },
    en: {
      name: 'Return on experience',
      description: 'What each euro put into experience returns in margin on returning customers, less that euro.',
      includes:
        "The margin of orders on a later day than the customer's first, net of refunds in proportion; investments in experience of the same period.",
      excludes:
        'First orders and investments in service; orders without margin or exchange rate, which are counted apart.',
    },
  },
  examples: [
    {
      promise: 'the margin of returning customers over what was put into experience, not into service',
      rows: {
        investment: [
          { day: '2026-03-02', lens: 'cx', amountE4: 1_000_000, currency: 'EUR', purpose: 'retention' },
          { day: '2026-03-20', lens: 'service', amountE4: 900_000, currency: 'EUR', purpose: 'service' },
          { day: '2026-03-21', lens: 'cx', amountE4: 900_000, currency: 'USD', purpose: 'retention' },
        ],
        order: [
          { day: '2026-03-02', repeat: true, amountE4: 9_000_000, marginE4: 3_000_000, currency: 'EUR' },
          { day: '2026-03-03', repeat: true, amountE4: 9_000_000, marginE4: 3_000_000, currency: 'USD' },
          { day: '2026-03-04', repeat: true, amountE4: 9_000_000, marginE4: null, currency: 'EUR' },
          { day: '2026-03-05', repeat: false, amountE4: 1_000_000, marginE4: 500_000, currency: 'EUR' },
        ],
        refund: [
          {
            day: '2026-03-08',
            repeat: true,
            amountE4: 900_000,
            marginE4: 300_000,
            currency: 'USD',
            previousGapDays: 30,
          },
          {
            day: '2026-03-09',
            repeat: true,
            amountE4: 1_500_000,
            marginE4: 500_000,
            currency: 'EUR',
            previousGapDays: 20,
          },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 1.5,
      n: 3,
      interval: { low: -4.46099774, high: 7.46099774 },
      leftOut: 2,
    },
    {
      promise: 'what brings nothing back is lost whole',
      rows: { investment: [{ day: '2026-03-02', lens: 'cx', amountE4: 1_000_000, currency: 'EUR' }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: -1,
      n: 1,
    },
    {
      promise: 'without investments there is nothing to divide by',
      rows: { order: [{ day: '2026-03-02', repeat: true, amountE4: 9_000_000, marginE4: 3_000_000, currency: 'EUR' }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 1,
    },
  ],
})
