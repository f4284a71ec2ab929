import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'BOT_CONTAINMENT',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    conversations: contact.count('opened', { contained: { isNull: false } }),
    contained: contact.count('opened', { contained: true }),
  },
  n: 'conversations',
  finalize: share('contained', 'conversations'),
  formula: 'bot conversations without a human / bot conversations',
  countedOn: 'openedAt',
  source: 'Own definition, with its assumption: who asked for nobody was helped',
  words: {
    nl: {
      name: 'Door de bot afgedaan',
      description: 'Welk deel van de gesprekken met een bot zonder medewerker eindigde.',
      includes:
        'Contacten waarin een bot meedeed. Aangenomen is dat wie niet naar een medewerker ging geholpen was; dat hoeft niet zo te zijn.',
      excludes: 'Contacten zonder bot.',
    },
    en: {
      name: 'Bot containment',
      description: 'The share of conversations with a bot that ended without an agent.',
      includes:
        'Contacts in which a bot took part. It is assumed that who went to no agent was helped, which need not be so.',
      excludes: 'Contacts without a bot.',
    },
  },
  examples: [
    {
      promise: 'a conversation that a person came into is not contained, and one without a bot is none',
      rows: {
        contact: [
          { openedDay: '2026-03-02', contained: true },
          { openedDay: '2026-03-02', contained: false },
          { openedDay: '2026-03-31', contained: false },
          { openedDay: '2026-03-31', contained: false },
          { openedDay: '2026-03-31', contained: null },
          { openedDay: '2026-04-01', contained: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.25,
      n: 4,
    },
    {
      promise: 'without bots there is no share',
      rows: { contact: [{ openedDay: '2026-03-02', contained: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
