import { defineMetric } from '../define.ts'
import { derived, share } from '../finalize.ts'
import { inactivityDays, inactivityOf } from '../params.ts'
import { startSetOf, startSetParts } from './start-set.ts'

export default defineMetric({
  key: 'CHURN_RATE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'DOWN',
  parts: startSetParts,
  n: 'atStart',
  finalize: derived(startSetOf, share('lost', 'atStart')),
  params: { inactivityDays },
  spanDaysMax: inactivityOf,
  formula: 'customers lost / customers at start, lost: no order in inactivityDays, or churned',
  countedOn: 'start: the day before the first; lost: by the last day, or today',
  source: 'Non-contractual base: a customer is lost when its last order lies more than inactivityDays back',
  words: {
    nl: {
      name: 'Klantverlies',
      description: 'Welk deel van de klanten van het begin in de periode verloren ging.',
      includes:
        'Wie de inactiviteitsgrens passeerde zonder bestelling, of opzegde; ook wie in de periode kwam en opzegde, zodat het boven de 100% kan komen; dan is er geen interval.',
      excludes:
        'Wie vóór het eind van de periode terugkwam van inactiviteit. Langer dan de inactiviteitsgrens: geen cijfer.',
    },
    en: {
      name: 'Churn',
      description: 'The share of the customers at the start who were lost in the period.',
      includes:
        'Who passed the inactivity limit without an order, or cancelled; also who came in the period and cancelled, so that it can pass 100%; there is then no interval.',
      excludes: 'Who came back from inactivity before the end of the period. Beyond the inactivity limit: no figure.',
    },
  },
  examples: [
    {
      promise:
        'idleness and a cancellation both lose a customer, also one who had ordered before it, or returned after it',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-01-20', ordered: true },
          { customerId: 'bram', day: '2026-02-20', ordered: true },
          { customerId: 'bram', day: '2026-03-04', churned: true },
          { customerId: 'bram', day: '2026-03-20', ordered: true },
          { customerId: 'cees', day: '2026-02-21', ordered: true },
          { customerId: 'dora', day: '2026-02-22', ordered: true },
          { customerId: 'dora', day: '2026-03-04', ordered: true },
          { customerId: 'emma', day: '2026-02-22', ordered: true },
          { customerId: 'emma', day: '2026-03-04', ordered: true, churned: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      value: 0.6,
      n: 5,
    },
    {
      promise: 'who became another customer in the period was not lost',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-02-20', ordered: true, segment: 'silver' },
          { customerId: 'anja', day: '2026-03-20', ordered: true, segment: 'gold' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      value: 0,
      n: 1,
    },
    {
      promise: 'over more days than a customer may be idle there is no telling who was lost',
      rows: { customer_day: [{ customerId: 'anja', day: '2026-02-20', ordered: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 30 },
      value: null,
      n: 1,
    },
    {
      promise: 'without customers at the start there is no share',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
