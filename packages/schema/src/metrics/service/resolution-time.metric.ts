import { contact, type Params } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, mean } from '../finalize.ts'
import { clock, isBusiness, resolution } from '../params.ts'

const isFull = (params: Params) => params['resolution'] === 'FULL'

const firstTimed = { businessFirstResolutionSeconds: { isNull: false } } as const
const fullTimed = { businessFullResolutionSeconds: { isNull: false } } as const

const parts = {
  firsts: contact.count('firstResolved'),
  firstSeconds: contact.sum('firstResolved', 'firstResolutionSeconds'),
  firstSquares: contact.squares('firstResolved', 'firstResolutionSeconds'),
  lasts: contact.count('lastResolved'),
  fullSeconds: contact.sum('lastResolved', 'fullResolutionSeconds'),
  fullSquares: contact.squares('lastResolved', 'fullResolutionSeconds'),
  firstsTimed: contact.count('firstResolved', firstTimed),
  firstBusinessSeconds: contact.sum('firstResolved', 'businessFirstResolutionSeconds'),
  firstBusinessSquares: contact.squares('firstResolved', 'businessFirstResolutionSeconds'),
  lastsTimed: contact.count('lastResolved', fullTimed),
  fullBusinessSeconds: contact.sum('lastResolved', 'businessFullResolutionSeconds'),
  fullBusinessSquares: contact.squares('lastResolved', 'businessFullResolutionSeconds'),
}
type Name = keyof typeof parts

interface Told {
  n: Name
  seconds: Name
  squares: Name
}

/** Which parts tell the resolution and the clock that are asked. */
function told(params: Params): Told {
  if (isBusiness(params)) {
    return isFull(params)
      ? { n: 'lastsTimed', seconds: 'fullBusinessSeconds', squares: 'fullBusinessSquares' }
      : { n: 'firstsTimed', seconds: 'firstBusinessSeconds', squares: 'firstBusinessSquares' }
  }
  return isFull(params)
    ? { n: 'lasts', seconds: 'fullSeconds', squares: 'fullSquares' }
    : { n: 'firsts', seconds: 'firstSeconds', squares: 'firstSquares' }
}

function valuesOf(params: Params) {
  if (isFull(params)) {
    return contact.sketch(
      'lastResolved',
      isBusiness(params) ? 'businessFullResolutionSeconds' : 'fullResolutionSeconds',
    )
  }
  return contact.sketch(
    'firstResolved',
    isBusiness(params) ? 'businessFirstResolutionSeconds' : 'firstResolutionSeconds',
  )
}

export default defineMetric({
  key: 'RESOLUTION_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts,
  n: params => told(params).n,
  leftOut: params => [isFull(params) ? 'lasts' : 'firsts', told(params).n],
  finalize: derived(
    (values: PartValues<Name>, params) => {
      const { n, seconds, squares } = told(params)
      return { n: values[n], seconds: values[seconds], squares: values[squares] }
    },
    mean('seconds', 'squares', 'n'),
  ),
  values: valuesOf,
  params: { resolution, clock },
  formula: '(first resolved - opened) / contacts resolved; FULL: last resolved; BUSINESS: in opening hours',
  countedOn: 'the first resolution; FULL: the last one',
  source: 'Zendesk and Freshworks help: first and full resolution time',
  words: {
    nl: {
      name: 'Oplostijd',
      description: 'Hoe lang het gemiddeld duurt tot een contact is opgelost.',
      includes:
        'Opgeloste contacten op de dag van de eerste oplossing (FULL: de laatste); een jaar is het langst. Met BUSINESS tellen alleen openingstijden.',
      excludes: 'Contacten die niet zijn opgelost, of waarvan niet bekend is wanneer.',
    },
    en: {
      name: 'Resolution time',
      description: 'How long it takes on average until a contact is resolved.',
      includes:
        'Contacts resolved, on the day of the first resolution (FULL: the last); a year is the longest. With BUSINESS only opening hours count.',
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
      interval: { low: -8735.58426, high: 14135.5843 },
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
      promise: 'in full, it is a mean as wide as its last resolutions differ',
      rows: {
        contact: [
          { lastResolvedDay: '2026-03-09', fullResolutionSeconds: 3_600, businessFullResolutionSeconds: 600 },
          { lastResolvedDay: '2026-03-09', fullResolutionSeconds: 1_800 },
        ],
      },
      period: { from: '2026-03-09', to: '2026-03-10' },
      params: { resolution: 'FULL' },
      value: 2_700,
      n: 2,
      interval: { low: -8735.58426, high: 14135.5843 },
    },
    {
      promise: 'in opening hours each resolution has a wait of its own, and none where no calendar was in force',
      rows: {
        contact: [
          {
            firstResolvedDay: '2026-03-02',
            firstResolutionSeconds: 90_000,
            businessFirstResolutionSeconds: 7_200,
            lastResolvedDay: '2026-03-02',
            fullResolutionSeconds: 90_000,
            businessFullResolutionSeconds: 3_600,
          },
          { firstResolvedDay: '2026-03-02', firstResolutionSeconds: 9_000, businessFirstResolutionSeconds: 3_600 },
          { firstResolvedDay: '2026-03-02', firstResolutionSeconds: 1_800, lastResolvedDay: '2026-03-02' },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      params: { clock: 'BUSINESS' },
      value: 5_400,
      n: 2,
      leftOut: 1,
      interval: { low: -17471.1685, high: 28271.1685 },
    },
    {
      promise: 'in full and in opening hours, the last resolution tells',
      rows: {
        contact: [
          { lastResolvedDay: '2026-03-02', fullResolutionSeconds: 90_000, businessFullResolutionSeconds: 3_600 },
          { lastResolvedDay: '2026-03-02', fullResolutionSeconds: 90_000, businessFullResolutionSeconds: 7_200 },
          { lastResolvedDay: '2026-03-02', fullResolutionSeconds: 1_800, businessFullResolutionSeconds: null },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      params: { resolution: 'FULL', clock: 'BUSINESS' },
      value: 5_400,
      n: 2,
      leftOut: 1,
      interval: { low: -17471.1685, high: 28271.1685 },
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
