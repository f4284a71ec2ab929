import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'CONFIRMED_RESOLUTION',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', { resolved: { isNull: false } }),
    confirmed: feedback.count('given', { resolved: true }),
  },
  n: 'answers',
  finalize: share('confirmed', 'answers'),
  formula: 'answers that the matter is resolved / answers to that question',
  countedOn: 'at',
  source: "SQM: first contact resolution by the customer's own word",
  words: {
    nl: {
      name: 'Opgelost volgens de klant',
      description: 'Welk deel van de klanten zegt dat hun kwestie is opgelost.',
      includes: 'Alle antwoorden waarin de klant zegt of de kwestie is opgelost, bij welke vragenlijst ook.',
      excludes: 'Antwoorden waarin dat niet is gevraagd of niet is ingevuld.',
    },
    en: {
      name: 'Confirmed resolution',
      description: 'The share of customers who say that their matter was resolved.',
      includes: 'Every answer in which the customer says whether the matter is resolved, on whatever survey.',
      excludes: 'Answers in which that was not asked or not filled in.',
    },
  },
  examples: [
    {
      promise: 'silence on the question is no answer to it',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'csat', resolved: true },
          { day: '2026-03-02', kind: 'ces', resolved: true },
          { day: '2026-03-03', kind: 'transactional_nps', resolved: true },
          { day: '2026-03-31', kind: 'csat', resolved: false },
          { day: '2026-03-31', kind: 'csat', resolved: null },
          { day: '2026-04-01', kind: 'csat', resolved: false },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.75,
      n: 4,
    },
    {
      promise: 'without answers there is no share',
      rows: { feedback: [{ day: '2026-03-03', kind: 'csat', resolved: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
