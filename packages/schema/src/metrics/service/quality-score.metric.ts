import { qualityReview } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean, TEN_THOUSANDTHS } from '../finalize.ts'

export default defineMetric({
  key: 'QUALITY_SCORE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    reviews: qualityReview.count('reviewed'),
    scores: qualityReview.sum('reviewed', 'scoreE4'),
    squares: qualityReview.squares('reviewed', 'scoreE4'),
  },
  n: 'reviews',
  finalize: mean('scores', 'squares', 'reviews', TEN_THOUSANDTHS),
  formula: 'weighted scores / what could be scored, a failed critical item: 0; mean over reviews',
  countedOn: 'at',
  source: 'Zendesk QA: scorecards with weights and critical items',
  words: {
    nl: {
      name: 'Kwaliteit',
      description: "Hoe goed contacten zijn afgehandeld volgens collega's die ze beoordelen.",
      includes:
        'Elke kwaliteitsbeoordeling, elk onderdeel naar zijn gewicht; een misser op een kritiek onderdeel maakt de beoordeling 0.',
      excludes: 'Contacten die niemand beoordeelde (zie Beoordeeld deel), en wat klanten ervan vonden.',
    },
    en: {
      name: 'Quality score',
      description: 'How well contacts were handled, in the judgement of colleagues who review them.',
      includes: 'Every quality review, each item by its weight; failing a critical item makes the review 0.',
      excludes: 'Contacts that nobody reviewed (see Reviewed share), and what customers thought of them.',
    },
  },
  examples: [
    {
      promise: 'each review counts alike, and one that failed a critical item counts as 0',
      rows: {
        quality_review: [
          { day: '2026-03-02', scoreE4: 9_000 },
          { day: '2026-03-03', scoreE4: 7_500 },
          { day: '2026-03-03', scoreE4: 0, criticalFailed: true },
          { day: '2026-04-01', scoreE4: 10_000 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.55,
      n: 3,
      interval: { low: -0.647807827, high: 1.74780783 },
    },
    {
      promise: 'without reviews there is no score',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
