import type { Calendar } from './calendar.ts'
import { sources } from './company.ts'
import { purchaseMap } from './journey-maps.ts'
import type { Sent } from './records.ts'
import { type Touchpoint, touchpointReference } from './touchpoints.ts'
import { triggerReference } from './triggers.ts'

const about = { customer: { source: sources.crm, id: 'C-48213' }, brand: 'Loopwijs' }
/** As the web knows her until she types her address into the cart, and as the shop does. */
const asVisitor = { ...about, customer: { source: sources.web, id: 'v-8f3c21' } }
const asShopper = { ...about, customer: { source: sources.shop, id: '10021' } }
const advice = { source: sources.contactCentre, id: 'anja-1' }
const invoiceMail = { source: sources.contactCentre, id: 'anja-2' }
const secondInvoiceCall = { source: sources.contactCentre, id: 'anja-3' }
const firstOrder = { source: sources.shop, id: '10448213' }
const firstJourney = { source: sources.web, id: firstOrder.id }
const alfredo = { team: 'Advies', agent: 'Alfredo' }

/** A day of her story, counted back from the last Friday, and a time on it. */
type At = (daysBefore: number, time: string) => string

/**
 * Anja de Vries: one good conversation, one unclear invoice, four orders. She searches, reads, looks and leaves; an
 * advertisement brings her back to a cart and to a chat with Alfredo, which becomes video and an order. Days are counted back from the last Friday,
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
  return {
    customers: [record(at)],
    shoppers: [{ id: asShopper.customer.id, brand: about.brand, sameAs: [about.customer] }],
    visitors: [{ id: asVisitor.customer.id, brand: about.brand, anonymous: true, sameAs: [about.customer] }],
    orders: orders(at),
    journeys: journeys(at),
    interactions: interactions(at),
    contacts: contacts(at),
    events: events(at),
    surveys: surveys(at),
    answers: answers(at),
    exposures: [{ ...about, id: 'anja-1', trigger: triggerReference('unclear-invoice'), at: at(246, '15:20') }],
  }
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

function journeys(at: At): Sent<'journeys'>[] {
  const completed = { ...about, map: purchaseMap, outcome: 'completed' } as const
  return [
    { ...completed, id: firstJourney.id, startedAt: at(251, '19:42'), endedAt: at(233, '09:02') },
    { ...completed, id: '10471960', startedAt: at(162, '21:02'), endedAt: at(160, '14:05') },
    { ...completed, id: '10502774', startedAt: at(79, '20:32'), endedAt: at(77, '16:48') },
    { ...completed, id: '10538119', startedAt: at(10, '19:58'), endedAt: at(8, '13:31') },
  ]
}

function interactions(at: At): Sent<'interactions'>[] {
  const steps: [Touchpoint, string, string][] = [
    ['search', at(251, '19:42'), firstJourney.id],
    ['blog', at(251, '19:55'), firstJourney.id],
    ['product-page', at(250, '21:10'), firstJourney.id],
    ['ad', at(249, '12:34'), firstJourney.id],
    ['product-page', at(248, '19:48'), firstJourney.id],
    ['cart', at(248, '20:03'), firstJourney.id],
    ['payment', at(248, '20:47:30'), firstJourney.id],
    ['delivery', at(246, '15:20'), firstJourney.id],
    ['first-run', at(245, '17:55'), firstJourney.id],
    ['invoice', at(233, '09:02'), firstJourney.id],
    ['product-page', at(162, '21:02'), '10471960'],
    ['delivery', at(160, '14:05'), '10471960'],
    ['delivery', at(77, '16:48'), '10502774'],
    ['delivery', at(8, '13:31'), '10538119'],
  ]
  const known = steps.findIndex(([touchpoint]) => touchpoint === 'cart')
  return steps.map(([touchpoint, moment, journey], index) => ({
    ...(index < known ? asVisitor : about),
    id: `anja-${index + 1}`,
    touchpoint,
    at: moment,
    journey,
  }))
}

/** The chat of which she says that Alfredo looked along: after six minutes it is video. */
function events(at: At): Sent<'contact-events'>[] {
  const replies = ['20:14:48', '20:15:40', '20:16:35', '20:17:50', '20:19:05', '20:20:10', '20:20:45']
  const steps: Omit<Sent<'contact-events'>, 'id' | 'contact'>[] = [
    { type: 'opened', at: at(248, '20:14:06') },
    { type: 'queued', at: at(248, '20:14:06') },
    { type: 'answered', at: at(248, '20:14:48'), ...alfredo },
    ...replies.map(time => ({ type: 'agent_replied' as const, at: at(248, time), ...alfredo })),
    { type: 'channel_switched', at: at(248, '20:20:58'), channel: 'video', ...alfredo },
    { type: 'resolved', at: at(248, '20:32:23'), ...alfredo },
    { type: 'closed', at: at(248, '20:33:46'), ...alfredo },
  ]
  return steps.map((step, index) => ({ ...about, id: `anja-1-${index + 1}`, contact: advice.id, ...step }))
}

