import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { HUNDREDTHS, mean } from '../finalize.ts'

const kind = 'ces'

export default defineMetric({
  key: 'CES_MEAN',
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
  formula: 'scores / answers, on 1-7 where 7 is very easy',
  countedOn: 'at',
  source: 'Gartner and CustomerGauge: customer effort score 2.0',
  words: {
    nl: {
      name: 'Gemiddeld gemak',
      description: 'Het gemiddelde cijfer voor gemak op een schaal van 1 tot 7.',
      includes: 'Antwoorden op CES 2.0, waarbij 7 heel makkelijk is.',
      excludes: 'CES 1.0, waar een hoog cijfer juist veel moeite is.',
    },
    en: {
      name: 'Mean ease',
      description: 'The mean score for ease on a scale of 1 to 7.',
      includes: 'Answers on CES 2.0, where 7 is very easy.',
      excludes: 'CES 1.0, where a high score is much effort.',
    },
  },
  examples: [
    {
      promise: 'scores count in hundredths of 1 to 7, and satisfaction stays out',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'ces', standardScoreE2: 700 },
          { day: '2026-03-03', kind: 'ces', standardScoreE2: 550 },
          { day: '2026-03-04', kind: 'ces', standardScoreE2: 100 },
          { day: '2026-03-04', kind: 'csat', standardScoreE2: 500 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 4.5,
      n: 3,
      interval: { low: -3.25671752, high: 12.2567175 },
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
