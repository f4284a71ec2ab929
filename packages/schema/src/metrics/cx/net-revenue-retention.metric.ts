import { defineMetric } from '../define.ts'
import { ratioOfTotals } from '../finalize.ts'
import { currency } from '../params.ts'
import { monthsOrMore, revenueRetentionParts, revenueRetentionTotals } from './revenue-retention.ts'

const [anja, bram, cas, dirk] = ['1', '2', '3', '4'].map(digit =>
  '11111111-1111-4111-8111-111111111111'.replaceAll('1', digit),
)

export default defineMetric({
  key: 'NET_REVENUE_RETENTION',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: revenueRetentionParts('now'),
  n: 'customers',
  finalize: ratioOfTotals(revenueRetentionTotals),
  params: { currency },
  grains: monthsOrMore,
  formula:
    '(start + expansion - contraction - churn) / start: what customers of as long a time before spend now / what they spent then',
  countedOn: 'order: at; refund: its own day',
  source: 'Net revenue retention as for subscriptions, by what customers spent in place of what they are billed',
  words: {
    nl: {
      name: 'Netto omzetbehoud',
      description: 'Wat klanten van de vorige periode nu besteden, als deel van wat ze toen besteedden.',
      includes:
        'Bekende klanten die in een even lange tijd ervoor per saldo iets besteedden, met wat ze nu meer of minder besteden; na aftrek van teruggaven.',
      excludes: 'Nieuwe klanten, en wie in de vorige periode niets besteedde; wat in een valuta zonder koers is.',
    },
    en: {
      name: 'Net revenue retention',
      description: 'What customers of the period before spend now, as a share of what they spent then.',
      includes:
        'Known customers who on balance spent something in as long a time before, with what they spend more or less now; net of refunds.',
      excludes: 'New customers, and whoever spent nothing in the period before; what is in a currency without a rate.',
    },
  },
  examples: [
    {
      promise: 'more and less are added up, who stays away counts as nothing, and the new are not counted',
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
      value: 0.8,
      n: 3,
      interval: { low: 0, high: 2.61325038 },
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
