import { journey } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'JOURNEY_COMPLETION_RATE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    journeys: journey.count('ripened'),
    completed: journey.count('ripened', { completed: true }),
  },
  n: 'journeys',
  finalize: share('completed', 'journeys'),
  ripeAfterDays: () => 0,
  formula: 'journeys completed within the window of their map / journeys whose window has passed',
  countedOn: 'the last day of the window: startedAt + windowDays',
  source: 'Own definition: conversion with a fixed horizon, so that journeys of yesterday are no failures',
  words: {
    nl: {
      name: 'Reizen afgerond',
      description: 'Welk deel van de klantreizen binnen de gestelde tijd wordt afgerond.',
      includes:
        'Reizen waarvan het venster van de kaart voorbij is; afgerond is wat de afzender meldt, of wat het eindpunt van de kaart bereikt.',
      excludes: 'Reizen die nog binnen hun venster vallen, en reizen langs een kaart die niet bekend is.',
    },
    en: {
      name: 'Journey completion',
      description: 'The share of journeys that are completed in the time set for them.',
      includes:
        'Journeys whose window, by their map, has passed; completed by the word of the sender, or by reaching the touchpoint that completes the map.',
      excludes: 'Journeys still inside their window, and journeys along a map that is not known.',
    },
  },
  examples: [
    {
      promise: 'a journey counts when its window has passed: an open one inside it is no failure',
      rows: {
        journey: [
          { day: '2026-03-01', windowEndDay: '2026-03-08', completed: true },
          { day: '2026-03-02', windowEndDay: '2026-03-09', completed: false },
          { day: '2026-03-03', windowEndDay: '2026-03-10', completed: false },
          { day: '2026-03-04', windowEndDay: '2026-03-11', completed: false },
          { day: '2026-03-04', windowEndDay: null, completed: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      today: '2026-03-11',
      value: 1 / 3,
      n: 3,
    },
    {
      promise: 'without journeys whose window has passed there is no share',
      rows: { journey: [{ day: '2026-03-30', windowEndDay: '2026-04-29', completed: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
