import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { MONEY, mean } from '../finalize.ts'
import { currency } from '../params.ts'

const handled = { handled: true } as const

export default defineMetric({
  key: 'COST_PER_CONTACT',
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
  finalize: mean('cost', 'costSquares', 'costed', MONEY),
  params: { currency },
  formula: '(handle seconds / 3600 x perHour + perContact) x (1 + overheadShare), per contact handled',
  countedOn: 'handledAt',
  source: 'COPC-style cost per contact, by the cost rate in force at the contact',
  words: {
    nl: {
      name: 'Kosten per contact',
      description: 'Wat een afgehandeld contact gemiddeld kost.',
      includes: 'Afgehandelde contacten met een geldend tarief, met overhead, omgerekend naar de koers van de dag.',
      excludes: 'Contacten zonder tarief, of met een in een valuta zonder koers; die worden apart geteld.',
    },
    en: {
      name: 'Cost per contact',
      description: 'What a contact that was handled costs on average.',
      includes: 'Contacts handled with a rate in force, overhead included, converted at the exchange rate of the day.',
      excludes: 'Contacts without a rate, or with one in a currency without an exchange rate; those are counted apart.',
    },
  },
  examples: [
    {
      promise: 'contacts without a rate, or in a currency without an exchange rate, are left out, not free',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: 75_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: null, costCurrency: null },
          { handledDay: '2026-03-04', handled: true, costE4: 900_000, costCurrency: 'USD' },
          { handledDay: '2026-03-04', handled: false, costE4: 900_000, costCurrency: 'EUR', outcome: 'abandoned' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 6.75,
      n: 2,
      interval: { low: -2.77965355, high: 16.2796536 },
      leftOut: 2,
    },
    {
      promise: 'a cost in another currency converts at the rate of the day on which the contact was handled',
      rows: {
        contact: [
          { openedDay: '2026-03-01', handledDay: '2026-03-02', handled: true, costE4: 80_000, costCurrency: 'USD' },
          { openedDay: '2026-03-01', handledDay: '2026-03-03', handled: true, costE4: 80_000, costCurrency: 'USD' },
        ],
        exchange_rate: [
          { from: 'USD', to: 'EUR', day: '2026-03-01', rate: 0.5 },
          { from: 'USD', to: 'EUR', day: '2026-03-02', rate: 0.9 },
          { from: 'USD', to: 'EUR', day: '2026-03-03', rate: 0.8 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 6.8,
      n: 2,
      interval: { low: 1.71751811, high: 11.8824819 },
    },
    {
      promise: 'without a contact that has a cost there is no mean',
      rows: { contact: [{ handledDay: '2026-03-02', handled: true, costE4: null, costCurrency: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 0,
      leftOut: 1,
    },
  ],
})
