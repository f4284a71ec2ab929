import { investment } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netTotal } from '../finalize.ts'
import { currency } from '../params.ts'

const lens = 'cx'

export default defineMetric({
  key: 'CX_INVESTMENT',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'NONE',
  parts: {
    investments: investment.count('spent', { lens }, { money: true }),
    allInvestments: investment.count('spent', { lens }),
    amount: investment.sum('spent', 'amountE4', { lens }),
    amountSquares: investment.squares('spent', 'amountE4', { lens }),
  },
  n: 'investments',
  leftOut: ['allInvestments', 'investments'],
  // No person stands behind an investment.
  minSample: 1,
  finalize: netTotal({ plus: 'amount', plusSquares: 'amountSquares' }),
  params: { currency },
  formula: 'amounts invested in experience',
  countedOn: 'at',
  source: 'Own definition: the value side has a bill too',
  words: {
    nl: {
      name: 'Investeringen in beleving',
      description: 'Wat er is uitgegeven om de klantbeleving te verbeteren.',
      includes: 'Investeringen in beleving, voor welk doel ook, omgerekend naar de koers van de dag.',
      excludes: 'Investeringen in de klantenservice; en wat in een valuta zonder koers is, dat apart wordt geteld.',
    },
    en: {
      name: 'Investment in experience',
      description: 'What was spent to better the experience of customers.',
      includes: 'Investments in experience, for any purpose, converted at the rate of the day.',
      excludes: 'Investments in service; and what is in a currency without a rate, which is counted apart.',
    },
  },
  examples: [
    {
      promise: 'what was spent on service is not the experience',
      rows: {
        investment: [
          { day: '2026-03-02', lens: 'cx', amountE4: 50_000_000, currency: 'EUR', purpose: 'retention' },
          { day: '2026-03-20', lens: 'cx', amountE4: 12_345_000, currency: 'EUR', purpose: 'acquisition' },
          { day: '2026-03-20', lens: 'service', amountE4: 90_000_000, currency: 'EUR', purpose: 'service' },
          { day: '2026-03-21', lens: 'cx', amountE4: 10_000_000, currency: 'USD', purpose: 'other' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 6234.5,
      n: 2,
      interval: { low: -3859.59809, high: 16328.5981 },
      leftOut: 1,
    },
    {
      promise: 'another currency converts at the rate of the very day',
      rows: {
        investment: [
          { day: '2026-03-20', lens: 'cx', amountE4: 10_000_000, currency: 'USD' },
          { day: '2026-03-21', lens: 'cx', amountE4: 10_000_000, currency: 'USD' },
          { day: '2026-03-22', lens: 'cx', amountE4: 10_000_000, currency: 'USD' },
        ],
        exchange_rate: [
          { from: 'USD', to: 'EUR', day: '2026-03-20', rate: 0.9 },
          { from: 'EUR', to: 'USD', day: '2026-03-21', rate: 1.25 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 1700,
      n: 2,
      interval: { low: -660.109169, high: 4060.10917 },
      leftOut: 1,
    },
    {
      promise: "of several rates the brand's own comes first, then the direct one, then the one of the least id",
      rows: {
        investment: [
          { day: '2026-03-20', lens: 'cx', amountE4: 10_000_000, currency: 'USD', brand: 'default' },
          { day: '2026-03-21', lens: 'cx', amountE4: 10_000_000, currency: 'USD', brand: 'default' },
          { day: '2026-03-22', lens: 'cx', amountE4: 10_000_000, currency: 'USD', brand: 'default' },
        ],
        exchange_rate: [
          { from: 'USD', to: 'EUR', day: '2026-03-20', rate: 0.5 },
          { from: 'EUR', to: 'USD', day: '2026-03-20', rate: 1.25, brand: 'default' },
          { from: 'EUR', to: 'USD', day: '2026-03-21', rate: 2 },
          { from: 'USD', to: 'EUR', day: '2026-03-21', rate: 0.9 },
          { from: 'USD', to: 'EUR', day: '2026-03-22', rate: 0.6, id: '22222222-2222-4222-8222-222222222222' },
          { from: 'USD', to: 'EUR', day: '2026-03-22', rate: 0.7, id: '11111111-1111-4111-8111-111111111111' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 2400,
      n: 3,
      interval: { low: -329.913939, high: 5129.91394 },
    },
    {
      promise: 'nothing spent is 0',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0,
      n: 0,
    },
  ],
})
