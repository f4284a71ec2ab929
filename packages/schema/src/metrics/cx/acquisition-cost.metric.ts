import { customerDay, investment } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netPerExposure } from '../finalize.ts'
import { currency } from '../params.ts'

const purpose = 'acquisition'

export default defineMetric({
  key: 'ACQUISITION_COST',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'DOWN',
  parts: {
    investments: investment.count('spent', { purpose }, { money: true }),
    allInvestments: investment.count('spent', { purpose }),
    amount: investment.sum('spent', 'amountE4', { purpose }),
    amountSquares: investment.squares('spent', 'amountE4', { purpose }),
    newCustomers: customerDay.first('order'),
  },
  n: ['newCustomers', 'investments'],
  leftOut: ['allInvestments', 'investments'],
  dividedBy: { newCustomers: customerDay.dimensions },
  finalize: netPerExposure({ plus: 'amount', plusSquares: 'amountSquares' }, 'newCustomers', () => 1),
  params: { currency },
  formula: 'amounts invested in acquisition / new customers',
  countedOn: 'investment: at; customer: its first order',
  source: 'Own definition: spending and new customers of the same bucket',
  words: {
    nl: {
      name: 'Wervingskosten',
      description: 'Wat het kost om een nieuwe klant te winnen.',
      includes:
        'Investeringen met werving als doel, gedeeld door klanten die in dezelfde periode voor het eerst bestelden.',
      excludes:
        'Investeringen met een ander doel; en wat in een valuta zonder koers is, dat apart wordt geteld. Per contactpunt: gedeeld door alle nieuwe klanten.',
    },
    en: {
      name: 'Acquisition cost',
      description: 'What it costs to win a new customer.',
      includes: 'Investments whose purpose is acquisition, over customers who first ordered in the same period.',
      excludes:
        'Investments for another purpose; and what is in a currency without a rate, which is counted apart. By touchpoint: divided by all new customers.',
    },
  },
  examples: [
    {
      promise: 'whatever the lens, only acquisition counts, over customers whose first order it is',
      rows: {
        investment: [
          { day: '2026-03-02', purpose: 'acquisition', lens: 'cx', amountE4: 500_000, currency: 'EUR' },
          { day: '2026-03-20', purpose: 'acquisition', lens: 'service', amountE4: 250_000, currency: 'EUR' },
          { day: '2026-03-20', purpose: 'acquisition', lens: 'cx', amountE4: 250_000, currency: 'USD' },
          { day: '2026-03-20', purpose: 'retention', lens: 'cx', amountE4: 900_000, currency: 'EUR' },
        ],
        customer_day: [
          { customerId: 'anja', day: '2026-03-02', ordered: true },
          { customerId: 'anja', day: '2026-03-09', ordered: true },
          { customerId: 'bram', day: '2026-03-31', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 37.5,
      n: 4,
      interval: { low: -17.2826588, high: 92.2826588 },
      leftOut: 1,
    },
    {
      promise: 'without new customers there is nothing to divide by',
      rows: {
        investment: [{ day: '2026-03-02', purpose: 'acquisition', lens: 'cx', amountE4: 500_000, currency: 'EUR' }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 1,
    },
  ],
})
