import { stageJourney } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'STAGE_CONVERSION',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    reached: stageJourney.count('ripened'),
    wentOn: stageJourney.count('ripened', { wentOn: true }),
  },
  n: 'reached',
  finalize: share('wentOn', 'reached'),
  ripeAfterDays: () => 0,
  formula: 'journeys that reached a stage and a later one of their map / journeys that reached it, their window passed',
  countedOn: 'the last day of the window: startedAt + windowDays',
  source: 'Own definition: conversion with a fixed horizon, as of JOURNEY_COMPLETION_RATE',
  words: {
    nl: {
      name: 'Doorstroom',
      description: 'Welk deel van de klantreizen na een fase ook een latere bereikt.',
      includes:
        'Elke fase die een reis bereikte, waarvan het venster van de kaart voorbij is; bereikt is wat een aanraking in die fase heeft. Zonder indeling naar fase telt een reis eens per bereikte fase.',
      excludes: 'De laatste fase van een kaart, en reizen die nog binnen hun venster vallen.',
    },
    en: {
      name: 'Stage conversion',
      description: 'The share of journeys that went from a stage on to a later one.',
      includes:
        'Each stage that a journey reached, its window by its map having passed; reached is what has an interaction in the stage. Not told by stage, a journey counts once for each stage reached.',
      excludes: 'The last stage of a map, and journeys still inside their window.',
    },
  },
  examples: [
    {
      promise: 'whoever reached a later stage went on, and of the last stage nobody can',
      rows: {
        journey_map: [{ id: 'map', stages: ['look', 'buy', 'use'].map(id => ({ id, name: id })) }],
        journey: ['one', 'two', 'three', 'four', 'five'].map((id, at) => ({
          id,
          journeyMapId: 'map',
          windowEndDay: at < 4 ? '2026-03-08' : '2026-02-08',
        })),
        interaction: [
          { journeyId: 'one', stage: 'look' },
          { journeyId: 'one', stage: 'look' },
          { journeyId: 'one', stage: 'use' },
          { journeyId: 'two', stage: 'buy' },
          { journeyId: 'two', stage: 'use' },
          { journeyId: 'three', stage: 'look' },
          { journeyId: 'three', stage: 'elsewhere' },
          { journeyId: 'four', stage: 'use' },
          { journeyId: 'five', stage: 'look' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2 / 3,
      n: 3,
    },
    {
      promise: 'by stage, only that one counts, and a window that still runs is no failure',
      rows: {
        journey_map: [{ id: 'map', stages: ['look', 'buy', 'use'].map(id => ({ id, name: id })) }],
        journey: ['one', 'two', 'three'].map((id, at) => ({
          id,
          journeyMapId: 'map',
          windowEndDay: at < 2 ? '2026-03-10' : '2026-03-11',
        })),
        interaction: [
          { journeyId: 'one', stage: 'look' },
          { journeyId: 'one', stage: 'buy' },
          { journeyId: 'two', stage: 'look' },
          { journeyId: 'three', stage: 'look' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      today: '2026-03-11',
      asked: { STAGE: 'look' },
      value: 1 / 2,
      n: 2,
    },
  ],
})
