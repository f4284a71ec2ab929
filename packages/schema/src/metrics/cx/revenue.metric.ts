import { defineMetric } from '../define.ts'
import { netTotal } from '../finalize.ts'
import { currency } from '../params.ts'
import { net, netParts, netPartsByLife } from './net-revenue.ts'
import { wonBack } from './won-back.example.ts'

export default defineMetric({
  key: 'REVENUE',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'UP',
  parts: netParts,
  n: ['orders', 'refundedEarlierOrders'],
  leftOut: ['allOrders', 'orders'],
  otherwise: { by: ['LIFECYCLE_STAGE'], parts: netPartsByLife },
  finalize: netTotal(net),
  params: { currency },
  formula: 'order amounts - refunds',
  countedOn: 'order: at; refund: its own day',
  source: 'Own definition: net of refunds, each on its own day',
  words: {
    nl: {
      name: 'Omzet',
      description: 'Wat klanten besteedden, na aftrek van teruggaven.',
      includes:
        'Bestellingen op hun eigen dag, teruggaven op de dag van teruggave; een andere valuta naar de koers van die dag. Per levensfase: wat de klant bij die bestelling was; terugkerend is wie in de 180 dagen ervoor al eens bestelde, heroverd wie langer wegbleef.',
      excludes: 'Bestellingen in een andere valuta zonder koers van die dag; die worden apart geteld.',
    },
    en: {
      name: 'Revenue',
      description: 'What customers spent, net of refunds.',
      includes:
        'Orders on their own day, refunds on the day they were paid back; other currencies at the rate of that day. By stage of life: what the customer was at that order; returning is who had ordered in the 180 days before, resurrected who stayed away longer.',
      excludes: 'Orders in another currency without a rate of that day; those are counted apart.',
    },
  },
  examples: [
    wonBack,
    {
      promise: 'an order refunded twice in the window is one record, and the window of its own order holds it already',
      rows: {
        order: [
          { day: '2026-03-01', amountE4: 1_000_000, currency: 'EUR' },
          { day: '2026-02-01', amountE4: 500_000, currency: 'EUR' },
          { day: '2026-03-02', amountE4: 900_000, currency: 'USD' },
        ],
        refund: [
          { day: '2026-03-05', amountE4: 200_000, currency: 'EUR', previousGapDays: 32 },
          { day: '2026-03-09', amountE4: 100_000, currency: 'EUR', previousGapDays: 4 },
          { day: '2026-03-05', amountE4: 50_000, currency: 'EUR', previousGapDays: 4 },
          { day: '2026-03-09', amountE4: 70_000, currency: 'USD', previousGapDays: 60 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 65,
      n: 2,
      interval: { low: -136.075494, high: 266.075494 },
      leftOut: 1,
    },
    {
      promise: 'an order and its refund each convert at the rate of their own day, and a rate turned over serves too',
      rows: {
        order: [
          { day: '2026-03-01', amountE4: 1_000_000, currency: 'USD' },
          { day: '2026-03-02', amountE4: 500_000, currency: 'USD' },
          { day: '2026-03-02', amountE4: 70_000, currency: 'GBP' },
          { day: '2026-03-02', amountE4: 10_000, currency: 'EUR' },
        ],
        refund: [{ day: '2026-03-02', amountE4: 100_000, currency: 'USD', previousGapDays: 1 }],
        exchange_rate: [
          { from: 'USD', to: 'EUR', day: '2026-03-01', rate: 0.9 },
          { from: 'EUR', to: 'USD', day: '2026-03-02', rate: 1.25 },
          { from: 'GBP', to: 'EUR', day: '2026-03-03', rate: 1.2 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 123,
      n: 3,
      interval: { low: -70.6797495, high: 316.67975 },
      leftOut: 1,
    },
    {
      promise: 'a day with nothing but a refund is below zero',
      rows: { refund: [{ day: '2026-03-05', amountE4: 12_500, currency: 'EUR', previousGapDays: 3 }] },
      period: { from: '2026-03-05', to: '2026-03-06' },
      params: { currency: 'EUR' },
      value: -1.25,
      n: 1,
      interval: { low: -3.69799423, high: 1.19799423 },
    },
  ],
})
