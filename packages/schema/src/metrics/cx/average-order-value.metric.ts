import { defineMetric } from '../define.ts'
import { netMean } from '../finalize.ts'
import { currency } from '../params.ts'
import { net, netParts, netPartsByLife } from './net-revenue.ts'
import { wonBack } from './won-back.example.ts'

export default defineMetric({
  key: 'AVERAGE_ORDER_VALUE',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'UP',
  parts: netParts,
  n: ['orders', 'refundedEarlierOrders'],
  leftOut: ['allOrders', 'orders'],
  otherwise: { by: ['LIFECYCLE_STAGE'], parts: netPartsByLife },
  finalize: netMean(net, 'orders'),
  params: { currency },
  formula: '(order amounts - refunds) / orders',
  countedOn: 'order: at; refund: its own day',
  source: 'Own definition: net of refunds, as revenue is',
  words: {
    nl: {
      name: 'Gemiddelde bestelling',
      description: 'Wat een bestelling gemiddeld oplevert, na aftrek van teruggaven.',
      includes:
        'Bestellingen op hun eigen dag, teruggaven op de dag van teruggave; een andere valuta naar de koers van die dag. Per levensfase: wat de klant bij die bestelling was; terugkerend is wie in de 180 dagen ervoor al eens bestelde, heroverd wie langer wegbleef.',
      excludes: 'Bestellingen in een valuta zonder koers op die dag; die worden apart geteld.',
    },
    en: {
      name: 'Average order value',
      description: 'What an order brings in on average, net of refunds.',
      includes:
        'Orders on their own day, refunds on the day they were paid back; other currencies at the rate of that day. By stage of life: what the customer was at that order; returning is who had ordered in the 180 days before, resurrected who stayed away longer.',
      excludes: 'Orders in a currency without a rate of that day; those are counted apart.',
    },
  },
  examples: [
    wonBack,
    {
      promise: 'a refund of an earlier order lowers the money and adds no order',
      rows: {
        order: [
          { day: '2026-03-01', amountE4: 1_000_000, currency: 'EUR' },
          { day: '2026-03-02', amountE4: 500_000, currency: 'EUR' },
          { day: '2026-03-02', amountE4: 0, currency: 'EUR' },
          { day: '2026-03-02', amountE4: 700_000, currency: 'USD' },
          { day: '2026-02-01', amountE4: 500_000, currency: 'EUR' },
        ],
        refund: [
          { day: '2026-03-05', amountE4: 200_000, currency: 'EUR', previousGapDays: 32 },
          { day: '2026-03-06', amountE4: 100_000, currency: 'EUR', previousGapDays: 4 },
          { day: '2026-03-06', amountE4: 90_000, currency: 'USD', previousGapDays: 40 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 40,
      n: 4,
      interval: { low: -93.7749098, high: 173.77491 },
      leftOut: 1,
    },
    {
      promise: 'without orders there is no mean, though money goes back',
      rows: { refund: [{ day: '2026-03-05', amountE4: 200_000, currency: 'EUR', previousGapDays: 32 }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 1,
    },
  ],
})
