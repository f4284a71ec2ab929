import { lifeOrder, order } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'
import { lives } from './lives.example.ts'

export default defineMetric({
  key: 'ORDERS',
  lens: 'CX',
  version: 1,
  unit: 'count',
  direction: 'UP',
  parts: { orders: order.count('placed') },
  n: 'orders',
  otherwise: { by: ['LIFECYCLE_STAGE'], parts: { orders: lifeOrder.count('placed') } },
  finalize: tally('orders'),
  formula: 'orders placed',
  countedOn: 'at',
  source: 'Own definition: a count of orders in every currency',
  words: {
    nl: {
      name: 'Bestellingen',
      description: 'Hoeveel bestellingen klanten plaatsten.',
      includes:
        'Elke bestelling op de dag dat zij geplaatst is, in elke valuta, ook als zij later terugkwam. Per levensfase: wat de klant bij die bestelling was; terugkerend is wie in de 180 dagen ervoor al eens bestelde, heroverd wie langer wegbleef.',
      excludes: 'Teruggaven; die verlagen de omzet, niet het aantal.',
    },
    en: {
      name: 'Orders',
      description: 'How many orders customers placed.',
      includes:
        'Every order on the day it was placed, in any currency, also when it came back later. By stage of life: what the customer was at that order; returning is who had ordered in the 180 days before, resurrected who stayed away longer.',
      excludes: 'Refunds; those lower revenue, not the count.',
    },
  },
  examples: [
    {
      promise: 'new is every order of a known customer on the day of its first',
      rows: lives,
      period: { from: '2026-03-01', to: '2026-04-01' },
      asked: { LIFECYCLE_STAGE: 'NEW' },
      value: 2,
      n: 2,
    },
    {
      promise: 'returning is who ordered before, at most 180 days ago',
      rows: lives,
      period: { from: '2026-03-01', to: '2026-04-01' },
      asked: { LIFECYCLE_STAGE: 'RETURNING' },
      value: 2,
      n: 2,
    },
    {
      promise: 'resurrected is who stayed away longer',
      rows: lives,
      period: { from: '2026-03-01', to: '2026-04-01' },
      asked: { LIFECYCLE_STAGE: 'RESURRECTED' },
      value: 1,
      n: 1,
    },
    {
      promise: 'an order of amount 0 or in another currency is an order; a refund is none',
      rows: {
        order: [
          { day: '2026-03-01', amountE4: 0, currency: 'EUR' },
          { day: '2026-03-31', amountE4: 100_000, currency: 'USD' },
          { day: '2026-04-01', amountE4: 100_000, currency: 'EUR' },
        ],
        refund: [{ day: '2026-03-05', amountE4: 50_000, currency: 'EUR', previousGapDays: 40 }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 2,
    },
    {
      promise: 'nothing counted is 0, since there is nothing to divide',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
