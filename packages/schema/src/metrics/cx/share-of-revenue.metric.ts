import { spent } from '../../facts/index.ts'
import { UNITS_PER_MAJOR } from '../../money.ts'
import { defineMetric } from '../define.ts'
import { quotient } from '../finalize.ts'
import { currency } from '../params.ts'
import { monthsOrMore } from './revenue-retention.ts'

const customer = (digit: number) => '11111111-1111-4111-8111-111111111111'.replaceAll('1', String(digit))

export default defineMetric({
  key: 'SHARE_OF_REVENUE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'NONE',
  parts: {
    customers: spent('year', []),
    shown: spent('year', ['share']),
    all: spent('year', ['year'], { ofWhole: true }),
  },
  n: 'customers',
  finalize: quotient('shown', 'all', UNITS_PER_MAJOR),
  params: { currency },
  grains: monthsOrMore,
  formula:
    "a group's revenue / all revenue, of the year up to the end; of the whole, the share of the tenth of customers who spent most",
  countedOn: 'order: at; refund: its own day',
  source: 'Concentration of revenue: the share of the top decile (rounded up to whole customers)',
  words: {
    nl: {
      name: 'Aandeel in de omzet',
      description:
        'Welk deel van de omzet van het jaar tot en met de periode een groep klanten oplevert; zonder groepen: de tien procent klanten die het meest besteden.',
      includes: 'Bekende klanten die in dat jaar per saldo iets besteedden, na aftrek van teruggaven.',
      excludes:
        'Wie per saldo niets besteedde, en wat in een valuta zonder koers is. Wat klanten elders besteden blijft onbekend.',
    },
    en: {
      name: 'Share of revenue',
      description:
        'Which part of the revenue of the year up to the end a group of customers brings in; without groups: the tenth of customers who spend most.',
      includes: 'Known customers who on balance spent something in that year, net of refunds.',
      excludes:
        'Who spent nothing on balance, and what is in a currency without a rate. What customers spend elsewhere is not known.',
    },
  },
  examples: [
    {
      promise: 'of eleven customers the two who spent most in the year, however often they came',
      rows: {
        order: [
          ...[1, 2, 3, 4, 5, 6, 7, 8].map(digit => ({
            customerId: customer(digit),
            day: '2025-08-01',
            amountE4: 1_000_000,
            currency: 'EUR',
          })),
          { customerId: customer(9), day: '2025-04-01', amountE4: 3_000_000, currency: 'EUR' },
          { customerId: customer(9), day: '2026-03-31', amountE4: 3_000_000, currency: 'EUR' },
          { customerId: customer(0), day: '2026-03-01', amountE4: 4_000_000, currency: 'EUR' },
          { day: '2026-03-01', amountE4: 2_000_000, currency: 'EUR' },
          { customerId: customer(1), day: '2025-03-31', amountE4: 90_000_000, currency: 'EUR' },
          { customerId: customer(2), day: '2026-04-01', amountE4: 90_000_000, currency: 'EUR' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0.5,
      n: 11,
    },
    {
      promise: 'who got everything back is no customer of that year',
      rows: {
        order: [
          { customerId: customer(1), day: '2026-01-05', amountE4: 1_000_000, currency: 'EUR' },
          { customerId: customer(2), day: '2026-01-05', amountE4: 1_000_000, currency: 'EUR' },
        ],
        refund: [{ customerId: customer(2), day: '2026-02-05', amountE4: 1_000_000, currency: 'EUR' }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 1,
      n: 1,
    },
    {
      promise: 'without revenue there is nothing to share',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 0,
    },
  ],
})
