import { feedback } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, netPromoters } from '../finalize.ts'

const both = { resolved: { isNull: false }, contactResolved: { isNull: false } } as const

const parts = {
  answers: feedback.count('given', both),
  claimed: feedback.count('given', { resolved: false, contactResolved: true }),
  unclaimed: feedback.count('given', { resolved: true, contactResolved: false }),
}

export default defineMetric({
  key: 'CLAIM_GAP',
  lens: 'LINK',
  version: 1,
  unit: 'points',
  direction: 'DOWN',
  parts,
  n: 'answers',
  finalize: derived(
    (values: PartValues<keyof typeof parts>) => values,
    netPromoters('claimed', 'unclaimed', 'answers'),
  ),
  formula:
    '100 x (contacts resolved by the word of the agent - contacts resolved by the word of the customer) / answers',
  countedOn: 'at of the answer',
  source: 'Own definition: two shares of the same contacts; interval of a difference of pairs, as for net promoters',
  words: {
    nl: {
      name: 'Kloof in oplossen',
      description: 'Hoeveel procentpunt vaker de medewerker een contact opgelost noemt dan de klant.',
      includes:
        'Antwoorden op de vraag of het is opgelost, over een contact dat bekend is: beide oordelen gaan over dezelfde contacten.',
      excludes: 'Antwoorden zonder contact of zonder die vraag.',
    },
    en: {
      name: 'Claim gap',
      description: 'By how many percentage points agents call a contact resolved more often than customers do.',
      includes:
        'Answers to whether it was resolved, about a contact that is known: both judgements are of the same contacts.',
      excludes: 'Answers about no contact, or without that question.',
    },
  },
  examples: [
    {
      promise: 'only where the two disagree is there a gap, and one that the customer alone calls resolved narrows it',
      rows: {
        feedback: [
          { day: '2026-03-02', resolved: false, contactResolved: true },
          { day: '2026-03-02', resolved: false, contactResolved: true },
          { day: '2026-03-02', resolved: false, contactResolved: true },
          { day: '2026-03-02', resolved: true, contactResolved: false },
          { day: '2026-03-31', resolved: true, contactResolved: true },
          { day: '2026-03-31', resolved: true, contactResolved: true },
          { day: '2026-03-31', resolved: true, contactResolved: true },
          { day: '2026-03-31', resolved: false, contactResolved: false },
          { day: '2026-03-31', resolved: false, contactResolved: false },
          { day: '2026-03-31', resolved: true, contactResolved: true },
          { day: '2026-03-31', resolved: false, contactResolved: null },
          { day: '2026-03-31', resolved: null, contactResolved: true },
          { day: '2026-04-01', resolved: false, contactResolved: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 20,
      n: 10,
    },
    {
      promise: 'without answers there is no gap',
      rows: { feedback: [{ day: '2026-03-02', resolved: null, contactResolved: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
