import { contact, type Params } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, mean } from '../finalize.ts'
import { resolution } from '../params.ts'

const isFull = (params: Params) => params['resolution'] === 'FULL'

const parts = {
  firsts: contact.count('firstResolved'),
  firstSeconds: contact.sum('firstResolved', 'firstResolutionSeconds'),
  firstSquares: contact.squares('firstResolved', 'firstResolutionSeconds'),
  lasts: contact.count('lastResolved'),
  fullSeconds: contact.sum('lastResolved', 'fullResolutionSeconds'),
  fullSquares: contact.squares('lastResolved', 'fullResolutionSeconds'),
}

const asked = (values: PartValues<keyof typeof parts>, params: Params) =>
  isFull(params)
    ? { resolved: values.lasts, seconds: values.fullSeconds, squares: values.fullSquares }
    : { resolved: values.firsts, seconds: values.firstSeconds, squares: values.firstSquares }

export default defineMetric({
  key: 'RESOLUTION_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts,
  n: params => (isFull(params) ? 'lasts' : 'firsts'),
  finalize: derived(asked, mean('seconds', 'squares', 'resolved')),
  params: { resolution },
  formula: '(first resolved - opened) / contacts resolved; FULL: last resolved',
  countedOn: 'the first resolution; FULL: the last one',
  source: 'Zendesk and Freshworks help: first and full resolution time',
  words: {
    nl: {
      name: 'Oplostijd',
      description: 'Hoe lang het gemiddeld duurt tot een contact is opgelost.',
      includes: 'Opgeloste contacten op de dag van de eerste oplossing (FULL: de laatste); een jaar is het langst.',
      excludes: 'Contacten die niet zijn opgelost, of waarvan niet bekend is wanneer.',
    },
    en: {
      name: 'Resolution time',
      description: 'How long it takes on average until a contact is resolved.',
      includes: 'Contacts resolved, on the day of the first resolution (FULL: the last); a year is the longest.',
      excludes: 'Contacts that were not resolved, or of which nobody says when.',
    },
  },
  examples: [
    {
      promise: 'a reopened contact keeps its first resolution',
      rows: {
        contact: [
          {
            firstResolvedDay: '2026-03-02',
            firstResolutionSeconds: 3600,
            lastResolvedDay: '2026-03-09',
            fullResolutionSeconds: 608_400,
          },
          {
            firstResolvedDay: '2026-03-02',
            firstResolutionSeconds: 1800,
            lastResolvedDay: '2026-03-02',
            fullResolutionSeconds: 1800,
          },
          {
            firstResolvedDay: null,
            firstResolutionSeconds: null,
            lastResolvedDay: null,
            fullResolutionSeconds: null,
          },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 2700,
      n: 2,
    },
    {
      promise: 'in full it lasts to the last resolution, and counts on that day',
      rows: {
        contact: [
          {
            firstResolvedDay: '2026-03-02',
            firstResolutionSeconds: 3600,
            lastResolvedDay: '2026-03-09',
            fullResolutionSeconds: 608_400,
          },
          {
            firstResolvedDay: '2026-03-02',
            firstResolutionSeconds: 1800,
            lastResolvedDay: '2026-03-02',
            fullResolutionSeconds: 1800,
          },
        ],
      },
      period: { from: '2026-03-09', to: '2026-03-10' },
      params: { resolution: 'FULL' },
      value: 608_400,
      n: 1,
    },
    {
      promise: 'without resolutions there is no mean',
      rows: {},
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: null,
      n: 0,
    },
  ],
})
