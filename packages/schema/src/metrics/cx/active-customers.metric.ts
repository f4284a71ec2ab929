import { customerDay, touching } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'

export default defineMetric({
  key: 'ACTIVE_CUSTOMERS',
  lens: 'CX',
  version: 1,
  unit: 'count',
  direction: 'UP',
  parts: { customers: customerDay.distinct('activity') },
  n: 'customers',
  otherwise: { by: ['JOURNEY_MAP', 'STAGE', 'TOUCHPOINT'], parts: { customers: touching } },
  finalize: tally('customers'),
  formula: 'distinct customers with an order or interaction; by stage, touchpoint or map: with an interaction there',
  countedOn: 'at',
  source: 'Amplitude and PostHog: active users',
  words: {
    nl: {
      name: 'Actieve klanten',
      description: 'Hoeveel verschillende klanten iets bestelden of ons opzochten.',
      includes:
        'Elke bekende klant met een bestelling of bezoek, één keer, hoe vaak ook. Per fase, contactpunt of reis: wie daar iets aanraakte.',
      excludes: 'Klanten die alleen contact met de klantenservice hadden, en onbekende bezoekers.',
    },
    en: {
      name: 'Active customers',
      description: 'How many different customers ordered or visited.',
      includes:
        'Every known customer with an order or visit, once, however often. By stage, touchpoint or journey map: who touched something there.',
      excludes: 'Customers who only contacted customer service, and unknown visitors.',
    },
  },
  examples: [
    {
      promise: 'by stage, who touched it is one customer of it, and an order is no touch',
      rows: {
        customer_day: [{ customerId: 'dirk', day: '2026-03-02', ordered: true }],
        interaction: [
          { customerId: 'anja', day: '2026-03-02', stage: 'use' },
          { customerId: 'anja', day: '2026-03-05', stage: 'use' },
          { customerId: 'anja', day: '2026-03-05', stage: 'look' },
          { customerId: 'bram', day: '2026-03-05', stage: 'use' },
          { customerId: 'cees', day: '2026-03-05', stage: 'look' },
          { customerId: 'daan', day: '2026-04-01', stage: 'use' },
          { customerId: 'emma', day: '2026-03-05', stage: 'use', known: false },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      asked: { STAGE: 'use' },
      value: 2,
      n: 2,
    },
    {
      promise: 'a customer of two days in the window counts once, also when active before it',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-02-20', visited: true },
          { customerId: 'anja', day: '2026-03-02', visited: true },
          { customerId: 'anja', day: '2026-03-05', ordered: true },
          { customerId: 'bram', day: '2026-03-05', ordered: true },
          { customerId: 'cees', day: '2026-03-06', contacted: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 2,
    },
    {
      promise: 'who was active on the day before the window and on its first counts in it',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-02-28', visited: true },
          { customerId: 'anja', day: '2026-03-01', visited: true },
          { customerId: 'anja', day: '2026-03-02', visited: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 1,
      n: 1,
    },
    {
      promise: 'who changed in between is one customer all the same, also when on one day',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-03-02', visited: true, segment: 'silver' },
          { customerId: 'anja', day: '2026-03-02', ordered: true, segment: 'gold' },
          { customerId: 'anja', day: '2026-03-05', visited: true, segment: 'silver' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 1,
      n: 1,
    },
  ],
})
