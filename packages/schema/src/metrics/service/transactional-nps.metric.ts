import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netPromoters } from '../finalize.ts'

const kind = 'transactional_nps'

export default defineMetric({
  key: 'TRANSACTIONAL_NPS',
  lens: 'SERVICE',
  version: 1,
  unit: 'points',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', { kind }),
    promoters: feedback.count('given', { kind, favourable: true }),
    detractors: feedback.count('given', { kind, unfavourable: true }),
  },
  n: 'answers',
  finalize: netPromoters('promoters', 'detractors', 'answers'),
  values: feedback.histogram('given', 'standardScoreE2', { kind }),
  formula: '100 x (promoters 9-10 - detractors 0-6) / answers',
  countedOn: 'at',
  source: 'Qualtrics and MeasuringU: transactional NPS; interval by Rocks 2016',
  words: {
    nl: {
      name: 'Contact-NPS',
      description: 'Zouden klanten ons aanbevelen na dit ene contact?',
      includes: 'Antwoorden na een contact: 9 en 10 tellen als aanbeveler, 0 tot en met 6 als criticaster.',
      excludes: 'Antwoorden op de relatievraag; die tellen in de relatie-NPS.',
    },
    en: {
      name: 'Contact NPS',
      description: 'Would customers recommend us after this one contact?',
      includes: 'Answers after a contact: 9 and 10 are promoters, 0 to 6 detractors.',
      excludes: 'Answers to the relationship survey; those count in relational NPS.',
    },
  },
  examples: [
    {
      promise: 'relational answers never mix in, and passives count in the denominator only',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'transactional_nps', favourable: true, unfavourable: false, standardScoreE2: 900 },
          {
            day: '2026-03-03',
            kind: 'transactional_nps',
            favourable: false,
            unfavourable: false,
            standardScoreE2: 800,
          },
          { day: '2026-03-04', kind: 'transactional_nps', favourable: false, unfavourable: true, standardScoreE2: 600 },
          { day: '2026-03-31', kind: 'transactional_nps', favourable: false, unfavourable: true, standardScoreE2: 0 },
          { day: '2026-03-31', kind: 'transactional_nps', favourable: false, unfavourable: true, standardScoreE2: 100 },
          { day: '2026-03-31', kind: 'relational_nps', favourable: true, unfavourable: false, standardScoreE2: 1000 },
          { day: '2026-03-31', kind: 'relational_nps', favourable: true, unfavourable: false, standardScoreE2: 900 },
          { day: '2026-03-31', kind: 'relational_nps', favourable: false, unfavourable: true, standardScoreE2: 0 },
          { day: '2026-04-01', kind: 'transactional_nps', favourable: true, unfavourable: false, standardScoreE2: 900 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: -40,
      n: 5,
    },
    {
      promise: 'without answers there is no score',
      rows: { feedback: [{ day: '2026-03-02', kind: 'csat', favourable: true, unfavourable: false }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
