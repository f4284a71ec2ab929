import type { Calendar } from './calendar.ts'
import { sources } from './company.ts'
import type { Sent } from './records.ts'

const about = { customer: { source: sources.crm, id: 'C-48213' }, brand: 'Loopwijs' }
const advice = { source: sources.contactCentre, id: 'anja-1' }
const secondInvoiceCall = { source: sources.contactCentre, id: 'anja-3' }
const firstOrder = { source: sources.shop, id: '10448213' }

/** A day of her story, counted back from the last Friday, and a time on it. */
type At = (daysBefore: number, time: string) => string

/**
 * Anja de Vries: one good conversation, one unclear invoice, four orders. Days are counted back from the last Friday,
 * so that a Tuesday evening stays one.
 */
export function anja(calendar: Calendar) {
  const today = calendar.days - 1
  const friday = today - ((calendar.weekday(today) + 2) % 7)
  const at: At = (daysBefore, time) => {
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
    return new Date(
      calendar.startMs(friday - daysBefore) + (hours * 3600 + minutes * 60 + seconds) * 1000,
    ).toISOString()
  }
  return { customer: record(at), contacts: contacts(at), answers: answers(at), orders: orders(at) }
}

function record(at: At): Sent<'customers'> {
  return {
    id: about.customer.id,
    brand: about.brand,
    kind: 'person',
    name: 'Anja de Vries',
    email: 'anja.devries@example.nl',
    phone: '+31600048213',
    language: 'nl',
    country: 'NL',
    segment: 'Beginnende loper',
    acquiredAt: at(248, '20:47'),
    attributes: { city: 'Utrecht' },
  }
}

function contacts(at: At): Sent<'contacts'>[] {
  return [
    {
      ...about,
      id: advice.id,
      channel: 'chat',
      openedAt: at(248, '20:14:06'),
      initiatedBy: 'customer',
      topic: 'Maatadvies',
      trigger: 'size-advice',
      subject: 'Chat met Alfredo, verder via video',
      text: 'Twijfelt tussen maat 39 en 40. Alfredo stelt na zes minuten voor om via video mee te kijken; samen meten ze haar voet.',
      team: 'Advies',
      agent: 'Alfredo',
      agentReplies: 7,
      queueSeconds: 42,
      talkSeconds: 1055,
      wrapSeconds: 83,
      answeredAt: at(248, '20:14:48'),
      firstResponseAt: at(248, '20:14:48'),
      resolvedAt: at(248, '20:32:23'),
      closedAt: at(248, '20:33:46'),
      outcome: 'resolved',
      transfers: 0,
    },
    {
      ...about,
      id: 'anja-2',
      channel: 'email',
      openedAt: at(233, '09:20'),
      initiatedBy: 'customer',
      topic: 'Factuur',
      trigger: 'unclear-invoice',
      subject: 'Twee bedragen op mijn factuur?',
      text: 'Er staan twee totalen op de nieuwe factuur en ik weet niet welke ik moet betalen. Kunnen jullie dat uitleggen?',
      team: 'West',
      agent: 'Dennis',
      agentReplies: 1,
      order: firstOrder,
      talkSeconds: 226,
      wrapSeconds: 24,
      firstResponseAt: at(233, '16:20'),
      resolvedAt: at(233, '16:20'),
      closedAt: at(233, '16:20:24'),
      outcome: 'resolved',
      transfers: 0,
      reopens: 0,
    },
    {
      ...about,
      id: secondInvoiceCall.id,
      channel: 'phone',
      openedAt: at(232, '11:05'),
      initiatedBy: 'customer',
      topic: 'Factuur',
      trigger: 'unclear-invoice',
      team: 'West',
      agent: 'Soraya',
      order: firstOrder,
      queueSeconds: 96,
      talkSeconds: 418,
      holdSeconds: 58,
      wrapSeconds: 76,
      answeredAt: at(232, '11:06:36'),
      resolvedAt: at(232, '11:14:32'),
      closedAt: at(232, '11:15:48'),
      outcome: 'resolved',
      transfers: 0,
    },
  ]
}

function answers(at: At): Sent<'feedback'>[] {
  return [
    {
      ...about,
      id: 'anja-1',
      kind: 'transactional_nps',
      score: 10,
      at: at(248, '21:05'),
      contact: advice,
      resolved: true,
      wanted: true,
      comment: 'Alfredo keek mee via video. Na tien minuten wist ik mijn maat.',
      language: 'nl',
    },
    { ...about, id: 'anja-2', kind: 'ces', score: 7, at: at(245, '18:40') },
    {
      ...about,
      id: 'anja-3',
      kind: 'ces',
      score: 3,
      at: at(232, '11:52'),
      contact: secondInvoiceCall,
      resolved: true,
      wanted: false,
      comment: 'Twee keer bellen over één factuur.',
      language: 'nl',
    },
    { ...about, id: 'anja-4', kind: 'relational_nps', score: 7, at: at(206, '20:12') },
    {
      ...about,
      id: 'anja-5',
      kind: 'review',
      score: 5,
      at: at(61, '19:26'),
      comment: 'Derde paar, zelfde maat, weer raak. Lopen heerlijk.',
      language: 'nl',
    },
    { ...about, id: 'anja-6', kind: 'relational_nps', score: 9, at: at(45, '21:31') },
  ]
}

function orders(at: At): Sent<'orders'>[] {
  const delivered = { ...about, currency: 'EUR', status: 'delivered' }
  return [
    {
      ...delivered,
      id: firstOrder.id,
      at: at(248, '20:47'),
      amount: 149.95,
      margin: 55.4,
      channel: 'web',
      promisedAt: at(246, '22:00'),
      deliveredAt: at(246, '15:20'),
    },
    {
      ...delivered,
      id: '10471960',
      at: at(162, '21:16'),
      amount: 64.9,
      margin: 26.3,
      channel: 'app',
      promisedAt: at(160, '22:00'),
      deliveredAt: at(160, '14:05'),
    },
    {
      ...delivered,
      id: '10502774',
      at: at(79, '20:32'),
      amount: 159.95,
      margin: 62.8,
      channel: 'web',
      promisedAt: at(77, '22:00'),
      deliveredAt: at(77, '16:48'),
    },
    {
      ...delivered,
      id: '10538119',
      at: at(10, '19:58'),
      amount: 89.9,
      margin: 33.7,
      channel: 'app',
      promisedAt: at(8, '22:00'),
      deliveredAt: at(8, '13:31'),
    },
  ]
}
