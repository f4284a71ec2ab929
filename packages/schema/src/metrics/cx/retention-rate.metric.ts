import { defineMetric } from '../define.ts'
import { derived, share } from '../finalize.ts'
import { inactivityDays, inactivityOf } from '../params.ts'
import { startSetOf, startSetParts } from './start-set.ts'

export default defineMetric({
  key: 'RETENTION_RATE',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: startSetParts,
  n: 'atStart',
  finalize: derived(startSetOf, share('retained', 'atStart')),
  params: { inactivityDays },
  spanDaysMax: inactivityOf,
  formula: '(customers at start - customers lost) / customers at start, over at most inactivityDays',
  countedOn: 'start: the day before the first; end: the last day, or today',
  source: 'Non-contractual base: a customer is in it while its last order lies at most inactivityDays back',
  words: {
    nl: {
      name: 'Klantbehoud',
      description: 'Welk deel van de klanten van het begin er aan het eind nog is.',
      includes: 'Klanten in de kring van actieve klanten op de dag vóór de periode.',
      excludes:
        'Wie in de periode klant werd of terugkwam; wie er in kwam en weer opzegde, gaat eraf. Langer dan de inactiviteitsgrens: geen cijfer.',
    },
    en: {
      name: 'Retention',
      description: 'The share of the customers at the start who are still there at the end.',
      includes: 'Customers in the active base on the day before the period.',
      excludes:
        'Who became a customer or came back in the period; who came in it and cancelled is taken off. Beyond the inactivity limit: no figure.',
    },
  },
  examples: [
    {
      promise: 'of two customers at the start the one who stays idle is lost; new and returning ones are not counted',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-01-20', ordered: true },
          { customerId: 'bram', day: '2026-02-10', ordered: true },
          { customerId: 'bram', day: '2026-03-10', ordered: true },
          { customerId: 'cees', day: '2026-03-11', acquired: true },
          { customerId: 'cees', day: '2026-03-12', ordered: true },
          { customerId: 'dora', day: '2025-12-01', ordered: true },
          { customerId: 'dora', day: '2026-03-13', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      value: 0.5,
      n: 2,
    },
    {
      promise: 'who leaves idle and comes back within the period was kept',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-01-20', ordered: true },
          { customerId: 'anja', day: '2026-03-21', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      value: 1,
      n: 1,
    },
    {
      promise: 'beyond the inactivity limit there is no telling',
      rows: { customer_day: [{ customerId: 'anja', day: '2026-02-20', ordered: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 30 },
      absence: 'SPAN_TOO_LONG',
      value: null,
      n: 1,
    },
    {
      promise: 'without customers at the start there is no share',
      rows: { customer_day: [{ customerId: 'anja', day: '2026-03-02', ordered: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
