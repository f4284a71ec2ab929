import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { HUNDREDTHS, mean } from '../finalize.ts'

const kind = 'csat'

export default defineMetric({
  key: 'CSAT_MEAN',
  lens: 'CX',
  version: 1,
  unit: 'score',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', { kind }),
    scores: feedback.sum('given', 'standardScoreE2', { kind }),
    squares: feedback.squares('given', 'standardScoreE2', { kind }),
  },
  n: 'answers',
  finalize: mean('scores', 'squares', 'answers', HUNDREDTHS),
  values: feedback.histogram('given', 'standardScoreE2', { kind }),
  formula: 'scores / answers, on 1-5',
  countedOn: 'at',
  source: 'Kicue: mean satisfaction score',
  words: {
    nl: {
      name: 'Gemiddelde tevredenheid',
      description: 'Het gemiddelde tevredenheidscijfer op een schaal van 1 tot 5.',
      includes: 'Alle tevredenheidsantwoorden; cijfers op een andere schaal worden omgerekend naar 1 tot 5.',
      excludes: 'NPS, moeite en openbare beoordelingen.',
    },
    en: {
      name: 'Mean satisfaction',
      description: 'The mean satisfaction score on a scale of 1 to 5.',
      includes: 'Every satisfaction answer; scores on another scale are brought to 1 to 5.',
      excludes: 'NPS, effort and public reviews.',
    },
  },
  examples: [
    {
      promise: 'scores count in hundredths of the standard scale, and other kinds stay out',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'csat', standardScoreE2: 500 },
          { day: '2026-03-03', kind: 'csat', standardScoreE2: 367 },
          { day: '2026-03-04', kind: 'csat', standardScoreE2: 153 },
          { day: '2026-03-04', kind: 'review', standardScoreE2: 500 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 3.4,
      n: 3,
      interval: { low: -0.948944071, high: 7.74894407 },
    },
    {
      promise: 'without answers there is no mean',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
