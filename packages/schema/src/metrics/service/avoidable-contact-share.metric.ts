import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'AVOIDABLE_CONTACT_SHARE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: {
    contacts: contact.count('opened'),
    explained: contact.count('opened', { triggerId: { isNull: false } }),
    avoidable: contact.count('opened', { avoidable: true }),
  },
  n: 'explained',
  leftOut: ['contacts', 'explained'],
  finalize: share('avoidable', 'explained'),
  formula: 'contacts of an avoidable trigger / contacts with a trigger',
  countedOn: 'openedAt',
  source: 'UK National Indicator 14; Price & Jaffe, The Best Service is No Service',
  words: {
    nl: {
      name: 'Vermijdbare contacten',
      description: 'Welk deel van de contacten met een bekende aanleiding niet nodig had hoeven zijn.',
      includes:
        'Contacten met een aanleiding; vermijdbaar is wat de aanleiding zo noemt, ook als dat later is vastgesteld.',
      excludes: 'Contacten zonder aanleiding; die worden apart geteld. Lees het naast de bekende aanleiding.',
    },
    en: {
      name: 'Avoidable contacts',
      description: 'The share of contacts of known cause that need not have been.',
      includes: 'Contacts with a trigger; avoidable is what the trigger says so of, also when that was decided later.',
      excludes: 'Contacts without a trigger; those are counted apart. Read it beside the known cause.',
    },
  },
  examples: [
    {
      promise: 'a contact whose cause nobody knows is neither avoidable nor needed',
      rows: {
        contact: [
          { openedDay: '2026-03-02', triggerId: '11111111-1111-4111-8111-111111111111', avoidable: true },
          { openedDay: '2026-03-02', triggerId: '22222222-2222-4222-8222-222222222222', avoidable: false },
          { openedDay: '2026-03-31', triggerId: '22222222-2222-4222-8222-222222222222', avoidable: false },
          { openedDay: '2026-03-31', triggerId: '33333333-3333-4333-8333-333333333333', avoidable: false },
          { openedDay: '2026-03-31', triggerId: null, avoidable: false },
          { openedDay: '2026-04-01', triggerId: '11111111-1111-4111-8111-111111111111', avoidable: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.25,
      n: 4,
      leftOut: 1,
    },
    {
      promise: 'without known causes there is no share',
      rows: { contact: [{ openedDay: '2026-03-02', triggerId: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
