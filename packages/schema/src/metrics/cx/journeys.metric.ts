import { journey } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'

export default defineMetric({
  key: 'JOURNEYS',
  lens: 'CX',
  version: 1,
  unit: 'count',
  direction: 'NONE',
  parts: { journeys: journey.count('started') },
  n: 'journeys',
  finalize: tally('journeys'),
  formula: 'journeys started',
  countedOn: 'startedAt',
  source: "Own definition: customers' trips along a map",
  words: {
    nl: {
      name: 'Klantreizen',
      description: 'Hoeveel klantreizen begonnen.',
      includes: 'Elke klantreis op de dag dat zij begon, ook als zij nog loopt of is afgebroken.',
      excludes: 'Interacties zonder klantreis.',
    },
    en: {
      name: 'Journeys',
      description: 'How many journeys began.',
      includes: 'Every journey on the day it began, also when it still runs or was given up.',
      excludes: 'Interactions without a journey.',
    },
  },
  examples: [
    {
      promise: 'a journey counts on the day it began, however it ended',
      rows: {
        journey: [
          { day: '2026-02-28', outcome: 'completed' },
          { day: '2026-03-01', outcome: 'abandoned' },
          { day: '2026-03-31', outcome: null },
          { day: '2026-04-01', outcome: 'completed' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 2,
    },
    {
      promise: 'nothing counted is 0, since there is nothing to divide',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
