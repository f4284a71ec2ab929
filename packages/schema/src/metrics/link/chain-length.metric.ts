import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { perFirst } from '../finalize.ts'
import { windowDays, windowOf } from '../params.ts'

export default defineMetric({
  key: 'CHAIN_LENGTH',
  lens: 'LINK',
  version: 1,
  unit: 'ratio',
  direction: 'DOWN',
  parts: {
    contacts: contact.count('opened', { inChain: true }),
    firsts: contact.beyond('previous', windowOf),
  },
  n: 'contacts',
  finalize: perFirst('contacts', 'firsts'),
  params: { windowDays },
  ripeAfterDays: windowOf,
  formula: 'contacts / first contacts, of which none on the same issue lies in the W days before',
  countedOn: 'openedAt',
  source: 'Own definition: the other side of first-time fix',
  words: {
    nl: {
      name: 'Contacten per kwestie',
      description: 'Hoeveel contacten een klant gemiddeld nodig heeft voor één kwestie.',
      includes: 'Contacten van bekende klanten over een kwestie, zodra het venster voorbij is.',
      excludes: 'Contacten die het bedrijf begon, onbekende klanten en contacten die nog binnen het venster liggen.',
    },
    en: {
      name: 'Contacts per issue',
      description: 'How many contacts a customer needs on average for one matter.',
      includes: 'Contacts of known customers on an issue, once the window has passed.',
      excludes: 'Contacts begun by the company, unknown customers, and contacts still inside the window.',
    },
  },
  examples: [
    {
      promise: 'who comes back within the window lengthens a chain, who comes back later begins another',
      rows: {
        contact: [
          { openedDay: '2026-03-02', inChain: true, previousGapDays: null },
          { openedDay: '2026-03-05', inChain: true, previousGapDays: 3 },
          { openedDay: '2026-03-12', inChain: true, previousGapDays: 7 },
          { openedDay: '2026-03-20', inChain: true, previousGapDays: 8 },
          { openedDay: '2026-03-21', inChain: false, previousGapDays: null },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 4,
    },
    {
      promise: 'who may still come back within the window counts in no chain yet',
      rows: {
        contact: [
          { openedDay: '2026-03-10', inChain: true, previousGapDays: null },
          { openedDay: '2026-03-12', inChain: true, previousGapDays: 2 },
          { openedDay: '2026-03-13', inChain: true, previousGapDays: null },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      today: '2026-03-20',
      value: 2,
      n: 2,
    },
    {
      promise: 'without a first contact there is no chain to measure',
      rows: { contact: [{ openedDay: '2026-03-05', inChain: true, previousGapDays: 3 }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 1,
    },
  ],
})
