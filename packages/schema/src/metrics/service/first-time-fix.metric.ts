import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'
import { windowDays, windowOf } from '../params.ts'

export default defineMetric({
  key: 'FIRST_TIME_FIX',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    firsts: contact.beyond('previous', windowOf),
    fixed: contact.beyond('nearest', windowOf),
  },
  n: 'firsts',
  finalize: share('fixed', 'firsts'),
  params: { windowDays },
  ripeAfterDays: windowOf,
  formula: 'first contacts with no further contact on the same issue within W days / first contacts',
  countedOn: 'openedAt',
  source: 'Call Centre Helper and SQM: first contact resolution by repeat window',
  words: {
    nl: {
      name: 'In één keer opgelost',
      description: 'Welk deel van de klanten over hetzelfde onderwerp niet nog eens contact opnam.',
      includes: 'Eerste contacten van een bekende klant over een kwestie, zodra het venster voorbij is.',
      excludes: 'Contacten die het bedrijf begon, onbekende klanten en contacten die nog binnen het venster liggen.',
    },
    en: {
      name: 'First-time fix',
      description: 'The share of customers who did not come back about the same matter.',
      includes: 'First contacts of a known customer on an issue, once the window has passed.',
      excludes: 'Contacts begun by the company, unknown customers, and contacts still inside the window.',
    },
  },
  examples: [
    {
      promise: 'a contact that follows within the window makes its first one not fixed, and is no first itself',
      rows: {
        contact: [
          { openedDay: '2026-03-02', inChain: true, previousGapDays: null, nearestGapDays: 3 },
          { openedDay: '2026-03-05', inChain: true, previousGapDays: 3, nearestGapDays: 3 },
          { openedDay: '2026-03-20', inChain: true, previousGapDays: 15, nearestGapDays: 15 },
          { openedDay: '2026-03-21', inChain: false, previousGapDays: null, nearestGapDays: null },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.5,
      n: 2,
    },
    {
      promise: 'who may still come back within the window is neither fixed nor not',
      rows: {
        contact: [
          { openedDay: '2026-03-12', inChain: true, previousGapDays: null, nearestGapDays: null },
          { openedDay: '2026-03-13', inChain: true, previousGapDays: null, nearestGapDays: null },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      today: '2026-03-20',
      value: 1,
      n: 1,
    },
  ],
})
