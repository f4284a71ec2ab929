import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const afterContact = { kind: 'ces', contactId: { isNull: false } } as const

export default defineMetric({
  key: 'CONTACT_CES',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', afterContact),
    easy: feedback.count('given', { ...afterContact, favourable: true }),
  },
  n: 'answers',
  finalize: share('easy', 'answers'),
  formula: 'answers 5-7 / answers, on 1-7 where 7 is very easy, of those tied to a contact',
  countedOn: 'at',
  source: 'Gartner and CustomerGauge: customer effort score 2.0',
  words: {
    nl: {
      name: 'Gemak van contact',
      description: 'Welk deel van de klanten het makkelijk vond om in een contact geholpen te worden.',
      includes: 'Antwoorden op CES 2.0 die over een contact gaan; 5, 6 en 7 van de 7 tellen als makkelijk.',
      excludes: 'Antwoorden over moeite die over geen contact gaan; die tellen alleen in het gemak.',
    },
    en: {
      name: 'Ease of contact',
      description: 'The share of customers who found it easy to be helped in a contact.',
      includes: 'Answers on CES 2.0 about a contact; 5, 6 and 7 of 7 are easy.',
      excludes: 'Answers on effort about no contact; those count in ease only.',
    },
  },
  examples: [
    {
      promise: 'answers that are about no contact stay out',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'ces', contactId: '11111111-1111-4111-8111-111111111111', favourable: true },
          { day: '2026-03-02', kind: 'ces', contactId: '22222222-2222-4222-8222-222222222222', favourable: true },
          { day: '2026-03-02', kind: 'ces', contactId: '33333333-3333-4333-8333-333333333333', favourable: false },
          { day: '2026-03-02', kind: 'ces', contactId: '44444444-4444-4444-8444-444444444444', favourable: false },
          { day: '2026-03-02', kind: 'ces', contactId: '55555555-5555-4555-8555-555555555555', favourable: true },
          { day: '2026-03-03', kind: 'ces', contactId: null, favourable: true },
          { day: '2026-03-03', kind: 'csat', contactId: '11111111-1111-4111-8111-111111111111', favourable: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.6,
      n: 5,
    },
    {
      promise: 'without answers there is no share',
      rows: { feedback: [{ day: '2026-03-03', kind: 'ces', contactId: null, favourable: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
