import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netTotal } from '../finalize.ts'
import { currency } from '../params.ts'

const handled = { handled: true } as const

export default defineMetric({
  key: 'SERVICE_COST',
  lens: 'SERVICE',
  version: 1,
  unit: 'money',
  direction: 'DOWN',
  parts: {
    costed: contact.count('handled', handled, { money: true }),
    handled: contact.count('handled', handled),
    cost: contact.sum('handled', 'costE4', handled),
    costSquares: contact.squares('handled', 'costE4', handled),
  },
  n: 'costed',
  leftOut: ['handled', 'costed'],
  finalize: netTotal({ plus: 'cost', plusSquares: 'costSquares' }),
  params: { currency },
  formula: '(handle seconds / 3600 x perHour + perContact) x (1 + overheadShare), of all contacts handled',
  countedOn: 'handledAt',
  source: 'COPC-style cost per contact, by the cost rate in force at the contact',
  words: {
    nl: {
      name: 'Servicekosten',
      description: 'Wat alle afgehandelde contacten samen kosten.',
      includes: 'Afgehandelde contacten met een geldend tarief, met overhead, omgerekend naar de koers van de dag.',
      excludes: 'Contacten zonder tarief, of met een in een valuta zonder koers; die worden apart geteld.',
    },
    en: {
      name: 'Service cost',
      description: 'What all contacts that were handled cost together.',
      includes: 'Contacts handled with a rate in force, overhead included, converted at the exchange rate of the day.',
      excludes: 'Contacts without a rate, or with one in a currency without an exchange rate; those are counted apart.',
    },
  },
  examples: [
    {
      promise: 'contacts without a rate are left out, not free, and another currency converts or stays out',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: 75_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: null, costCurrency: null },
          { handledDay: '2026-03-04', handled: true, costE4: 50_000, costCurrency: 'USD' },
          { handledDay: '2026-03-05', handled: true, costE4: 900_000, costCurrency: 'USD' },
          { handledDay: '2026-03-04', handled: false, costE4: 900_000, costCurrency: 'EUR', outcome: 'abandoned' },
        ],
        exchange_rate: [{ from: 'USD', to: 'EUR', day: '2026-03-04', rate: 0.9 }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 18,
      n: 3,
      interval: { low: -2.78855737, high: 38.7885574 },
      leftOut: 2,
    },
    {
      promise: 'nothing handled costs 0',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0,
      n: 0,
    },
  ],
})
