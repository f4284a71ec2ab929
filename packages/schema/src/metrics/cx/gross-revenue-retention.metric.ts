import { defineMetric } from '../define.ts'
import { ratioOfTotals } from '../finalize.ts'
import { currency } from '../params.ts'
import { monthsOrMore, revenueRetentionParts, revenueRetentionTotals } from './revenue-retention.ts'

const [anja, bram, cas, dirk] = ['1', '2', '3', '4'].map(digit =>
  '11111111-1111-4111-8111-111111111111'.replaceAll('1', digit),
)

export default defineMetric({
  key: 'GROSS_REVENUE_RETENTION',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: revenueRetentionParts('kept'),
  n: 'customers',
  finalize: ratioOfTotals(revenueRetentionTotals, 1),
  params: { currency },
  grains: monthsOrMore,
  formula:
    '(start - contraction - churn) / start: of what customers spent in as long a time before, what they spend now and no more',
  countedOn: 'order: at; refund: its own day',
  source: 'Gross revenue retention as for subscriptions, by what customers spent in place of what they are billed',
  words: {
    nl: {
      name: 'Bruto omzetbehoud',
      description:
        'Hoeveel van de omzet van de vorige periode dezelfde klanten nu weer besteden, zonder wat ze meer besteden.',
      includes:
        'Bekende klanten die in een even lange tijd ervoor per saldo iets besteedden, elk hoogstens met dat bedrag; na aftrek van teruggaven.',
      excludes: 'Nieuwe klanten en alles wat klanten meer besteden dan toen; wat in een valuta zonder koers is.',
    },
    en: {
      name: 'Gross revenue retention',
      description:
        'How much of the revenue of the period before the same customers spend again now, without what they spend more.',
      includes:
        'Known customers who on balance spent something in as long a time before, each for at most that amount; net of refunds.',
      excludes: 'New customers and all that customers spend more than then; what is in a currency without a rate.',
    },
  },
  examples: [
    {
      promise: 'what one spends more does not make up for what another spends less',
      rows: {
        order: [
          { customerId: anja, day: '2026-02-03', amountE4: 1_000_000, currency: 'EUR' },
          { customerId: anja, day: '2026-03-03', amountE4: 1_500_000, currency: 'EUR' },
          { customerId: bram, day: '2026-02-10', amountE4: 1_000_000, currency: 'EUR' },
          { customerId: bram, day: '2026-03-10', amountE4: 600_000, currency: 'EUR' },
          { customerId: cas, day: '2026-02-28', amountE4: 500_000, currency: 'EUR' },
          { customerId: dirk, day: '2026-03-31', amountE4: 7_000_000, currency: 'EUR' },
          { customerId: dirk, day: '2026-01-31', amountE4: 7_000_000, currency: 'EUR' },
          { day: '2026-02-01', amountE4: 9_000_000, currency: 'EUR', known: false },
        ],
        refund: [{ customerId: bram, day: '2026-03-20', amountE4: 100_000, currency: 'EUR' }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0.6,
      n: 3,
      interval: { low: 0, high: 1 },
    },
    {
      promise: 'who got everything back before had spent nothing, and other money counts by the rate of its day',
      rows: {
        order: [
          { customerId: anja, day: '2026-02-03', amountE4: 1_000_000, currency: 'EUR' },
          { customerId: anja, day: '2026-03-03', amountE4: 1_500_000, currency: 'EUR' },
          { customerId: bram, day: '2026-02-10', amountE4: 1_000_000, currency: 'USD' },
          { customerId: bram, day: '2026-03-10', amountE4: 1_000_000, currency: 'USD' },
        ],
        refund: [{ customerId: anja, day: '2026-02-20', amountE4: 1_000_000, currency: 'EUR' }],
        exchange_rate: [
          { from: 'USD', to: 'EUR', day: '2026-02-10', rate: 0.8 },
          { from: 'USD', to: 'EUR', day: '2026-03-10', rate: 0.6 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0.75,
      n: 1,
    },
    {
      promise: 'a month that still runs is held against as many days of the one before',
      rows: {
        order: [
          { customerId: anja, day: '2026-02-03', amountE4: 1_000_000, currency: 'EUR' },
          { customerId: anja, day: '2026-03-03', amountE4: 500_000, currency: 'EUR' },
          { customerId: bram, day: '2026-02-20', amountE4: 1_000_000, currency: 'EUR' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      today: '2026-03-10',
      params: { currency: 'EUR' },
      value: 0.5,
      n: 1,
    },
    {
      promise: 'without anybody who spent before there is nothing to keep',
      rows: { order: [{ customerId: anja, day: '2026-03-03', amountE4: 500_000, currency: 'EUR' }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 0,
    },
  ],
})
