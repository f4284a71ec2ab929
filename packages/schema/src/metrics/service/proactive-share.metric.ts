import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'PROACTIVE_SHARE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    contacts: contact.count('opened'),
    proactive: contact.count('opened', { initiatedBy: 'company' }),
  },
  n: 'contacts',
  finalize: share('proactive', 'contacts'),
  formula: 'contacts begun by the company / contacts',
  countedOn: 'openedAt',
  source: 'Own definition: what is not proactive is reactive',
  words: {
    nl: {
      name: 'Zelf begonnen',
      description: 'Welk deel van de contacten het bedrijf zelf begon.',
      includes: 'Alle contacten; wie begon, zegt de afzender.',
      excludes: 'Niets: een contact waarvan niet bekend is wie begon, geldt als begonnen door de klant.',
    },
    en: {
      name: 'Proactive share',
      description: 'The share of contacts that the company began itself.',
      includes: 'Every contact; its sender says who began it.',
      excludes: 'Nothing: a contact of which nobody says who began it is taken for one that the customer began.',
    },
  },
  examples: [
    {
      promise: 'a contact of which nobody says who began it is not proactive',
      rows: {
        contact: [
          { openedDay: '2026-03-02', initiatedBy: 'company' },
          { openedDay: '2026-03-02', initiatedBy: 'customer' },
          { openedDay: '2026-03-03', initiatedBy: 'customer' },
          { openedDay: '2026-03-31', initiatedBy: null },
          { openedDay: '2026-04-01', initiatedBy: 'company' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.25,
      n: 4,
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
