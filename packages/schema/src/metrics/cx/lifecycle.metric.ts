import { customerDay, customersLeft, type Params } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, tally } from '../finalize.ts'
import { inactivityDays, inactivityOf } from '../params.ts'

const stages = { NEW: 'new', RETURNING: 'returning', RESURRECTED: 'resurrected', DORMANT: 'dormant' } as const
type Stage = keyof typeof stages

/** The stages that are asked; who went dormant did not order, and is told alone. */
function partsOf({ LIFECYCLE_STAGE: asked }: Params) {
  const all = Object.keys(stages)
  const named = typeof asked === 'string' ? all.filter(stage => asked.split(',').includes(stage)) : all
  const ordering = named.filter(stage => stage !== 'DORMANT')
  return (ordering.length > 0 ? ordering : named).map(stage => stages[stage as Stage])
}

const customersOf = (parts: PartValues<(typeof stages)[Stage]>, params: Params) => ({
  customers: partsOf(params).reduce((sum, name) => sum + parts[name], 0),
})

export default defineMetric({
  key: 'LIFECYCLE',
  lens: 'CX',
  version: 1,
  unit: 'count',
  direction: 'NONE',
  parts: {
    new: customerDay.first('order'),
    returning: customerDay.returned('order', inactivityOf),
    resurrected: customerDay.resurrected('order', inactivityOf),
    dormant: customersLeft(inactivityOf),
  },
  n: partsOf,
  alwaysBy: { dimension: 'LIFECYCLE_STAGE', parts: stages },
  finalize: derived(customersOf, tally('customers')),
  params: { inactivityDays },
  formula: 'customers by stage at their first order of the bucket; DORMANT: times that a customer left the base',
  countedOn: 'at, of the first order in the bucket; DORMANT: the day after the idle days, or churnedAt',
  source: 'Amplitude and PostHog: lifecycle',
  words: {
    nl: {
      name: 'Levensloop',
      description: 'Hoeveel klanten nieuw waren, terugkwamen, heroverd werden of in slaap vielen.',
      includes:
        'Elke bestellende klant één keer: nieuw bij de eerste bestelling ooit, terugkerend bij een vorige binnen de inactiviteitsgrens, anders heroverd.',
      excludes:
        'Slapende klanten bestelden niet: zij tellen niet mee in het totaal. Wie twee keer inslaapt telt twee keer.',
    },
    en: {
      name: 'Life cycle',
      description: 'How many customers were new, returned, were won back or fell asleep.',
      includes:
        'Every ordering customer once: new at the first order of all, returning when the one before lies within the inactivity limit, else resurrected.',
      excludes: 'Dormant customers did not order: they are not in the total. Who falls asleep twice counts twice.',
    },
  },
  examples: [
    {
      promise: 'each customer is told by its first order of the period, and who ordered nothing is in no total',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-03-02', ordered: true },
          { customerId: 'anja', day: '2026-03-20', ordered: true },
          { customerId: 'bram', day: '2026-02-10', ordered: true },
          { customerId: 'bram', day: '2026-03-11', ordered: true },
          { customerId: 'cees', day: '2025-03-01', ordered: true },
          { customerId: 'cees', day: '2026-03-12', ordered: true },
          { customerId: 'dora', day: '2026-01-30', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      value: 3,
      n: 3,
    },
    {
      promise: 'asked alone, who fell asleep is told',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-01-20', ordered: true },
          { customerId: 'bram', day: '2026-01-30', ordered: true },
          { customerId: 'cees', day: '2026-03-12', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      of: ['DORMANT'],
      value: 2,
      n: 2,
    },
    {
      promise: 'beside one who ordered, who fell asleep is in no total',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-01-20', ordered: true },
          { customerId: 'bram', day: '2026-02-10', ordered: true },
          { customerId: 'bram', day: '2026-03-11', ordered: true },
          { customerId: 'cees', day: '2026-03-12', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { inactivityDays: 50 },
      of: ['NEW', 'DORMANT'],
      value: 1,
      n: 1,
    },
    {
      promise: 'nobody who ordered is 0',
      rows: { customer_day: [{ customerId: 'anja', day: '2026-03-02', visited: true }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
