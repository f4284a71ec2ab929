import { customerDay, exposureDays } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netPerExposure } from '../finalize.ts'
import { currency, daysPer, inactivityDays, inactivityOf, per } from '../params.ts'
import { net, netParts } from './net-revenue.ts'

export default defineMetric({
  key: 'REVENUE_PER_CUSTOMER',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'UP',
  parts: {
    ...netParts,
    exposure: exposureDays(inactivityOf),
  },
  n: ['orders', 'refundedEarlierOrders'],
  leftOut: ['allOrders', 'orders'],
  dividedBy: { exposure: customerDay.dimensions },
  finalize: netPerExposure(net, 'exposure', daysPer),
  params: { per, inactivityDays, currency },
  formula: '(order amounts - refunds) / customer-weeks, -months or -years in the base',
  countedOn: 'order: at; refund: its own day; exposure: each day a customer is in the base',
  source: 'Non-contractual base: a customer is in it while its last order lies at most inactivityDays back',
  words: {
    nl: {
      name: 'Omzet per klant',
      description: 'Wat een klant in de kring van actieve klanten gemiddeld besteedt, na aftrek van teruggaven.',
      includes:
        'Bestellingen op hun eigen dag, teruggaven op de dag van teruggave; een andere valuta naar de koers van die dag.',
      excludes:
        'Klanten voorbij de inactiviteitsgrens tellen niet mee in de noemer. Per kanaal: gedeeld door klanten van alle kanalen. Per segment of land: wat de klant bij de laatste bestelling was.',
    },
    en: {
      name: 'Revenue per customer',
      description: 'What a customer in the active base spends on average, net of refunds.',
      includes:
        'Orders on their own day, refunds on the day they were paid back; other currencies at the rate of that day.',
      excludes:
        'Customers idle beyond the inactivity limit are not in the denominator. By channel: divided by customers of all channels. By segment or country: what the customer was at its last order.',
    },
  },
  examples: [
    {
      promise: 'a refund counts on its own day, and exposure is the days in the base',
      rows: {
        order: [
          { day: '2026-03-01', amountE4: 1_000_000, currency: 'EUR' },
          { day: '2026-03-02', amountE4: 700_000, currency: 'USD' },
          { day: '2026-02-01', amountE4: 500_000, currency: 'EUR' },
        ],
        refund: [
          { day: '2026-03-05', amountE4: 200_000, currency: 'EUR', previousGapDays: 32 },
          { day: '2026-03-05', amountE4: 90_000, currency: 'USD', previousGapDays: 33 },
        ],
        customer_day: [
          { customerId: 'anja', day: '2026-02-01', ordered: true },
          { customerId: 'bram', day: '2026-03-01', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-03-08' },
      params: { per: 'WEEK', inactivityDays: 180, currency: 'EUR' },
      value: 40,
      n: 2,
      interval: { low: -59.938946, high: 139.938946 },
      leftOut: 1,
    },
  ],
})
