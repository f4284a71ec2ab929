import { contact, customerDay, exposureDays, order, type Params, touching } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { perHundred } from '../finalize.ts'
import { daysPer, exposure, inactivityDays, inactivityOf, per } from '../params.ts'

const exposureOf = (parts: PartValues<'contacts' | 'orders' | 'baseDays'>, params: Params) =>
  params['exposure'] === 'CUSTOMERS' ? parts.baseDays / daysPer(params) : parts.orders

export default defineMetric({
  key: 'CONTACT_RATE',
  lens: 'SERVICE',
  version: 1,
  unit: 'ratio',
  direction: 'DOWN',
  parts: {
    contacts: contact.count('opened'),
    orders: order.count('placed'),
    baseDays: exposureDays(inactivityOf),
  },
  n: 'contacts',
  ratePer: 'exposure',
  dividedBy: { orders: customerDay.dimensions, baseDays: customerDay.dimensions },
  otherwise: {
    by: ['STAGE'],
    parts: { contacts: contact.count('opened'), customers: touching },
    dividedBy: { customers: [...customerDay.dimensions, 'STAGE'] },
    finalize: perHundred('contacts', (parts: PartValues<'contacts' | 'customers'>) => parts.customers),
  },
  finalize: perHundred('contacts', exposureOf),
  params: { exposure, per, inactivityDays },
  formula:
    '100 x contacts / orders, or / customer-weeks, -months or -years in the base; by STAGE / customers who touched the stage',
  countedOn: 'contact: openedAt; order: at; customers: each day a customer is in the base',
  source: 'Price & Jaffe, The Best Service is No Service: contacts per order',
  words: {
    nl: {
      name: 'Contactgraad',
      description: 'Hoeveel contacten er zijn op elke honderd bestellingen, of op elke honderd klanten.',
      includes:
        'Alle contacten, ook van onbekende klanten, gedeeld door de bestellingen van dezelfde periode; die van één oorzaak door waar haar graad per is; die van een fase altijd door de bekende klanten die er iets aanraakten.',
      excludes:
        'Per klant: klanten voorbij de inactiviteitsgrens. Per kanaal, oorzaak, team en al wat een bestelling niet heeft: gedeeld door alle bestellingen; het kanaal van een contact is niet dat van een bestelling.',
    },
    en: {
      name: 'Contact rate',
      description: 'How many contacts there are to each hundred orders, or to each hundred customers.',
      includes:
        'Every contact, also of unknown customers, over the orders of the same period; those of one trigger over what its rate is per; those of a stage always over the known customers who touched something of it.',
      excludes:
        'By customers: those idle beyond the inactivity limit. By channel, trigger, team and all that no order has: divided by all orders; the channel of a contact is not that of an order.',
    },
  },
  examples: [
    {
      promise: 'orders are what contacts are counted against, in any currency',
      rows: {
        contact: [{ openedDay: '2026-03-01' }, { openedDay: '2026-03-07' }, { openedDay: '2026-03-08' }],
        order: [
          { day: '2026-03-01', currency: 'EUR' },
          { day: '2026-03-02', currency: 'USD' },
          { day: '2026-03-03' },
          { day: '2026-03-03' },
          { day: '2026-03-08' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-03-08' },
      value: 50,
      n: 2,
    },
    {
      promise: 'by customers, a customer of half a week is half a customer-week',
      rows: {
        contact: [{ openedDay: '2026-03-02' }, { openedDay: '2026-03-02' }, { openedDay: '2026-03-13' }],
        customer_day: [
          { customerId: 'anja', day: '2026-02-01', ordered: true },
          { customerId: 'bram', day: '2026-03-08', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-03-15' },
      params: { exposure: 'CUSTOMERS', per: 'WEEK', inactivityDays: 180 },
      value: 100,
      n: 3,
    },
    {
      promise: 'by stage, over the known customers who touched it in the period, each once',
      rows: {
        contact: [
          { openedDay: '2026-03-02', stage: 'use' },
          { openedDay: '2026-03-03', stage: 'use' },
          { openedDay: '2026-03-03', stage: 'look' },
          { openedDay: '2026-02-28', stage: 'use' },
        ],
        interaction: [
          { customerId: 'anja', day: '2026-03-02', stage: 'use' },
          { customerId: 'anja', day: '2026-03-03', stage: 'use' },
          { customerId: 'bram', day: '2026-03-03', stage: 'use' },
          { customerId: 'cees', day: '2026-03-03', stage: 'use' },
          { customerId: 'daan', day: '2026-03-07', stage: 'use' },
          { customerId: 'emma', day: '2026-03-08', stage: 'use' },
          { customerId: 'fien', day: '2026-02-28', stage: 'use' },
          { customerId: 'gijs', day: '2026-03-03', stage: 'look' },
          { customerId: 'hans', day: '2026-03-03', stage: 'use', known: false },
        ],
      },
      period: { from: '2026-03-01', to: '2026-03-08' },
      asked: { STAGE: 'use' },
      value: 50,
      n: 2,
    },
    {
      promise: 'without orders there is no rate',
      rows: { contact: [{ openedDay: '2026-03-01' }] },
      period: { from: '2026-03-01', to: '2026-03-08' },
      value: null,
      n: 1,
    },
  ],
})
