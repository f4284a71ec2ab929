import { contact, type Params } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, share } from '../finalize.ts'
import { answeredWithinSeconds, shortAbandonSeconds } from '../params.ts'
import { offeredNames, offeredOf, offeredParts } from './offered.ts'

/** A sender may say both that somebody answered and that the customer gave up: then it was no answer in time. */
const answeredInTime =
  (outcome: { not: 'abandoned' } | { isNull: true }) =>
  ({ answeredWithinSeconds }: Params) => ({
    offered: true,
    answerSeconds: { lte: Number(answeredWithinSeconds) },
    outcome,
  })

const parts = {
  ...offeredParts,
  inTime: contact.count('opened', answeredInTime({ not: 'abandoned' })),
  inTimeOutcomeUnknown: contact.count('opened', answeredInTime({ isNull: true })),
}

export default defineMetric({
  key: 'SERVICE_LEVEL',
  lens: 'SERVICE',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts,
  n: offeredNames,
  finalize: derived(
    (values: PartValues<keyof typeof parts>) => ({
      inTime: values.inTime + values.inTimeOutcomeUnknown,
      offered: offeredOf(values).offered,
    }),
    share('inTime', 'offered'),
  ),
  params: { answeredWithinSeconds, shortAbandonSeconds },
  formula: 'answered within answeredWithinSeconds / (offered - abandoned within shortAbandonSeconds)',
  countedOn: 'openedAt',
  source: 'Call Centre Helper: service level, 80 % in 20 seconds',
  words: {
    nl: {
      name: 'Bereikbaarheid',
      description: 'Welk deel van de klanten binnen de streeftijd antwoord kreeg; gebruikelijk is 80% in 20 seconden.',
      includes: 'Contacten die de klant begon en die op een medewerker wachtten, ook wie het opgaf.',
      excludes: 'Contacten geheel in bot of zelfbediening; met een drempel ook wie binnen die seconden ophing.',
    },
    en: {
      name: 'Service level',
      description: 'The share of customers answered within the target time; 80% in 20 seconds is usual.',
      includes: 'Contacts begun by the customer that waited for an agent, also those who gave up.',
      excludes: 'Contacts wholly in bot or self-service; with a threshold, also who gave up within those seconds.',
    },
  },
  examples: [
    {
      promise: 'the very second of the target is in time, and who gave up was not answered',
      rows: {
        contact: [
          { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 20, outcome: 'resolved' },
          { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 21 },
          { openedDay: '2026-03-02', offered: true, answerSeconds: 5, outcome: 'abandoned', queueSeconds: 5 },
          { openedDay: '2026-03-31', offered: true, answeredDay: '2026-04-01', answerSeconds: 0 },
          { openedDay: '2026-03-31', offered: false, answeredDay: '2026-03-31', answerSeconds: 0 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0.5,
      n: 4,
    },
    {
      promise: 'target and short abandons are asked for',
      rows: {
        contact: [
          { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 60 },
          { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 61 },
          { openedDay: '2026-03-02', offered: true, outcome: 'abandoned', queueSeconds: 5 },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { answeredWithinSeconds: 60, shortAbandonSeconds: 5 },
      value: 0.5,
      n: 2,
    },
    {
      promise: 'who was answered and is said to have given up was not answered in time',
      rows: {
        contact: [
          { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 5, outcome: 'resolved' },
          { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 9, outcome: 'resolved' },
          {
            openedDay: '2026-03-02',
            offered: true,
            answeredDay: '2026-03-02',
            answerSeconds: 5,
            queueSeconds: 5,
            outcome: 'abandoned',
          },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2 / 3,
      n: 3,
    },
    {
      promise: 'when nothing was offered there is no share',
      rows: { contact: [{ openedDay: '2026-03-02', offered: false }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
