import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

const measured = { handled: true, handleSeconds: { isNull: false } } as const

export default defineMetric({
  key: 'AHT',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts: {
    handled: contact.count('handled', measured),
    seconds: contact.sum('handled', 'handleSeconds', measured),
    squares: contact.squares('handled', 'handleSeconds', measured),
  },
  n: 'handled',
  finalize: mean('seconds', 'squares', 'handled'),
  values: contact.sketch('handled', 'handleSeconds', measured),
  formula: '(talk + hold + wrap-up) / contacts handled',
  countedOn: 'handledAt',
  source: 'Genesys glossary: average handle time',
  words: {
    nl: {
      name: 'Handeltijd',
      description: 'Hoe lang een medewerker gemiddeld bezig is met een contact: gesprek, wacht en nawerk.',
      includes:
        'Afgehandelde contacten waarvan de tijd bekend is; bij chats die een medewerker deelt telt ieders deel.',
      excludes: 'Tijd in de wachtrij en contacten die de klant afbrak.',
    },
    en: {
      name: 'Handling time',
      description: 'How long an agent is busy with a contact on average: talk, hold and wrap-up.',
      includes: 'Contacts handled whose time is known; where chats share an agent, each counts its part.',
      excludes: 'Time in the queue, and contacts that the customer gave up.',
    },
  },
  examples: [
    {
      promise: 'abandoned contacts and contacts without a time stay out of the mean',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, handleSeconds: 300 },
          { handledDay: '2026-03-03', handled: true, handleSeconds: 420 },
          { handledDay: '2026-03-03', handled: true, handleSeconds: null },
          { handledDay: '2026-03-04', handled: false, handleSeconds: 900, outcome: 'abandoned' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 360,
      n: 2,
      interval: { low: -402.372284, high: 1122.37228 },
    },
  ],
})
