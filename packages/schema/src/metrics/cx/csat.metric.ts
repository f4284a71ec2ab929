import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const kind = 'csat'

export default defineMetric({
  key: 'CSAT',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', { kind }),
    satisfied: feedback.count('given', { kind, favourable: true }),
  },
  n: 'answers',
  finalize: share('satisfied', 'answers'),
  values: feedback.histogram('given', 'standardScoreE2', { kind }),
  formula: 'answers in the top box (4-5 on 1-5) / answers',
  countedOn: 'at',
  source: 'Dixa and Kicue: top-2-box customer satisfaction',
  words: {
    nl: {
      name: 'Klanttevredenheid',
      description: 'Welk deel van de klanten tevreden of zeer tevreden is.',
      includes: 'Alle tevredenheidsantwoorden; op andere schalen telt hun eigen bovenste vak, zoals 8 tot en met 10.',
      excludes: 'NPS, moeite en openbare beoordelingen.',
    },
    en: {
      name: 'Customer satisfaction',
      description: 'The share of customers who are satisfied or very satisfied.',
      includes: 'Every satisfaction answer; other scales count by their own top box, such as 8 to 10.',
      excludes: 'NPS, effort and public reviews.',
    },
  },
  examples: [
    {
      promise: 'a middle score is an answer and no satisfied one',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'csat', favourable: true, unfavourable: false, standardScoreE2: 500 },
          { day: '2026-03-02', kind: 'csat', favourable: true, unfavourable: false, standardScoreE2: 400 },
          { day: '2026-03-02', kind: 'csat', favourable: false, unfavourable: false, standardScoreE2: 300 },
          { day: '2026-03-08', kind: 'csat', favourable: false, unfavourable: true, standardScoreE2: 200 },
          { day: '2026-03-08', kind: 'csat', favourable: false, unfavourable: true, standardScoreE2: 100 },
          { day: '2026-03-08', kind: 'review', favourable: true, unfavourable: false, standardScoreE2: 500 },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-09' },
      value: 0.4,
      n: 5,
    },
    {
      promise: 'without answers there is no share',
      rows: {},
      period: { from: '2026-03-02', to: '2026-03-09' },
      value: null,
      n: 0,
    },
  ],
})
