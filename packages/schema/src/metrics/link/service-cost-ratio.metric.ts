import { contact, customerDay } from '../../facts/index.ts'
import { retainedMargin, retainedMarginParts } from '../cx/retained-margin.ts'
import { defineMetric } from '../define.ts'
import { netQuotient } from '../finalize.ts'
import { currency } from '../params.ts'

const handled = { handled: true } as const

export default defineMetric({
  key: 'SERVICE_COST_RATIO',
  lens: 'LINK',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: {
    costed: contact.count('handled', handled, { money: true }),
    cost: contact.sum('handled', 'costE4', handled),
    costSquares: contact.squares('handled', 'costE4', handled),
    ...retainedMarginParts,
  },
  n: 'costed',
  leftOut: ['allOrders', 'orders'],
  // A contact's channel is not its customer's way of ordering.
  dividedBy: Object.fromEntries(Object.keys(retainedMarginParts).map(name => [name, customerDay.dimensions])),
  finalize: netQuotient({ plus: 'cost', plusSquares: 'costSquares' }, retainedMargin),
  params: { currency },
  formula: 'service cost / retained margin; null when no margin is left',
  countedOn: 'cost: handledAt; order: at; refund: its own day',
  source: 'Own definition: what service costs of what returning customers bring in',
  words: {
    nl: {
      name: 'Servicekosten op behouden marge',
      description: 'Hoeveel van de marge op vervolgbestellingen aan service opgaat.',
      includes:
        'Afgehandelde contacten met een geldend tarief; de marge van bestellingen op een latere dag dan de eerste van die klant, na teruggaven naar rato.',
      excludes:
        'Eerste bestellingen, contacten zonder tarief, en bestellingen zonder marge of koers; die laatste worden apart geteld.',
    },
    en: {
      name: 'Service cost to retained margin',
      description: 'How much of the margin on returning customers goes into service.',
      includes:
        "Contacts handled with a rate in force; the margin of orders on a later day than the customer's first, net of refunds in proportion.",
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
      promise: 'without margin there is nothing to divide by',
      rows: { contact: [{ handledDay: '2026-03-02', handled: true, costE4: 60_000, costCurrency: 'EUR' }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: null,
      n: 1,
    },
  ],
})
