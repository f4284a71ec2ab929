import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

const measured = { answerSeconds: { isNull: false } } as const

export default defineMetric({
  key: 'AVERAGE_SPEED_OF_ANSWER',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts: {
    answered: contact.count('answered', measured),
    seconds: contact.sum('answered', 'answerSeconds', measured),
    squares: contact.squares('answered', 'answerSeconds', measured),
  },
  n: 'answered',
  finalize: mean('seconds', 'squares', 'answered'),
  formula: 'queue seconds / contacts answered',
  countedOn: 'answeredAt',
  source: 'Genesys glossary: average speed of answer',
  words: {
    nl: {
      name: 'Wachttijd tot antwoord',
      description: 'Hoe lang klanten gemiddeld wachten tot iemand antwoordt.',
      includes: 'Beantwoorde contacten: hun tijd in de wachtrij, anders de tijd tussen begin en antwoord.',
      excludes: 'Contacten die de klant afbrak en contacten die nog wachten.',
    },
    en: {
      name: 'Average speed of answer',
      description: 'How long customers wait on average until someone answers.',
      includes: 'Contacts answered: their time in the queue, else the time between opening and answer.',
      excludes: 'Contacts that the customer gave up, and contacts still waiting.',
    },
  },
  examples: [
    {
      promise: 'who gave up waiting is not in the mean, and an answer counts on the day it came',
      rows: {
        contact: [
          { openedDay: '2026-03-01', answeredDay: '2026-03-02', answerSeconds: 30 },
          { openedDay: '2026-03-02', answeredDay: '2026-03-02', answerSeconds: 90 },
          { openedDay: '2026-03-02', answeredDay: null, answerSeconds: null, queueSeconds: 600, outcome: 'abandoned' },
          { openedDay: '2026-03-02', answeredDay: '2026-03-03', answerSeconds: 3600 },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 60,
      n: 2,
    },
    {
      promise: 'without answers there is no mean',
      rows: { contact: [{ openedDay: '2026-03-02', answeredDay: null, answerSeconds: null }] },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: null,
      n: 0,
    },
  ],
})
