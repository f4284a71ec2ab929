import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

const measured = { handled: true, wrapHandleSeconds: { isNull: false } } as const

export default defineMetric({
  key: 'WRAP_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts: {
    handled: contact.count('handled', measured),
    seconds: contact.sum('handled', 'wrapHandleSeconds', measured),
    squares: contact.squares('handled', 'wrapHandleSeconds', measured),
  },
  n: 'handled',
  finalize: mean('seconds', 'squares', 'handled'),
  values: contact.sketch('handled', 'wrapHandleSeconds', measured),
  formula: 'wrap-up seconds / contacts handled',
  countedOn: 'handledAt',
  source: 'Genesys glossary: average after-call work time',
  words: {
    nl: {
      name: 'Nawerk',
      description: 'Hoe lang een medewerker na het gesprek gemiddeld nog met een contact bezig is.',
      includes: 'Afgehandelde contacten waarvan het nawerk bekend is; een gedeelde chat telt voor zijn deel.',
      excludes: 'Wachtrij, gesprek en wacht, en contacten die de klant afbrak.',
    },
    en: {
      name: 'Wrap-up time',
      description: 'How long an agent is busy with a contact on average after talking.',
      includes: 'Contacts handled whose wrap-up is known; where chats share an agent, each counts its part.',
      excludes: 'Queue, talk and hold, and contacts that the customer gave up.',
    },
  },
  examples: [
    {
      promise: 'an unknown wrap-up is left out, one of 0 seconds is not',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, wrapHandleSeconds: 0 },
          { handledDay: '2026-03-02', handled: true, wrapHandleSeconds: 60 },
          { handledDay: '2026-03-02', handled: true, wrapHandleSeconds: null },
          { handledDay: '2026-03-02', handled: false, wrapHandleSeconds: 900, outcome: 'abandoned' },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 30,
      n: 2,
      interval: { low: -351.186142, high: 411.186142 },
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
