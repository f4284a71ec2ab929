import { survey } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

const asked = { skipped: false } as const

export default defineMetric({
  key: 'RESPONSE_RATE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: {
    sent: survey.count('sent', asked),
    answered: survey.count('sent', { ...asked, answered: true }),
  },
  n: 'sent',
  finalize: share('answered', 'sent'),
  formula: 'surveys answered / surveys sent',
  countedOn: 'sentAt',
  source: 'Qualtrics and MeasuringU: response rate by the day of sending',
  words: {
    nl: {
      name: 'Respons',
      description: 'Welk deel van de verstuurde vragenlijsten is beantwoord.',
      includes:
        'Elke verstuurde vragenlijst op de dag van versturen, hoe laat het antwoord ook kwam; twee antwoorden zijn één.',
      excludes: 'Vragenlijsten die zijn overgeslagen om klanten niet te vaak te vragen.',
    },
    en: {
      name: 'Response rate',
      description: 'The share of surveys sent that were answered.',
      includes: 'Every survey sent, on the day of sending, however late its answer came; two answers are one.',
      excludes: 'Surveys that were skipped so as not to ask customers too often.',
    },
  },
  examples: [
    {
      promise: 'a skipped survey was not sent, and an answer counts on the day of sending',
      rows: {
        survey: [
          { day: '2026-03-02', skipped: false, answered: true },
          { day: '2026-03-31', skipped: false, answered: false },
          { day: '2026-03-31', skipped: false, answered: false },
          { day: '2026-03-31', skipped: false, answered: false },
          { day: '2026-03-31', skipped: true, answered: false },
          { day: '2026-02-28', skipped: false, answered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.25,
      n: 4,
    },
    {
      promise: 'when nothing was sent there is no share',
      rows: { survey: [{ day: '2026-03-02', skipped: true, answered: false }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
