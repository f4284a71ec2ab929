import { contact, customerDay, exposureDays } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netPerExposure } from '../finalize.ts'
import { currency, daysPer, inactivityDays, inactivityOf, per } from '../params.ts'

const handled = { handled: true } as const

export default defineMetric({
  key: 'COST_TO_SERVE',
  lens: 'SERVICE',
  version: 1,
  unit: 'money',
  direction: 'DOWN',
  parts: {
    costed: contact.count('handled', handled, { money: true }),
    handled: contact.count('handled', handled),
    cost: contact.sum('handled', 'costE4', handled),
    costSquares: contact.squares('handled', 'costE4', handled),
    baseDays: exposureDays(inactivityOf),
  },
  n: 'costed',
  leftOut: ['handled', 'costed'],
  dividedBy: { baseDays: customerDay.dimensions },
  finalize: netPerExposure({ plus: 'cost', plusSquares: 'costSquares' }, 'baseDays', daysPer),
  params: { per, inactivityDays, currency },
  formula: 'service cost / customer-weeks, -months or -years in the base',
  countedOn: 'cost: handledAt; customers: each day a customer is in the base',
  source: 'COPC-style cost per contact, over the base that revenue per customer has',
  words: {
    nl: {
      name: 'Servicekosten per klant',
      description: 'Wat de service voor een klant in de kring van actieve klanten gemiddeld kost.',
      includes: 'Alle afgehandelde contacten met een geldend tarief, ook die van onbekende klanten.',
      excludes:
        'Contacten zonder tarief of koers; klanten voorbij de inactiviteitsgrens. Per kanaal, oorzaak, team en al wat een klant niet heeft: gedeeld door alle klanten.',
    },
    en: {
      name: 'Cost to serve',
      description: 'What service costs on average for a customer in the active base.',
      includes: 'Every contact handled with a rate in force, also those of unknown customers.',
      excludes:
        'Contacts without a rate or exchange rate; customers beyond the inactivity limit. By channel, trigger, team and all that no customer has: divided by all customers.',
    },
  },
  examples: [
    {
      promise: 'customers who never called share the cost, and the idle do not',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: 80_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: null, costCurrency: null },
          { handledDay: '2026-03-04', handled: true, costE4: 75_000, costCurrency: 'USD' },
          { handledDay: '2026-03-04', handled: false, costE4: 900_000, costCurrency: 'EUR', outcome: 'abandoned' },
        ],
        customer_day: [
          { customerId: 'anja', day: '2026-02-01', ordered: true },
          { customerId: 'bram', day: '2026-02-20', ordered: true },
          { customerId: 'cees', day: '2026-01-01', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-03-08' },
      params: { per: 'WEEK', inactivityDays: 40, currency: 'EUR' },
      value: 7,
      n: 2,
      interval: { low: -2.79981992, high: 16.7998199 },
      leftOut: 2,
    },
    {
      promise: 'without customers in the base there is nothing to divide by',
      rows: { contact: [{ handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' }] },
      period: { from: '2026-03-01', to: '2026-03-08' },
      params: { currency: 'EUR' },
      value: null,
      n: 1,
    },
  ],
})
