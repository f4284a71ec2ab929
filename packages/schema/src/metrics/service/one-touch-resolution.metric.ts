import { contact } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const resolved = { resolved: true } as const

export default defineMetric({
  key: 'ONE_TOUCH_RESOLUTION',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    resolved: contact.count('opened', resolved),
    repliesKnown: contact.count('opened', { ...resolved, agentReplies: { isNull: false } }),
    oneTouch: contact.count('opened', { ...resolved, agentReplies: { lt: 2 } }),
  },
  n: 'repliesKnown',
  leftOut: ['resolved', 'repliesKnown'],
  finalize: share('oneTouch', 'repliesKnown'),
  formula: 'contacts resolved with fewer than 2 agent replies / contacts resolved whose replies are known',
  countedOn: 'openedAt',
  source: 'Zendesk and Freshworks help: one-touch resolution',
  words: {
    nl: {
      name: 'Opgelost in één antwoord',
      description: 'Welk deel van de opgeloste contacten genoeg had aan hooguit één antwoord.',
      includes: 'Opgeloste contacten met 0 of 1 antwoord; een bedankje dat heropent zonder nieuw antwoord telt mee.',
      excludes: 'Opgeloste contacten waarvan het aantal antwoorden niet bekend is; die worden apart geteld.',
    },
    en: {
      name: 'One-touch resolution',
      description: 'The share of resolved contacts for which one reply was enough.',
      includes: 'Contacts resolved with 0 or 1 reply; a thank-you that reopens without a new reply still counts.',
      excludes: 'Contacts resolved whose number of replies is not known; those are counted apart.',
    },
  },
  examples: [
    {
      promise: 'a thank-you that reopens counts, a second reply does not, and unknown replies are left out',
      rows: {
        contact: [
          { openedDay: '2026-03-02', resolved: true, agentReplies: 1, reopens: 1 },
          { openedDay: '2026-03-02', resolved: true, agentReplies: 0 },
          { openedDay: '2026-03-02', resolved: true, agentReplies: 2 },
          { openedDay: '2026-03-03', resolved: true, agentReplies: 5 },
          { openedDay: '2026-03-03', resolved: true, agentReplies: null },
          { openedDay: '2026-03-03', resolved: false, agentReplies: 1 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.5,
      n: 4,
      leftOut: 1,
    },
    {
      promise: 'when nothing was resolved there is no share',
      rows: { contact: [{ openedDay: '2026-03-02', resolved: false, agentReplies: 1 }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
