import { contact, customerDay } from '../../facts/index.ts'
import { retainedMargin, retainedMarginByStage, retainedMarginParts } from '../cx/retained-margin.ts'
import { type Dimension, defineMetric } from '../define.ts'
import { netQuotient } from '../finalize.ts'
import { currency } from '../params.ts'

const handled = { handled: true } as const

const costParts = {
  costed: contact.count('handled', handled, { money: true }),
  cost: contact.sum('handled', 'costE4', handled),
  costSquares: contact.squares('handled', 'costE4', handled),
}
const { dimensions } = customerDay

/** A contact's channel is not its customer's way of ordering. */
const dividedBy = (parts: object, shared: readonly Dimension[]) =>
  Object.fromEntries(Object.keys(parts).map(name => [name, shared]))

export default defineMetric({
  key: 'SERVICE_COST_RATIO',
  lens: 'LINK',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: {
    ...costParts,
    ...retainedMarginParts,
  },
  n: 'costed',
  leftOut: ['allOrders', 'orders'],
  dividedBy: dividedBy(retainedMarginParts, dimensions),
  otherwise: {
    by: ['STAGE'],
    parts: { ...costParts, ...retainedMarginByStage },
    dividedBy: dividedBy(retainedMarginByStage, [...dimensions, 'STAGE']),
  },
  finalize: netQuotient({ plus: 'cost', plusSquares: 'costSquares' }, retainedMargin),
  params: { currency },
  formula:
    'service cost / retained margin; null when no margin is left; by STAGE the margin is that of RETAINED_MARGIN by STAGE',
  countedOn: 'cost: handledAt; order: at; refund: its own day',
  source: 'Own definition: what service costs of what returning customers bring in',
  words: {
    nl: {
      name: 'Servicekosten op behouden marge',
      description: 'Hoeveel van de marge op vervolgbestellingen aan service opgaat.',
      includes:
        'Afgehandelde contacten met een geldend tarief; de marge van bestellingen op een latere dag dan de eerste van die klant, na teruggaven naar rato; per fase het deel van die marge dat aan de fase toekomt.',
      excludes:
        'Eerste bestellingen, contacten zonder tarief, en bestellingen zonder marge of koers; die laatste worden apart geteld.',
    },
    en: {
      name: 'Service cost to retained margin',
      description: 'How much of the margin on returning customers goes into service.',
      includes:
        "Contacts handled with a rate in force; the margin of orders on a later day than the customer's first, net of refunds in proportion; by stage the share of that margin which is the stage's.",
      excludes:
        'First orders, contacts without a rate, and orders without margin or exchange rate; the last are counted apart.',
    },
  },
  examples: [
    {
      promise: 'only orders after the first count, and a refund takes its share of the margin along on its own day',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-03', handled: true, costE4: 75_000, costCurrency: 'USD' },
          { handledDay: '2026-03-03', handled: true, costE4: null, costCurrency: null },
          { handledDay: '2026-02-03', handled: true, costE4: 90_000, costCurrency: 'EUR' },
          { handledDay: '2026-03-04', handled: false, costE4: 900_000, costCurrency: 'EUR', outcome: 'abandoned' },
        ],
        order: [
          { day: '2026-03-02', repeat: true, amountE4: 1_000_000, marginE4: 400_000, currency: 'EUR' },
          { day: '2026-03-04', repeat: true, amountE4: 1_000_000, marginE4: null, currency: 'EUR' },
          { day: '2026-03-05', repeat: false, amountE4: 1_000_000, marginE4: 500_000, currency: 'EUR' },
        ],
        refund: [
          {
            day: '2026-03-09',
            repeat: true,
            amountE4: 250_000,
            marginE4: 100_000,
            currency: 'EUR',
            previousGapDays: 20,
          },
          {
            day: '2026-03-09',
            repeat: false,
            amountE4: 250_000,
            marginE4: 90_000,
            currency: 'EUR',
            previousGapDays: 3,
          },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0.2,
      n: 1,
      interval: { low: -0.46625964, high: 0.86625964 },
      leftOut: 1,
    },
    {
      promise: 'by stage, what contacts there cost of the margin that it had a part in',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR', stage: 'use' },
          { handledDay: '2026-03-02', handled: true, costE4: 50_000, costCurrency: 'EUR', stage: 'look' },
        ],
        order: [
          {
            customerId: 'anja',
            day: '2026-03-09',
            at: '2026-03-09T12:00:00Z',
            repeat: true,
            marginE4: 600_000,
            currency: 'EUR',
          },
          {
            customerId: 'bram',
            day: '2026-03-09',
            at: '2026-03-09T12:00:00Z',
            repeat: true,
            marginE4: 900_000,
            currency: 'EUR',
          },
        ],
        interaction: [
          { customerId: 'anja', at: '2026-03-02T12:00:00Z', stage: 'use' },
          { customerId: 'anja', at: '2026-03-04T12:00:00Z', stage: 'look' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      asked: { STAGE: 'use' },
      value: 0.2,
      n: 1,
    },
    {
      promise: 'without margin there is nothing to divide by',
      rows: { contact: [{ handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 1,
    },
  ],
})
