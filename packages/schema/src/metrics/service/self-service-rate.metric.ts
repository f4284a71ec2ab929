import { interaction } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

/** Until so many days after a session a contact may still follow within 48 hours. */
const RIPE_AFTER_DAYS = 2

export default defineMetric({
  key: 'SELF_SERVICE_RATE',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    sessions: interaction.count('happened', { sessionContained: { isNull: false } }),
    contained: interaction.count('happened', { sessionContained: true }),
  },
  n: 'sessions',
  finalize: share('contained', 'sessions'),
  ripeAfterDays: () => RIPE_AFTER_DAYS,
  formula: 'self-service sessions with no contact in the 48 hours from their beginning / self-service sessions',
  countedOn: 'the first interaction of the session, once 48 hours have passed',
  source: 'Own definition, with its assumption: who asked nobody was helped',
  words: {
    nl: {
      name: 'Zelf geholpen',
      description: 'Welk deel van de bezoeken aan zelfbediening niet binnen twee dagen tot een contact leidde.',
      includes:
        'Wat een bekende klant achtereen op zelfbediening doet is één sessie; na een half uur pauze begint een nieuwe. Aangenomen is dat wie geen contact zocht geholpen was.',
      excludes: 'Onbekende bezoekers, contacten die het bedrijf begon, en sessies van de laatste twee dagen.',
    },
    en: {
      name: 'Self-service rate',
      description: 'The share of visits to self-service that led to no contact within two days.',
      includes:
        'What a known customer does at self-service without a break is one session; after half an hour another begins. It is assumed that who sought no contact was helped.',
      excludes: 'Unknown visitors, contacts that the company began, and sessions of the last two days.',
    },
  },
  examples: [
    {
      promise: 'a session counts on its first interaction, the others of it not again, and the youngest not yet',
      rows: {
        interaction: [
          { day: '2026-03-02', sessionContained: true },
          { day: '2026-03-02', sessionContained: null },
          { day: '2026-03-03', sessionContained: false },
          { day: '2026-03-05', sessionContained: true },
          { day: '2026-03-07', sessionContained: true },
          { day: '2026-03-08', sessionContained: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      today: '2026-03-10',
      value: 0.75,
      n: 4,
    },
    {
      promise: 'without sessions there is no share',
      rows: { interaction: [{ day: '2026-03-02', sessionContained: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
