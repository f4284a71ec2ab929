import { contact } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, mean } from '../finalize.ts'
import { clock, isBusiness } from '../params.ts'

const timed = { businessAnswerSeconds: { isNull: false } } as const

const parts = {
  answered: contact.count('answered'),
  seconds: contact.sum('answered', 'answerSeconds'),
  squares: contact.squares('answered', 'answerSeconds'),
  timed: contact.count('answered', timed),
  businessSeconds: contact.sum('answered', 'businessAnswerSeconds', timed),
  businessSquares: contact.squares('answered', 'businessAnswerSeconds', timed),
}

export default defineMetric({
  key: 'AVERAGE_SPEED_OF_ANSWER',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts,
  n: params => (isBusiness(params) ? 'timed' : 'answered'),
  leftOut: params => ['answered', isBusiness(params) ? 'timed' : 'answered'],
  finalize: derived(
    (values: PartValues<keyof typeof parts>, params) =>
      isBusiness(params)
        ? { n: values.timed, seconds: values.businessSeconds, squares: values.businessSquares }
        : { n: values.answered, seconds: values.seconds, squares: values.squares },
    mean('seconds', 'squares', 'n'),
  ),
  values: params => contact.sketch('answered', isBusiness(params) ? 'businessAnswerSeconds' : 'answerSeconds'),
  params: { clock },
  formula: 'queue seconds / contacts answered; BUSINESS: in opening hours',
  countedOn: 'answeredAt',
  source: 'Genesys glossary: average speed of answer',
  words: {
    nl: {
      name: 'Wachttijd tot antwoord',
      description: 'Hoe lang klanten gemiddeld wachten tot iemand antwoordt.',
      includes:
        'Beantwoorde contacten: hun tijd in de wachtrij, anders de tijd tussen begin en antwoord. Met BUSINESS tellen alleen openingstijden.',
      excludes: 'Contacten die de klant afbrak en contacten die nog wachten.',
    },
    en: {
      name: 'Average speed of answer',
      description: 'How long customers wait on average until someone answers.',
      includes:
        'Contacts answered: their time in the queue, else the time between opening and answer. With BUSINESS only opening hours count.',
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
      interval: { low: -321.186142, high: 441.186142 },
    },
    {
      promise: 'in opening hours, what has no calendar is left out',
      rows: {
        contact: [
          { answeredDay: '2026-03-02', answerSeconds: 40_000, businessAnswerSeconds: 30 },
          { answeredDay: '2026-03-02', answerSeconds: 90, businessAnswerSeconds: 90 },
          { answeredDay: '2026-03-02', answerSeconds: 600, businessAnswerSeconds: null },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      params: { clock: 'BUSINESS' },
      value: 60,
      n: 2,
      leftOut: 1,
      interval: { low: -321.186142, high: 441.186142 },
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
