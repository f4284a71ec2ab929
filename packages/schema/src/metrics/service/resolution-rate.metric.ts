import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'RESOLUTION_RATE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    contacts: contact.count('opened'),
    resolved: contact.count('opened', { resolved: true }),
  },
  n: 'contacts',
  finalize: share('resolved', 'contacts'),
  formula: 'contacts resolved / contacts',
  countedOn: 'openedAt',
  source: 'Zendesk and Freshworks help: resolution rate',
  words: {
    nl: {
      name: 'Opgelost',
      description: 'Welk deel van de contacten is opgelost.',
      includes: 'Alle contacten in de noemer, ook afgebroken; opgelost is wat als opgelost is vastgelegd.',
      excludes: 'Niets uit de noemer: wat nog loopt telt als niet opgelost.',
    },
    en: {
      name: 'Resolution rate',
      description: 'The share of contacts that were resolved.',
      includes: 'Every contact in the denominator, also abandoned; resolved is what was recorded as resolved.',
      excludes: 'Nothing from the denominator: what is still open counts as not resolved.',
    },
  },
  examples: [
    {
      promise: 'abandoned and open contacts stay in the denominator',
      rows: {
        contact: [
          { openedDay: '2026-03-02', resolved: true, handled: true, outcome: 'resolved' },
          { openedDay: '2026-03-02', resolved: true, handled: true, outcome: 'resolved' },
          { openedDay: '2026-03-03', resolved: false, handled: true, outcome: 'unresolved' },
          { openedDay: '2026-03-03', resolved: false, handled: false, outcome: 'abandoned' },
          { openedDay: '2026-03-04', resolved: false, handled: false },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.4,
      n: 5,
    },
    {
      promise: 'without contacts there is no share',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
