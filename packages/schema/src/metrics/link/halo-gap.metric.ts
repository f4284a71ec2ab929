import { feedback } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { mean } from '../finalize.ts'

const paired = { haloPoints: { isNull: false } } as const

export default defineMetric({
  key: 'HALO_GAP',
  lens: 'LINK',
  version: 1,
  unit: 'points',
  direction: 'NONE',
  parts: {
    answers: feedback.count('given', { kind: 'transactional_nps' }),
    pairs: feedback.count('given', paired),
    points: feedback.sum('given', 'haloPoints', paired),
    squares: feedback.squares('given', 'haloPoints', paired),
  },
  n: 'pairs',
  leftOut: ['answers', 'pairs'],
  finalize: mean('points', 'squares', 'pairs'),
  formula: 'transactional NPS - relational NPS, over pairs of one customer at most 90 days apart',
  countedOn: 'at of the transactional answer',
  source: 'Own definition, after Qualtrics: transactional and relational NPS are never mixed, only compared',
  words: {
    nl: {
      name: 'Halo',
      description: 'Hoeveel punten hoger klanten een contact beoordelen dan hun band met ons.',
      includes:
        'Elk antwoord na een contact naast het dichtstbijzijnde antwoord van dezelfde klant over de relatie, hooguit 90 dagen ervoor of erna.',
      excludes: 'Antwoorden van klanten zonder zo een tweede antwoord; die worden apart geteld.',
    },
    en: {
      name: 'Halo gap',
      description: 'By how many points customers rate a contact above their bond with us.',
      includes:
        "Each transactional answer beside the same customer's nearest relational one, at most 90 days before or after.",
      excludes: 'Answers of customers without such a second answer; those are counted apart.',
    },
  },
  examples: [
    {
      promise: 'pairs tell the difference of two scores of the same people, who has no pair is counted apart',
      rows: {
        feedback: [
          { day: '2026-03-02', kind: 'transactional_nps', haloPoints: 200 },
          { day: '2026-03-02', kind: 'transactional_nps', haloPoints: 100 },
          { day: '2026-03-03', kind: 'transactional_nps', haloPoints: -100 },
          { day: '2026-03-31', kind: 'transactional_nps', haloPoints: 0 },
          { day: '2026-03-31', kind: 'transactional_nps', haloPoints: null },
          { day: '2026-03-31', kind: 'relational_nps', haloPoints: null },
          { day: '2026-04-01', kind: 'transactional_nps', haloPoints: 200 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 50,
      n: 4,
      leftOut: 1,
      interval: { low: -155.426026, high: 255.426026 },
    },
    {
      promise: 'without pairs there is no gap',
      rows: { feedback: [{ day: '2026-03-02', kind: 'transactional_nps', haloPoints: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
      leftOut: 1,
    },
  ],
})
