import { contact, type Params } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, netTotal } from '../finalize.ts'
import { currency, windowDays, windowOf } from '../params.ts'

const avoidable = { handled: true, avoidable: true } as const
/** Of another cause, and yet one that a fix at the first contact would have saved. */
const later = (params: Params) =>
  ({ handled: true, avoidable: false, previousGapDays: { lte: windowOf(params) } }) as const

const parts = {
  avoidable: contact.count('handled', avoidable),
  later: contact.count('handled', later),
  avoidableCosted: contact.count('handled', avoidable, { money: true }),
  laterCosted: contact.count('handled', later, { money: true }),
  avoidableCost: contact.sum('handled', 'costE4', avoidable),
  laterCost: contact.sum('handled', 'costE4', later),
  avoidableSquares: contact.squares('handled', 'costE4', avoidable),
  laterSquares: contact.squares('handled', 'costE4', later),
}

export default defineMetric({
  key: 'COST_OF_UNNECESSARY_CONTACT',
  lens: 'LINK',
  version: 1,
  unit: 'money',
  direction: 'DOWN',
  parts,
  n: ['avoidableCosted', 'laterCosted'],
  leftOut: [
    ['avoidable', 'later'],
    ['avoidableCosted', 'laterCosted'],
  ],
  finalize: derived(
    (values: PartValues<keyof typeof parts>) => ({
      cost: values.avoidableCost + values.laterCost,
      squares: values.avoidableSquares + values.laterSquares,
    }),
    netTotal({ plus: 'cost', plusSquares: 'squares' }),
  ),
  params: { currency, windowDays },
  formula: 'cost of contacts of an avoidable trigger and of every later contact in a chain, each once',
  countedOn: 'handledAt',
  source: 'Price & Jaffe, The Best Service is No Service; a chain is that of first-time fix',
  words: {
    nl: {
      name: 'Kosten van onnodig contact',
      description: 'Wat contacten kosten die er niet hadden hoeven zijn.',
      includes:
        'Afgehandelde contacten met een vermijdbare aanleiding, en elk vervolgcontact over dezelfde kwestie binnen het venster; elk contact telt één keer.',
      excludes: 'Contacten zonder geldend tarief, of met een in een valuta zonder koers; die worden apart geteld.',
    },
    en: {
      name: 'Cost of unnecessary contact',
      description: 'What contacts cost that need not have been.',
      includes:
        'Contacts handled whose trigger is avoidable, and every later contact on the same issue within the window; each contact counts once.',
      excludes: 'Contacts without a rate, or with one in a currency without an exchange rate; those are counted apart.',
    },
  },
  examples: [
    {
      promise:
        'an avoidable contact that also comes later in a chain costs once; the first of a needed chain costs nothing',
      rows: {
        contact: [
          {
            handledDay: '2026-03-02',
            handled: true,
            avoidable: true,
            inChain: true,
            costE4: 60_000,
            costCurrency: 'EUR',
          },
          {
            handledDay: '2026-03-03',
            handled: true,
            avoidable: true,
            inChain: true,
            previousGapDays: 1,
            costE4: 50_000,
            costCurrency: 'EUR',
          },
          {
            handledDay: '2026-03-03',
            handled: true,
            avoidable: false,
            inChain: true,
            costE4: 900_000,
            costCurrency: 'EUR',
          },
          {
            handledDay: '2026-03-05',
            handled: true,
            avoidable: false,
            inChain: true,
            previousGapDays: 7,
            costE4: 40_000,
            costCurrency: 'EUR',
          },
          {
            handledDay: '2026-03-20',
            handled: true,
            avoidable: false,
            inChain: true,
            previousGapDays: 8,
            costE4: 800_000,
            costCurrency: 'EUR',
          },
          { handledDay: '2026-03-20', handled: true, avoidable: true, costE4: null, costCurrency: null },
          {
            handledDay: '2026-03-20',
            handled: true,
            avoidable: false,
            inChain: true,
            previousGapDays: 2,
            costE4: null,
            costCurrency: null,
          },
          { handledDay: '2026-04-01', handled: true, avoidable: true, costE4: 70_000, costCurrency: 'EUR' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 15,
      n: 3,
      leftOut: 2,
      interval: { low: -2.19861417, high: 32.1986142 },
    },
    {
      promise: 'a wider window makes more contacts later ones, and another currency converts by the rate of its day',
      rows: {
        contact: [
          {
            handledDay: '2026-03-20',
            handled: true,
            avoidable: false,
            inChain: true,
            previousGapDays: 8,
            costE4: 80_000,
            costCurrency: 'EUR',
          },
          { handledDay: '2026-03-20', handled: true, avoidable: true, costE4: 50_000, costCurrency: 'USD' },
          { handledDay: '2026-03-21', handled: true, avoidable: true, costE4: 50_000, costCurrency: 'USD' },
          {
            handledDay: '2026-03-21',
            handled: true,
            avoidable: false,
            inChain: true,
            previousGapDays: 8,
            costE4: 80_000,
            costCurrency: 'USD',
          },
          { handledDay: '2026-03-21', handled: false, avoidable: true, outcome: 'abandoned' },
          { handledDay: '2026-03-21', handled: false, avoidable: false, inChain: true, previousGapDays: 1 },
        ],
        exchange_rate: [{ from: 'USD', to: 'EUR', day: '2026-03-20', rate: 0.9 }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR', windowDays: 10 },
      value: 12.5,
      n: 2,
      leftOut: 2,
    },
    {
      promise: 'nothing unnecessary costs 0',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { currency: 'EUR' },
      value: 0,
      n: 0,
    },
  ],
})
