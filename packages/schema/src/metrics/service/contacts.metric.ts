import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'

export default defineMetric({
  key: 'CONTACTS',
  lens: 'SERVICE',
  version: 1,
  unit: 'count',
  direction: 'DOWN',
  parts: { contacts: contact.count('opened') },
  n: 'contacts',
  finalize: tally('contacts'),
  formula: 'contacts opened',
  countedOn: 'openedAt',
  source: 'Price & Jaffe: contacts as the count to bring down',
  words: {
    nl: {
      name: 'Contacten',
      description: 'Hoe vaak er contact was met de klantenservice.',
      includes: 'Elk contact op de dag dat het begon, ook afgebroken, onbekend of door het bedrijf begonnen.',
      excludes: 'Niets: ook een contact zonder klant, team of onderwerp telt.',
    },
    en: {
      name: 'Contacts',
      description: 'How often there was contact with customer service.',
      includes: 'Every contact on the day it began, also abandoned, unknown or begun by the company.',
      excludes: 'Nothing: a contact without customer, team or topic counts too.',
    },
  },
  examples: [
    {
      promise: 'a contact counts on the day it was opened, whoever began it and however it ended',
      rows: {
        contact: [
          { openedDay: '2026-03-31', handledDay: '2026-04-02', handled: true },
          { openedDay: '2026-03-01', handledDay: '2026-03-01', handled: false, outcome: 'abandoned', known: false },
          { openedDay: '2026-02-28', handledDay: '2026-03-02', handled: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 2,
    },
    {
      promise: 'nothing counted is 0, since there is nothing to divide',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
