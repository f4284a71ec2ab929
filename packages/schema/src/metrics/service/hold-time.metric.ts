import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

const measured = { handled: true, holdHandleSeconds: { isNull: false } } as const

export default defineMetric({
  key: 'HOLD_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts: {
    handled: contact.count('handled', measured),
    seconds: contact.sum('handled', 'holdHandleSeconds', measured),
    squares: contact.squares('handled', 'holdHandleSeconds', measured),
  },
  n: 'handled',
  finalize: mean('seconds', 'squares', 'handled'),
  values: contact.sketch('handled', 'holdHandleSeconds', measured),
  formula: 'hold seconds / contacts handled',
  countedOn: 'handledAt',
  source: 'Genesys glossary: average hold time',
  words: {
    nl: {
      name: 'Wachtstand',
      description: 'Hoe lang een klant gemiddeld in de wacht staat terwijl een medewerker iets uitzoekt.',
      includes: 'Afgehandelde contacten waarvan de tijd in de wacht bekend is; een gedeelde chat telt voor zijn deel.',
      excludes: 'Wachtrij, gesprek en nawerk, en contacten die de klant afbrak.',
    },
    en: {
      name: 'Hold time',
      description: 'How long a customer is put on hold on average while an agent finds out.',
      includes: 'Contacts handled whose hold time is known; where chats share an agent, each counts its part.',
      excludes: 'Queue, talk and wrap-up, and contacts that the customer gave up.',
    },
  },
  examples: [
    {
      promise: 'an unknown hold time is left out, one of 0 seconds is not',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, holdHandleSeconds: 0 },
          { handledDay: '2026-03-02', handled: true, holdHandleSeconds: 90 },
          { handledDay: '2026-03-02', handled: true, holdHandleSeconds: null },
          { handledDay: '2026-03-02', handled: false, holdHandleSeconds: 900, outcome: 'abandoned' },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 45,
      n: 2,
      interval: { low: -526.779213, high: 616.779213 },
    },
    {
      promise: 'without handled contacts there is no mean',
      rows: {},
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: null,
      n: 0,
    },
  ],
})
