import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'WHY_COVERAGE',
  lens: 'LINK',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    contacts: contact.count('opened'),
    explained: contact.count('opened', { triggerId: { isNull: false } }),
  },
  n: 'contacts',
  finalize: share('explained', 'contacts'),
  formula: 'contacts with a trigger / contacts',
  countedOn: 'openedAt',
  source: 'Price & Jaffe: what a contact was about and why it happened are two things',
  words: {
    nl: {
      name: 'Bekende aanleiding',
      description: 'Van welk deel van de contacten bekend is waarom ze nodig waren.',
      includes: 'Alle contacten in de noemer; een contact met een aanleiding telt, ook als die nog niet beschreven is.',
      excludes:
        'Niets. Een onderwerp vertelt waar een contact over ging, niet waarom, en telt dus niet als aanleiding.',
    },
    en: {
      name: 'Known cause',
      description: 'Of which share of contacts it is known why they were needed.',
      includes: 'Every contact in the denominator; one with a trigger counts, also while the trigger is not described.',
      excludes: 'Nothing. A topic tells what a contact was about and not why, so it is no trigger.',
    },
  },
  examples: [
    {
      promise: 'a topic is no cause',
      rows: {
        contact: [
          { openedDay: '2026-03-02', triggerId: '11111111-1111-4111-8111-111111111111' },
          { openedDay: '2026-03-02', triggerId: null, topic: 'invoice' },
          { openedDay: '2026-03-31', triggerId: null },
          { openedDay: '2026-03-31', triggerId: null, outcome: 'abandoned' },
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
