import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const afterContact = { kind: 'csat', contactId: { isNull: false } } as const

export default defineMetric({
  key: 'CONTACT_CSAT',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', afterContact),
    satisfied: feedback.count('given', { ...afterContact, favourable: true }),
  },
  n: 'answers',
  finalize: share('satisfied', 'answers'),
  formula: 'answers in the top two of 1-5, or in the declared top box, / answers, of those tied to a contact',
  countedOn: 'at',
  source: 'Dixa and Kicue: CSAT by the top two boxes',
  words: {
    nl: {
      name: 'Tevreden over contact',
      description: 'Welk deel van de klanten tevreden is over het contact dat zij hadden.',
      includes: 'Tevredenheidsantwoorden die over een contact gaan: 4 en 5 van de 5 tellen als tevreden.',
      excludes: 'Tevredenheidsantwoorden die over geen contact gaan; die tellen alleen in de tevredenheid.',
    },
    en: {
      name: 'Contact satisfaction',
      description: 'The share of customers who are satisfied with the contact they had.',
      includes: 'Satisfaction answers about a contact: 4 and 5 of 5 are satisfied.',
      excludes: 'Satisfaction answers about no contact; those count in satisfaction only.',
    },
  },
  examples: [
    {
      promise: 'answers that are about no contact stay out',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'csat', contactId: '11111111-1111-4111-8111-111111111111', favourable: true },
          { day: '2026-03-02', kind: 'csat', contactId: '22222222-2222-4222-8222-222222222222', favourable: false },
          { day: '2026-03-02', kind: 'csat', contactId: '55555555-5555-4555-8555-555555555555', favourable: true },
          { day: '2026-03-03', kind: 'csat', contactId: null, favourable: true },
          { day: '2026-03-03', kind: 'ces', contactId: '11111111-1111-4111-8111-111111111111', favourable: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2 / 3,
      n: 3,
    },
    {
      promise: 'without answers there is no share',
      rows: { feedback: [{ day: '2026-03-03', kind: 'csat', contactId: null, favourable: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
