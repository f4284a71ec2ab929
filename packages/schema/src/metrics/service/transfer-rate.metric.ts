import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const handled = { handled: true } as const

export default defineMetric({
  key: 'TRANSFER_RATE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: {
    handled: contact.count('handled', handled),
    transferred: contact.count('handled', { ...handled, transfers: { gt: 0 } }),
  },
  n: 'handled',
  finalize: share('transferred', 'handled'),
  formula: 'contacts transferred / contacts handled',
  countedOn: 'handledAt',
  source: 'Genesys glossary: transfer rate',
  words: {
    nl: {
      name: 'Doorverbonden',
      description: 'Welk deel van de contacten naar een andere medewerker of een ander team ging.',
      includes:
        'Alle afgehandelde contacten; een contact waarvan geen overdracht is vastgelegd, is niet doorverbonden.',
      excludes: 'Contacten die de klant afbrak. Vaker doorverbonden telt één keer.',
    },
    en: {
      name: 'Transfer rate',
      description: 'The share of contacts that went to another agent or team.',
      includes: 'Every contact handled; one of which no transfer was recorded was not transferred.',
      excludes: 'Contacts that the customer gave up. Transferred more than once counts once.',
    },
  },
  examples: [
    {
      promise: 'several transfers are one contact transferred, and none recorded is none',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, transfers: 3 },
          { handledDay: '2026-03-02', handled: true, transfers: 1 },
          { handledDay: '2026-03-02', handled: true, transfers: 0 },
          { handledDay: '2026-03-03', handled: true, transfers: null },
          { handledDay: '2026-03-31', handled: true, transfers: 0, openedDay: '2026-02-01' },
          { handledDay: '2026-03-31', handled: false, transfers: 1, outcome: 'abandoned' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.4,
      n: 5,
    },
    {
      promise: 'when nothing was handled there is no share',
      rows: { contact: [{ handledDay: '2026-03-02', handled: false, transfers: 1 }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
