import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { HUNDREDTHS, mean } from '../finalize.ts'

const kind = 'review'

export default defineMetric({
  key: 'REVIEW_SCORE',
  lens: 'CX',
  version: 1,
  unit: 'score',
  direction: 'UP',
  parts: {
    reviews: feedback.count('given', { kind }),
    scores: feedback.sum('given', 'standardScoreE2', { kind }),
    squares: feedback.squares('given', 'standardScoreE2', { kind }),
  },
  n: 'reviews',
  finalize: mean('scores', 'squares', 'reviews', HUNDREDTHS),
  values: feedback.histogram('given', 'standardScoreE2', { kind }),
  formula: 'scores / public reviews, on 1-5',
  countedOn: 'at',
  source: 'Own definition: mean of public reviews',
  words: {
    nl: {
      name: 'Beoordelingen',
      description: 'Het gemiddelde cijfer van openbare beoordelingen op een schaal van 1 tot 5.',
      includes: 'Alle openbare beoordelingen; cijfers op 1 tot 10 worden omgerekend naar 1 tot 5.',
      excludes: 'Antwoorden op onze eigen vragen: tevredenheid, gemak en NPS.',
    },
    en: {
      name: 'Review score',
      description: 'The mean score of public reviews on a scale of 1 to 5.',
      includes: 'Every public review; scores on 1 to 10 are brought to 1 to 5.',
      excludes: 'Answers to our own questions: satisfaction, ease and NPS.',
    },
  },
  examples: [
    {
      promise: 'only public reviews are in the mean',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'review', standardScoreE2: 500 },
          { day: '2026-03-03', kind: 'review', standardScoreE2: 100 },
          { day: '2026-03-03', kind: 'review', standardScoreE2: 411 },
          { day: '2026-03-04', kind: 'csat', standardScoreE2: 100 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 3.37,
      n: 3,
      interval: { low: -1.8471032, high: 8.5871032 },
    },
    {
      promise: 'without reviews there is no mean',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
