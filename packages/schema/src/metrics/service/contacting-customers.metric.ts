import { customerDay } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'

export default defineMetric({
  key: 'CONTACTING_CUSTOMERS',
  lens: 'SERVICE',
  version: 1,
  unit: 'count',
  direction: 'DOWN',
  parts: { customers: customerDay.distinct('contact') },
  n: 'customers',
  finalize: tally('customers'),
  formula: 'distinct customers with a contact',
  countedOn: 'openedAt',
  source: 'Own definition: distinct known customers of the contacts opened',
  words: {
    nl: {
      name: 'Klanten met contact',
      description: 'Hoeveel verschillende klanten contact met de klantenservice hadden.',
      includes: 'Elke bekende klant met een contact, één keer, hoe vaak ook.',
      excludes: 'Contacten zonder bekende klant.',
    },
    en: {
      name: 'Contacting customers',
      description: 'How many different customers had a contact with customer service.',
      includes: 'Every known customer with a contact, once, however often.',
      excludes: 'Contacts without a known customer.',
    },
  },
  examples: [
    {
      promise: 'two contact days of one customer are one customer, and orders are no contacts',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-03-02', contacted: true },
          { customerId: 'anja', day: '2026-03-30', contacted: true },
          { customerId: 'bram', day: '2025-09-11', contacted: true },
          { customerId: 'bram', day: '2026-03-30', contacted: true },
          { customerId: 'cees', day: '2026-03-30', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2,
      n: 2,
    },
    {
      promise: 'nobody is 0, since there is nothing to divide',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
