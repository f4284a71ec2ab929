import { contact, contactEvent } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, share } from '../finalize.ts'

type Resolved = 'events' | 'reopenedEvents' | 'contacts' | 'reopenedContacts'

const reopenedAmongResolutions = (parts: PartValues<Resolved>) => ({
  resolutions: parts.events + parts.contacts,
  reopened: parts.reopenedEvents + parts.reopenedContacts,
})

export default defineMetric({
  key: 'REOPEN_RATE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: {
    events: contactEvent.count('happened', { type: 'resolved' }),
    reopenedEvents: contactEvent.count('happened', { reopened: true }),
    contacts: contact.count('resolved'),
    reopenedContacts: contact.count('resolved', { reopens: { gt: 0 } }),
  },
  n: ['events', 'contacts'],
  finalize: derived(reopenedAmongResolutions, share('reopened', 'resolutions')),
  formula: 'resolutions followed by a reopening / resolutions',
  countedOn: 'the resolution',
  source: 'Zendesk and Freshworks help: reopens, by resolution event',
  words: {
    nl: {
      name: 'Heropend',
      description: 'Welk deel van de oplossingen geen stand hield: het contact ging weer open.',
      includes:
        'Elke oplossing op haar eigen dag, ook een tweede van hetzelfde contact; waar alleen de afloop bekend is, één oplossing per contact.',
      excludes: 'Contacten die niet zijn opgelost.',
    },
    en: {
      name: 'Reopen rate',
      description: 'The share of resolutions that did not hold: the contact was opened again.',
      includes:
        'Every resolution on its own day, also a second one of a contact; where only the outcome is known, one resolution per contact.',
      excludes: 'Contacts that were not resolved.',
    },
  },
  examples: [
    {
      promise: 'every resolution that was sent counts on its own day, and its reopening with it',
      rows: {
        contact_event: [
          { day: '2026-03-02', type: 'resolved', reopened: true },
          { day: '2026-03-04', type: 'resolved', reopened: false },
          { day: '2026-03-03', type: 'reopened', reopened: false },
          { day: '2026-03-31', type: 'resolved', reopened: false },
          { day: '2026-04-01', type: 'resolved', reopened: true },
        ],
        contact: [{ openedDay: '2026-03-01', resolved: true, resolutionDay: null, reopens: 1 }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 1 / 3,
      n: 3,
    },
    {
      promise: 'a contact whose resolutions were not sent counts once, on the day it was resolved',
      rows: {
        contact_event: [{ day: '2026-03-02', type: 'resolved', reopened: false }],
        contact: [
          { resolutionDay: '2026-03-02', resolved: true, reopens: 1 },
          { resolutionDay: '2026-03-03', resolved: true, reopens: 0 },
          { resolutionDay: '2026-03-31', resolved: true, reopens: null },
          { resolutionDay: '2026-04-02', resolved: true, reopens: 1 },
          { resolutionDay: null, resolved: false, openedDay: '2026-03-03', reopens: 1 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.25,
      n: 4,
    },
    {
      promise: 'without resolutions there is no share',
      rows: { contact_event: [{ day: '2026-03-02', type: 'reopened', reopened: false }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
