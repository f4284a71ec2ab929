import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netPromoters } from '../finalize.ts'

const kind = 'relational_nps'

export default defineMetric({
  key: 'RELATIONAL_NPS',
  lens: 'CX',
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
  source: 'Qualtrics and MeasuringU: relational NPS; interval by Rocks 2016',
  words: {
    nl: {
      name: 'Relatie-NPS',
      description: 'Zouden klanten ons aanbevelen, los van één contact?',
      includes: 'Antwoorden op de relatievraag: 9 en 10 tellen als aanbeveler, 0 tot en met 6 als criticaster.',
      excludes: 'Antwoorden na een contact; die tellen in de contact-NPS.',
    },
    en: {
      name: 'Relational NPS',
      description: 'Would customers recommend us, apart from any one contact?',
      includes: 'Answers to the relationship survey: 9 and 10 are promoters, 0 to 6 detractors.',
      excludes: 'Answers after a contact; those count in transactional NPS.',
    },
  },
  examples: [
    {
      promise: 'transactional answers never mix in',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'relational_nps', favourable: true, unfavourable: false, standardScoreE2: 1000 },
          { day: '2026-03-02', kind: 'relational_nps', favourable: true, unfavourable: false, standardScoreE2: 900 },
          { day: '2026-03-02', kind: 'relational_nps', favourable: true, unfavourable: false, standardScoreE2: 900 },
          { day: '2026-03-09', kind: 'relational_nps', favourable: false, unfavourable: false, standardScoreE2: 700 },
          { day: '2026-03-30', kind: 'relational_nps', favourable: false, unfavourable: true, standardScoreE2: 600 },
          { day: '2026-03-30', kind: 'transactional_nps', favourable: false, unfavourable: true, standardScoreE2: 0 },
          { day: '2026-03-30', kind: 'transactional_nps', favourable: false, unfavourable: true, standardScoreE2: 100 },
          { day: '2026-03-30', kind: 'transactional_nps', favourable: true, unfavourable: false, standardScoreE2: 900 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 40,
      n: 5,
    },
  ],
})