/** Two of seven bring no answer: one was kept back so soon after another, one she let pass. */
function surveys(at: At): Sent<'surveys'>[] {
  return [
    { ...about, id: 'anja-1', kind: 'transactional_nps', sentAt: at(248, '20:40'), contact: advice },
    { ...about, id: 'anja-2', kind: 'ces', sentAt: at(245, '10:00'), touchpoint: touchpointReference('delivery') },
    { ...about, id: 'anja-4', kind: 'ces', sentAt: at(233, '16:26'), contact: invoiceMail, skipped: true },
    { ...about, id: 'anja-3', kind: 'ces', sentAt: at(232, '11:22'), contact: secondInvoiceCall },
    { ...about, id: 'anja-5', kind: 'relational_nps', sentAt: at(206, '07:00') },
    { ...about, id: 'anja-6', kind: 'csat', sentAt: at(160, '16:05'), touchpoint: touchpointReference('delivery') },
    { ...about, id: 'anja-7', kind: 'relational_nps', sentAt: at(45, '07:00') },
  ]
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
      journey: firstJourney,
      touchpoint: touchpointReference('advice'),
      subject: 'Chat met Alfredo, verder via video',
      text: 'Twijfelt tussen maat 39 en 40. Alfredo stelt na zes minuten voor om via video mee te kijken; samen meten ze haar voet.',
      ...alfredo,
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
      id: invoiceMail.id,
      channel: 'email',
      openedAt: at(233, '09:20'),
      initiatedBy: 'customer',
      topic: 'Factuur',
      trigger: 'unclear-invoice',
      journey: firstJourney,
      touchpoint: touchpointReference('email'),
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
      journey: firstJourney,
      touchpoint: touchpointReference('phone'),
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
      survey: 'anja-1',
      score: 10,
      at: at(248, '21:05'),
      contact: advice,
      resolved: true,
      wanted: true,
      comment: 'Alfredo keek mee via video. Na tien minuten wist ik mijn maat.',
      language: 'nl',
    },
    {
      ...about,
      id: 'anja-2',
      kind: 'ces',
      survey: 'anja-2',
      score: 7,
      at: at(245, '18:40'),
      journey: firstJourney,
      touchpoint: touchpointReference('delivery'),
    },
    {
      ...about,
      id: 'anja-3',
      kind: 'ces',
      survey: 'anja-3',
      score: 3,
      at: at(232, '11:52'),
      contact: secondInvoiceCall,
      resolved: true,
      wanted: false,
      comment: 'Twee keer bellen over één factuur.',
      language: 'nl',
    },
    { ...about, id: 'anja-4', kind: 'relational_nps', survey: 'anja-5', score: 7, at: at(206, '20:12') },
    {
      ...about,
      id: 'anja-5',
      kind: 'review',
      touchpoint: touchpointReference('review-page'),
      score: 5,
      at: at(61, '19:26'),
      comment: 'Derde paar, zelfde maat, weer raak. Lopen heerlijk.',
      language: 'nl',
    },
    { ...about, id: 'anja-6', kind: 'relational_nps', survey: 'anja-7', score: 9, at: at(45, '21:31') },
  ]
}

function orders(at: At): Sent<'orders'>[] {
  const delivered = { ...asShopper, currency: 'EUR', status: 'delivered' }
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
