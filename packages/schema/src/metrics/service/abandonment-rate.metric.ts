import { defineMetric } from '../define.ts'
import { derived, share } from '../finalize.ts'
import { shortAbandonSeconds } from '../params.ts'
import { offeredNames, offeredOf, offeredParts } from './offered.ts'

export default defineMetric({
  key: 'ABANDONMENT_RATE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: offeredParts,
  n: offeredNames,
  finalize: derived(offeredOf, share('gaveUp', 'offered')),
  params: { shortAbandonSeconds },
  formula: 'abandoned / offered, both without abandons within shortAbandonSeconds',
  countedOn: 'openedAt',
  source: 'Call Centre Helper: abandonment rate with a short-abandon threshold',
  words: {
    nl: {
      name: 'Afgebroken contacten',
      description: 'Welk deel van de klanten ophing of wegging voordat iemand antwoordde.',
      includes: 'Contacten die de klant begon en die op een medewerker wachtten.',
      excludes: 'Contacten geheel in bot of zelfbediening; met een drempel ook wie binnen die seconden ophing.',
    },
    en: {
      name: 'Abandonment rate',
      description: 'The share of customers who gave up before someone answered.',
      includes: 'Contacts begun by the customer that waited for an agent.',
      excludes: 'Contacts wholly in bot or self-service; with a threshold, also who gave up within those seconds.',
    },
  },
  examples: [
    {
      promise: 'without a threshold every abandoned contact that was offered counts',
      rows: {
        contact: [
          { openedDay: '2026-03-02', offered: true, outcome: 'resolved', queueSeconds: 20 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: 0 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: 90 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: null },
          { openedDay: '2026-03-03', offered: true },
          { openedDay: '2026-03-03', offered: false, outcome: 'abandoned', queueSeconds: 5 },
          { openedDay: '2026-03-03', offered: false, outcome: 'resolved' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.6,
      n: 5,
    },
    {
      promise: 'short abandons leave numerator and denominator; an unknown wait is not short',
      rows: {
        contact: [
          { openedDay: '2026-03-02', offered: true, outcome: 'resolved', queueSeconds: 3 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: 5 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: 6 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: null },
          { openedDay: '2026-03-03', offered: true, outcome: 'unresolved' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { shortAbandonSeconds: 5 },
      value: 0.5,
      n: 4,
    },
    {
      promise: 'when nothing was offered there is no share',
      rows: { contact: [{ openedDay: '2026-03-02', offered: false }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
