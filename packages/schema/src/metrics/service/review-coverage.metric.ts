import { contact, reviewedContact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const handled = { handled: true } as const

export default defineMetric({
  key: 'REVIEW_COVERAGE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'NONE',
  parts: {
    handled: contact.count('handled', handled),
    reviewed: reviewedContact.count('handled', handled),
  },
  n: 'handled',
  finalize: share('reviewed', 'handled'),
  formula: 'contacts handled that were reviewed / contacts handled',
  countedOn: 'handledAt, whenever the review came',
  source: 'Zendesk QA: reviewed share, to be read beside the quality score',
  words: {
    nl: {
      name: 'Beoordeeld deel',
      description: 'Van welk deel van de contacten de kwaliteit is beoordeeld.',
      includes: 'Elk afgehandeld contact; beoordeeld is wat minstens één kwaliteitsbeoordeling heeft, ook van later.',
      excludes: 'Contacten die niemand afhandelde; een tweede beoordeling telt niet nog eens.',
    },
    en: {
      name: 'Reviewed share',
      description: 'The share of contacts whose quality was reviewed.',
      includes: 'Every contact handled; reviewed is what has at least one quality review, also a later one.',
      excludes: 'Contacts that nobody handled; a second review counts no second time.',
    },
  },
  examples: [
    {
      promise: 'a contact counts on the day it was handled, once, however often and whenever it was reviewed',
      rows: {
        contact: [
          { id: 'one', handled: true, handledDay: '2026-03-02' },
          { id: 'two', handled: true, handledDay: '2026-03-03' },
          { id: 'three', handled: true, handledDay: '2026-03-31' },
          { id: 'four', handled: true, handledDay: '2026-04-01' },
          { id: 'five', handled: false, handledDay: '2026-03-03' },
        ].map(row => ({ customerId: 'anja', ...row })),
        quality_review: [
          { contactId: 'one', day: '2026-03-02' },
          { contactId: 'one', day: '2026-03-09' },
          { contactId: 'three', day: '2026-04-02' },
          { contactId: 'four', day: '2026-04-02' },
          { contactId: 'five', day: '2026-03-05' },
        ].map(row => ({ customerId: 'anja', ...row })),
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2 / 3,
      n: 3,
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
