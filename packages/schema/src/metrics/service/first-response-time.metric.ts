import { contact } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, mean } from '../finalize.ts'
import { clock, isBusiness } from '../params.ts'

const timed = { businessFirstResponseSeconds: { isNull: false } } as const

const parts = {
  responded: contact.count('responded'),
  seconds: contact.sum('responded', 'firstResponseSeconds'),
  squares: contact.squares('responded', 'firstResponseSeconds'),
  timed: contact.count('responded', timed),
  businessSeconds: contact.sum('responded', 'businessFirstResponseSeconds'),
  businessSquares: contact.squares('responded', 'businessFirstResponseSeconds'),
  waiting: contact.count('opened', { waiting: true }),
}

export default defineMetric({
  key: 'FIRST_RESPONSE_TIME',
  lens: 'SERVICE',
  version: 1,
  unit: 'seconds',
  direction: 'DOWN',
  parts,
  n: params => (isBusiness(params) ? 'timed' : 'responded'),
  leftOut: params => [['responded', 'waiting'], isBusiness(params) ? 'timed' : 'responded'],
  finalize: derived(
    (values: PartValues<keyof typeof parts>, params) =>
      isBusiness(params)
        ? { n: values.timed, seconds: values.businessSeconds, squares: values.businessSquares }
        : { n: values.responded, seconds: values.seconds, squares: values.squares },
    mean('seconds', 'squares', 'n'),
  ),
  values: params =>
    contact.sketch('responded', isBusiness(params) ? 'businessFirstResponseSeconds' : 'firstResponseSeconds'),
  params: { clock },
  formula: '(first reply of a person - opened) / contacts replied to; BUSINESS: in opening hours',
  countedOn: 'firstResponseAt',
  source: 'Zendesk and Freshworks help: first response time',
  words: {
    nl: {
      name: 'Eerste reactie',
      description: 'Hoe lang klanten gemiddeld wachten op de eerste reactie van een mens.',
      includes:
        'Contacten met een eerste reactie, op de dag van die reactie; langer dan een jaar telt als een jaar. Met BUSINESS tellen alleen openingstijden.',
      excludes:
        'Reacties van bots en automatische antwoorden, en contacten die nog op een reactie wachten; die worden apart geteld.',
    },
    en: {
      name: 'First response time',
      description: 'How long customers wait on average for the first reply of a person.',
      includes:
        'Contacts with a first reply, on the day of that reply; longer than a year counts as a year. With BUSINESS only opening hours count.',
      excludes: 'Replies of bots and automatic ones, and contacts still waiting for a reply; those are counted apart.',
    },
  },
  examples: [
    {
      promise: 'a reply counts on its own day, and who still waits is in no mean',
      rows: {
        contact: [
          { openedDay: '2026-03-01', firstResponseDay: '2026-03-02', firstResponseSeconds: 43_200 },
          { openedDay: '2026-03-02', firstResponseDay: '2026-03-02', firstResponseSeconds: 0 },
          { openedDay: '2026-03-02', firstResponseDay: '2026-03-03', firstResponseSeconds: 86_400 },
          { openedDay: '2026-03-02', firstResponseDay: null, firstResponseSeconds: null, waiting: true },
          { openedDay: '2026-03-02', firstResponseDay: null, firstResponseSeconds: null, waiting: false },
          { openedDay: '2026-03-02', firstResponseDay: null, firstResponseSeconds: null, waiting: false },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: 21_600,
      n: 2,
      leftOut: 1,
      interval: { low: -252854.022, high: 296054.022 },
    },
    {
      promise: 'in opening hours, what has no calendar is left out and not taken for the clock on the wall',
      rows: {
        contact: [
          { firstResponseDay: '2026-03-02', firstResponseSeconds: 43_200, businessFirstResponseSeconds: 600 },
          { firstResponseDay: '2026-03-02', firstResponseSeconds: 50_000, businessFirstResponseSeconds: 1_800 },
          { firstResponseDay: '2026-03-02', firstResponseSeconds: 7_200, businessFirstResponseSeconds: null },
          { firstResponseDay: '2026-03-03', firstResponseSeconds: 7_200, businessFirstResponseSeconds: 60 },
        ],
      },
      period: { from: '2026-03-02', to: '2026-03-03' },
      params: { clock: 'BUSINESS' },
      value: 1_200,
      n: 2,
      leftOut: 1,
      interval: { low: -6423.72284, high: 8823.72284 },
    },
    {
      promise: 'without replies there is no mean',
      rows: { contact: [{ openedDay: '2026-03-02', firstResponseDay: null, firstResponseSeconds: null }] },
      period: { from: '2026-03-02', to: '2026-03-03' },
      value: null,
      n: 0,
    },
  ],
})
