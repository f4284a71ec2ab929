import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'SLA_ATTAINMENT',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    judged: contact.count('handled', { slaMet: { isNull: false } }),
    met: contact.count('handled', { slaMet: true }),
  },
  n: 'judged',
  finalize: share('met', 'judged'),
  formula: 'targets met / (targets met + targets breached), by the outcome as sent',
  countedOn: 'handledAt, where an outcome without its time stands',
  source: 'Zendesk and Freshworks help: service level agreement attainment',
  words: {
    nl: {
      name: 'Afspraken gehaald',
      description: 'Welk deel van de contacten binnen de afgesproken tijd is afgehandeld.',
      includes: 'Contacten waarvan de afzender meldt of de afspraak is gehaald.',
      excludes: 'Contacten waarvan dat niet bekend is of waarvan de tijd nog loopt.',
    },
    en: {
      name: 'SLA attainment',
      description: 'The share of contacts that were dealt with in the time agreed on.',
      includes: 'Contacts of which the sender tells whether the target was met.',
      excludes: 'Contacts of which that is not known or whose time still runs.',
    },
  },
  examples: [
    {
      promise: 'a contact without a verdict is neither met nor breached',
      rows: {
        contact: [
          { handledDay: '2026-03-02', handled: true, slaMet: true },
          { handledDay: '2026-03-02', handled: true, slaMet: false },
          { handledDay: '2026-03-03', handled: false, slaMet: false, outcome: 'abandoned' },
          { handledDay: '2026-03-31', handled: true, slaMet: true, openedDay: '2026-02-01' },
          { handledDay: '2026-03-31', handled: true, slaMet: true },
          { handledDay: '2026-03-31', handled: true, slaMet: null },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.6,
      n: 5,
    },
    {
      promise: 'without a verdict there is no share',
      rows: { contact: [{ handledDay: '2026-03-02', handled: true, slaMet: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
