import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

const measured = { handled: true, talkHandleSeconds: { isNull: false } } as const

export default defineMetric({
  key: 'TALK_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts: {
    handled: contact.count('handled', measured),
    seconds: contact.sum('handled', 'talkHandleSeconds', measured),
    squares: contact.squares('handled', 'talkHandleSeconds', measured),
  },
  n: 'handled',
  finalize: mean('seconds', 'squares', 'handled'),
  values: contact.sketch('handled', 'talkHandleSeconds', measured),
  formula: 'talk seconds / contacts handled',
  countedOn: 'handledAt',
  source: 'Genesys glossary: average talk time',
  words: {
    nl: {
      name: 'Gesprekstijd',
      description: 'Hoe lang een medewerker gemiddeld met de klant in gesprek is.',
      includes: 'Afgehandelde contacten waarvan de gesprekstijd bekend is; een gedeelde chat telt voor zijn deel.',
      excludes: 'Wachtrij, wacht en nawerk, en contacten die de klant afbrak.',
    },
    en: {
      name: 'Talk time',
      description: 'How long an agent talks with the customer on average.',
      includes: 'Contacts handled whose talk time is known; where chats share an agent, each counts its part.',
      excludes: 'Queue, hold and wrap-up, and contacts that the customer gave up.',
    },
  },
  examples: [
    {
      promise: 'an unknown talk time is left out, one of 0 seconds is not',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, talkHandleSeconds: 0 },
          { handledDay: '2026-03-02', handled: true, talkHandleSeconds: 450 },
          { handledDay: '2026-03-02', handled: true, talkHandleSeconds: null },
          { handledDay: '2026-03-02', handled: false, talkHandleSeconds: 900, outcome: 'abandoned' },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 225,
      n: 2,
      interval: { low: -2633.89607, high: 3083.89607 },
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
