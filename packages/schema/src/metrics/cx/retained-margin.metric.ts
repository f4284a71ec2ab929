import { defineMetric } from '../define.ts'
import { netTotal } from '../finalize.ts'
import { currency } from '../params.ts'
import { retainedMargin, retainedMarginByStage, retainedMarginParts } from './retained-margin.ts'

export default defineMetric({
  key: 'RETAINED_MARGIN',
  lens: 'CX',
  version: 1,
  unit: 'money',
  direction: 'UP',
  parts: retainedMarginParts,
  n: ['orders', 'refundedEarlierOrders'],
  leftOut: ['allOrders', 'orders'],
  otherwise: { by: ['STAGE'], parts: retainedMarginByStage },
  finalize: netTotal(retainedMargin),
  params: { currency },
  formula:
    'sum of margins of orders on a later day than the first - their share of refunds; by STAGE each margin is shared equally over the stages that its customer touched since the order before',
  countedOn: 'order: at; refund: its own day',
  source: 'Own definition: what customers who come back bring in',
  words: {
    nl: {
      name: 'Behouden marge',
      description: 'Wat klanten die terugkomen opbrengen.',
      includes:
        'De marge van bestellingen op een latere dag dan de eerste van die klant, na teruggaven naar rato. Per fase wordt de marge van een bestelling gelijk verdeeld over de fasen waarin de klant sinds de vorige bestelling iets aanraakte; een bestelling telt dan in elk van die fasen mee.',
      excludes: 'Eerste bestellingen; bestellingen zonder marge of koers, die apart worden geteld.',
    },
    en: {
      name: 'Retained margin',
      description: 'What customers who come back bring in.',
      includes:
        "The margin of orders on a later day than the customer's first, net of refunds in proportion. By stage an order's margin is shared equally over the stages of which its customer touched something since the order before; it then counts as a record of each.",
      excludes: 'First orders; orders without margin or exchange rate, which are counted apart.',
    },
  },
  examples: [
    {
      promise: 'only margin of later orders counts, and a refund takes its share along on its own day',
      rows: {
        order: [
          { day: '2026-03-02', repeat: true, marginE4: 300_000, currency: 'EUR' },
          { day: '2026-03-03', repeat: true, marginE4: 500_000, currency: 'USD' },
          { day: '2026-03-04', repeat: true, marginE4: null, currency: 'EUR' },
          { day: '2026-03-05', repeat: false, marginE4: 900_000, currency: 'EUR' },
          { day: '2026-02-28', repeat: true, marginE4: 900_000, currency: 'EUR' },
        ],
        refund: [
          { day: '2026-03-08', repeat: true, marginE4: 50_000, currency: 'EUR', previousGapDays: 30 },
          { day: '2026-03-09', repeat: true, marginE4: 10_000, currency: 'EUR', previousGapDays: 7 },
          { day: '2026-03-09', repeat: false, marginE4: 20_000, currency: 'EUR', previousGapDays: 30 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 24,
      n: 2,
      interval: { low: -35.64219034, high: 83.64219034 },
      leftOut: 2,
    },
    {
      promise: 'a margin is shared equally over what was touched since the order before, each stage once',
      rows: {
        order: [
          {
            customerId: 'anja',
            day: '2026-03-01',
            at: '2026-03-01T12:00:00Z',
            repeat: true,
            marginE4: 800_000,
            currency: 'EUR',
          },
          {
            customerId: 'anja',
            day: '2026-03-09',
            at: '2026-03-09T12:00:00Z',
            repeat: true,
            marginE4: 900_000,
            currency: 'EUR',
          },
          {
            customerId: 'bram',
            day: '2026-03-09',
            at: '2026-03-09T12:00:00Z',
            repeat: true,
            marginE4: 700_000,
            currency: 'EUR',
          },
        ],
        interaction: [
          { customerId: 'anja', at: '2026-03-01T11:00:00Z', stage: 'buy' },
          { customerId: 'anja', at: '2026-03-01T12:00:00Z', stage: 'pay' },
          { customerId: 'anja', at: '2026-03-02T12:00:00Z', stage: 'use' },
          { customerId: 'anja', at: '2026-03-03T12:00:00Z', stage: 'use' },
          { customerId: 'anja', at: '2026-03-03T12:00:00Z', stage: null },
          { customerId: 'anja', at: '2026-03-04T12:00:00Z', stage: 'look' },
          { customerId: 'anja', at: '2026-03-09T12:00:00Z', stage: 'buy' },
          { customerId: 'anja', at: '2026-03-09T12:00:01Z', stage: 'pay' },
          { customerId: 'bram', at: '2026-03-09T12:00:01Z', stage: 'use' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      asked: { STAGE: 'use' },
      value: 30,
      n: 1,
    },
    {
      promise: 'what goes back of an order goes back from the stages that led to it',
      rows: {
        order: [
          {
            id: 'one',
            customerId: 'anja',
            day: '2026-02-09',
            at: '2026-02-09T12:00:00Z',
            repeat: true,
            marginE4: 900_000,
            currency: 'EUR',
          },
        ],
        refund: [
          {
            id: 'one',
            customerId: 'anja',
            day: '2026-03-05',
            repeat: true,
            marginE4: 300_000,
            currency: 'EUR',
            previousGapDays: 24,
          },
        ],
        interaction: [
          { customerId: 'anja', at: '2026-02-01T12:00:00Z', stage: 'use' },
          { customerId: 'anja', at: '2026-02-02T12:00:00Z', stage: 'look' },
          { customerId: 'anja', at: '2026-02-10T12:00:00Z', stage: 'wait' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      asked: { STAGE: 'look' },
      value: -15,
      n: 1,
    },
  ],
})
