import { customerDay, lifetime, lifetimeProblems, type Params } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { quotient } from '../finalize.ts'
import { currency, discountRate, horizonMonths } from '../params.ts'

/** What a unit of money is worth now that comes halfway each of the months ahead. */
const discounts = ({ horizonMonths, discountRate }: Params): number[] =>
  Array.from({ length: Number(horizonMonths) }, (_, month) => (1 + Number(discountRate)) ** (-(month + 0.5) / 12))

const parts = {
  base: customerDay.until('buyer'),
  fitted: lifetime.latest('fitted', 'customers'),
  customers: lifetime.latest('fitted', 'customers', { rate: 'where' }),
  margin: lifetime.latest('fitted', 'marginByMonth', { weights: discounts, rate: 'times' }),
  problem: lifetime.latestWord('fitted', 'problem', lifetimeProblems),
}

export default defineMetric({
  key: 'CUSTOMER_LIFETIME_VALUE',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'UP',
  parts,
  n: 'base',
  finalize: quotient<keyof typeof parts>('margin', 'customers'),
  absence: ({ problem, fitted }) => lifetimeProblems[problem - 1] ?? (fitted > 0 ? 'NO_RATE' : 'NO_FIT'),
  params: { horizonMonths, discountRate, currency },
  formula:
    'expected margin of the months ahead, each discounted from its middle / customers, by the last fit before the end',
  countedOn: 'the last fit before the end, on all orders up to its day',
  source: 'Fader, Hardie & Lee 2005 (BG/NBD) and Fader & Hardie 2013 (gamma-gamma), fitted by maximum likelihood',
  words: {
    nl: {
      name: 'Klantwaarde',
      description: 'Hoeveel marge een klant de komende tijd naar verwachting nog oplevert, in geld van nu.',
      includes:
        'Iedere bekende klant die ooit bestelde, ook wie vermoedelijk niet terugkomt; bedragen na teruggaven maal het margeaandeel, tegen de koers van de dag van de berekening.',
      excludes:
        'Klanten die nog moeten komen. Met minder dan 100 klanten die terugkwamen, zonder bestelling met marge, of zonder koers, is er geen cijfer.',
    },
    en: {
      name: 'Customer lifetime value',
      description: 'How much margin a customer is expected to bring in from here on, in money of today.',
      includes:
        'Every known customer who ever ordered, also who will probably not come back; amounts net of refunds times the share that is margin, at the rate of the day of the fit.',
      excludes:
        'Customers still to come. With fewer than 100 customers who came back, no order whose margin is known, or no exchange rate, there is no figure.',
    },
  },
  examples: [
    {
      promise: 'the last fit before the end, its months discounted up to the horizon, over the customers it is about',
      rows: {
        lifetime: [
          { day: '2026-01-31', brand: '*', customers: 2, marginByMonth: [900, 900] },
          { day: '2026-03-30', brand: '*', customers: 4, marginByMonth: [100, 100, 100] },
          { day: '2026-04-01', brand: '*', customers: 5, marginByMonth: [900, 900] },
        ],
        customer_day: [
          { customerId: 'anja', day: '2026-03-02', ordered: true },
          { customerId: 'anja', day: '2026-03-09', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { horizonMonths: 2, discountRate: 0.21 },
      value: 49.2135758281,
      n: 1,
    },
    {
      promise: 'a fit without a figure takes the one before it away',
      rows: {
        lifetime: [
          { day: '2026-02-28', brand: '*', customers: 2, marginByMonth: [900] },
          { day: '2026-03-31', brand: '*', customers: 0, problem: 'NO_MARGIN', marginByMonth: [] },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      absence: 'NO_MARGIN',
      value: null,
      n: 0,
    },
    ...(
      [
        [1.25, 125, null],
        [null, null, 'NO_RATE'],
      ] as const
    ).map(([rate, value, absence]) => ({
      promise: `in another currency it is worth what the rate of the day of the fit says: ${rate ?? 'none'}`,
      rows: {
        lifetime: [{ day: '2026-03-30', brand: '*', customers: 1, marginByMonth: [100] }],
        exchange_rate: [
          { day: rate === null ? '2026-03-31' : '2026-03-30', from: 'EUR', to: 'USD', rate: rate ?? 1.25 },
        ],
        customer_day: [{ customerId: 'anja', day: '2026-03-02', ordered: true }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { horizonMonths: 1, discountRate: 0, currency: 'USD' },
      absence,
      value,
      n: 1,
    })),
    {
      promise: 'before the first fit there is nothing to tell',
      rows: { lifetime: [{ day: '2026-04-01', brand: '*', customers: 2, marginByMonth: [900] }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      absence: 'NO_FIT',
      value: null,
      n: 0,
    },
  ],
})
