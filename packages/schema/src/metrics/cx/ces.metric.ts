import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const kind = 'ces'

export default defineMetric({
  key: 'CES',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    answers: feedback.count('given', { kind }),
    easy: feedback.count('given', { kind, favourable: true }),
  },
  n: 'answers',
  finalize: share('easy', 'answers'),
  values: feedback.histogram('given', 'standardScoreE2', { kind }),
  formula: 'answers 5-7 / answers, on 1-7 where 7 is very easy',
  countedOn: 'at',
  source: 'Gartner and CustomerGauge: customer effort score 2.0',
  words: {
    nl: {
      name: 'Gemak',
      description: 'Welk deel van de klanten het makkelijk vond om geholpen te worden.',
      includes: 'Antwoorden op CES 2.0, van 1 tot 7, waarbij 7 heel makkelijk is; 5, 6 en 7 tellen als makkelijk.',
      excludes: 'CES 1.0, waar een hoog cijfer juist veel moeite is.',
    },
    en: {
      name: 'Ease',
      description: 'The share of customers who found it easy to be helped.',
      includes: 'Answers on CES 2.0, from 1 to 7, where 7 is very easy; 5, 6 and 7 count as easy.',
      excludes: 'CES 1.0, where a high score is much effort.',
    },
  },
  examples: [
    {
      promise: 'the middle of the scale is not easy',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'ces', favourable: true, unfavourable: false, standardScoreE2: 500 },
          { day: '2026-03-02', kind: 'ces', favourable: false, unfavourable: false, standardScoreE2: 400 },
          { day: '2026-03-03', kind: 'ces', favourable: false, unfavourable: true, standardScoreE2: 300 },
          { day: '2026-03-03', kind: 'ces', favourable: true, unfavourable: false, standardScoreE2: 700 },
          { day: '2026-03-03', kind: 'ces', favourable: true, unfavourable: false, standardScoreE2: 600 },
          { day: '2026-03-03', kind: 'csat', favourable: true, unfavourable: false, standardScoreE2: 500 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.6,
      n: 5,
    },
    {
      promise: 'without answers there is no share',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
