import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

export default defineMetric({
  key: 'FIRST_RESPONSE_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts: {
    responded: contact.count('responded'),
    seconds: contact.sum('responded', 'firstResponseSeconds'),
    squares: contact.squares('responded', 'firstResponseSeconds'),
  },
  n: 'responded',
  finalize: mean('seconds', 'squares', 'responded'),
  formula: '(first reply of a person - opened) / contacts replied to',
  countedOn: 'firstResponseAt',
  source: 'Zendesk and Freshworks help: first response time',
  words: {
    nl: {
      name: 'Eerste reactie',
      description: 'Hoe lang klanten gemiddeld wachten op de eerste reactie van een mens.',
      includes: 'Contacten met een eerste reactie, op de dag van die reactie; langer dan een jaar telt als een jaar.',
      excludes: 'Reacties van bots en automatische antwoorden, en contacten die nog op een reactie wachten.',
    },
    en: {
      name: 'First response time',
      description: 'How long customers wait on average for the first reply of a person.',
      includes: 'Contacts with a first reply, on the day of that reply; longer than a year counts as a year.',
      excludes: 'Replies of bots and automatic ones, and contacts still waiting for a reply.',
    },
  },
  examples: [
    {
      promise: 'a reply counts on its own day, and who still waits is in no mean',
      rows: {
        contact: [
          { openedDay: '2026-03-01', firstResponseDay: '2026-03-02', firstResponseSeconds: 43_200 },
          { openedDay: '2026-03-02', firstResponseDay: '2026-03-02', firstResponseSeconds: 0 },
          { openedDay: '2026-03-02', firstResponseDay: '2026-03-03', firstResponseSeconds: 86_400 },
          { openedDay: '2026-03-02', firstResponseDay: null, firstResponseSeconds: null },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 21_600,
      n: 2,
    },
    {
      promise: 'without replies there is no mean',
      rows: { contact: [{ openedDay: '2026-03-02', firstResponseDay: null, firstResponseSeconds: null }] },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: null,
      n: 0,
    },
  ],
})
