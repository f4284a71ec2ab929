import { feedback, stageAnswer } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { netPromoters } from '../finalize.ts'

const kind = 'relational_nps'

const partsOf = (answer: typeof feedback | typeof stageAnswer) => ({
  answers: answer.count('given', { kind }),
  promoters: answer.count('given', { kind, favourable: true }),
  detractors: answer.count('given', { kind, unfavourable: true }),
})

export default defineMetric({
  key: 'RELATIONAL_NPS',
  lens: 'CX',
  version: 1,
  unit: 'points',
  direction: 'UP',
  parts: partsOf(feedback),
  n: 'answers',
  finalize: netPromoters('promoters', 'detractors', 'answers'),
  values: feedback.histogram('given', 'standardScoreE2', { kind }),
  otherwise: {
    by: ['STAGE'],
    parts: partsOf(stageAnswer),
    values: stageAnswer.histogram('given', 'standardScoreE2'),
  },
  formula: '100 x (promoters 9-10 - detractors 0-6) / answers',
  countedOn: 'at',
  source: 'Qualtrics and MeasuringU: relational NPS; interval by Rocks 2016',
  words: {
    nl: {
      name: 'Relatie-NPS',
      description: 'Zouden klanten ons aanbevelen, los van één contact?',
      includes:
        'Antwoorden op de relatievraag: 9 en 10 tellen als aanbeveler, 0 tot en met 6 als criticaster. Per fase: de fase waarover het antwoord gaat, en anders die welke de klant ervoor het laatst aanraakte.',
      excludes: 'Antwoorden na een contact; die tellen in de contact-NPS.',
    },
    en: {
      name: 'Relational NPS',
      description: 'Would customers recommend us, apart from any one contact?',
      includes:
        'Answers to the relationship survey: 9 and 10 are promoters, 0 to 6 detractors. By stage: that which the answer is about, else that which its customer touched last before it.',
      excludes: 'Answers after a contact; those count in transactional NPS.',
    },
  },
  examples: [
    {
      promise: 'by stage, an answer about none is of the one that its customer touched last before it',
      rows: {
        feedback: [
          { customerId: 'anja', day: '2026-03-05', at: '2026-03-05T12:00:00Z', kind, favourable: true },
          { customerId: 'bram', day: '2026-03-05', at: '2026-03-05T12:00:00Z', kind, unfavourable: true },
          { customerId: 'cees', day: '2026-03-05', at: '2026-03-05T12:00:00Z', kind, stage: 'use', favourable: true },
          { customerId: 'daan', day: '2026-03-05', at: '2026-03-05T12:00:00Z', kind, favourable: true },
          { customerId: 'emma', day: '2026-03-05', at: '2026-03-05T12:00:00Z', kind, unfavourable: true, known: false },
          { customerId: 'anja', day: '2026-03-05', at: '2026-03-05T12:00:00Z', kind: 'csat', stage: 'use' },
          {
            customerId: 'fien',
            day: '2026-03-05',
            at: '2026-03-05T12:00:00Z',
            kind,
            unfavourable: true,
            stage: 'look',
          },
        ].map(row => ({ favourable: false, unfavourable: false, standardScoreE2: 700, ...row })),
        interaction: [
          { customerId: 'anja', at: '2026-03-05T12:00:00Z', stage: 'use' },
          { customerId: 'anja', at: '2026-03-04T12:00:00Z', stage: 'look' },
          { customerId: 'bram', at: '2026-01-04T12:00:00Z', stage: 'look' },
          { customerId: 'bram', at: '2026-02-04T12:00:00Z', stage: 'use' },
          { customerId: 'bram', at: '2026-02-04T13:00:00Z', stage: null },
          { customerId: 'bram', at: '2026-03-05T12:00:01Z', stage: 'look' },
          { customerId: 'cees', at: '2026-03-05T11:00:00Z', stage: 'look' },
          { customerId: 'emma', at: '2026-03-05T11:00:00Z', stage: 'use', known: false },
          { customerId: 'fien', at: '2026-03-05T11:00:00Z', stage: 'use' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      asked: { STAGE: 'use' },
      value: 100 / 3,
      n: 3,
    },
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
