import '../i18n/pages/drawers.ts'
import '../i18n/pages/story.ts'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '../i18n/words.ts'
import { answerAt, contactAt, customerWith, orderAt, visitAt } from './customer.fixture.ts'
import { storyEvents } from './events.ts'
import { stageNamesOf } from './lanes.ts'
import { headlineOf, shortNameOf, silenceName } from './sentence.ts'
import { sumOf, sumsOf } from './sums.ts'
import { orderAfter, talkBeforeOrder, talkOf, ticksOf } from './talk.ts'
import { tell } from './telling.ts'

const dutch = wordsFor('nl').t
const english = wordsFor('en').t
const at = (date: string, time = '12:00:00') => `2026-${date}T${time}.000Z`

describe('the sentence above a story', () => {
  const contacts = [contactAt(at('03-16')), contactAt(at('04-01')), contactAt(at('04-02'))]
  const answers = [
    answerAt(at('03-17'), { contact: { id: contacts[0]?.id ?? '' }, favourable: true }),
    answerAt(at('04-03'), { contact: { id: contacts[2]?.id ?? '' }, unfavourable: true }),
    answerAt(at('04-04'), { favourable: true }),
  ]
  const orders = [orderAt(at('03-18')), orderAt(at('06-11'))]

  it('says what was bought, how often help was needed, and how that was judged', () => {
    const customer = customerWith({ contacts, answers, orders })
    expect(headlineOf(customer, dutch, 'nl')).toBe(
      'Twee bestellingen, drie contacten: één goed beoordeeld, één slecht.',
    )
    expect(headlineOf(customer, english, 'en')).toBe('Two orders, three contacts: one rated well, one badly.')
  })

  it('says nothing about judgements while some of them may be missing', () => {
    const customer = customerWith({ contacts, answers, orders })
    customer.feedback.pageInfo = { hasNextPage: true, endCursor: 'x' }
    expect(headlineOf(customer, english, 'en')).toBe('Two orders, three contacts.')
  })

  it('has words for every kind of short story', () => {
    expect(headlineOf(customerWith({ orders }), english, 'en')).toBe('Two orders without help.')
    expect(headlineOf(customerWith({ contacts }), english, 'en')).toBe('Three contacts.')
    expect(headlineOf(customerWith({ visits: [visitAt(at('03-14'), 'Blog', null)] }), dutch, 'nl')).toBe(
      'Eén interactie, nog geen bestelling.',
    )
    expect(headlineOf(customerWith({}), dutch, 'nl')).toBe('Nog niets bekend over deze klant.')
  })

  it('names a silence as people do', () => {
    expect([12, 15, 83, 400, 900].map(days => silenceName(days, dutch))).toEqual([
      '12 dagen',
      '2 weken',
      '12 weken',
      '13 maanden',
      '2 jaar',
    ])
  })

  it('calls the customer by first name, by company, or not at all', () => {
    expect(shortNameOf({ name: 'Anja de Vries', company: null })).toBe('Anja')
    expect(shortNameOf({ name: null, company: 'Loopgroep Utrecht' })).toBe('Loopgroep Utrecht')
    expect(shortNameOf({ name: null, company: null })).toBeNull()
  })
})

describe('an event in words', () => {
  const customer = customerWith({
    visits: [visitAt(at('03-14'), 'Blog', 'ontdekken')],
    contacts: [
      contactAt(at('03-16'), {
        channels: ['chat', 'video'],
        agent: 'Alfredo',
        topic: 'Maatadvies',
        outcome: 'RESOLVED',
        handleSeconds: 1138,
      }),
    ],
    answers: [
      answerAt(at('03-17'), { answers: 'CES', score: 3, scaleMin: 1, scaleMax: 7, comment: 'Twee keer gebeld.' }),
    ],
    orders: [orderAt(at('03-18'), { deliveredAt: at('03-20'), late: true })],
  })
  const told = storyEvents(customer).map(event =>
    tell(event, { t: dutch, language: 'nl', stages: stageNamesOf(customer) }),
  )

  it('says what it was, where it stood and what came of it', () => {
    expect(told).toEqual([
      { what: 'Blog', text: '', where: 'Ontdekken', outcome: '' },
      { what: 'Chat met Alfredo, daarna video', text: '', where: 'Maatadvies', outcome: 'opgelost, 18:58\u00a0min' },
      { what: 'Gemak', text: 'Twee keer gebeld.', where: '', outcome: '3 van 7' },
      { what: 'Bestelling 10448213', text: '', where: '', outcome: '€\u00a0149,95' },
      { what: 'Bezorgd', text: 'Bestelling 10448213', where: '', outcome: 'te laat' },
    ])
  })
})

describe('the sums beside a story', () => {
  const euro = (amount: string) => ({ amount, currency: 'EUR' })

  it('are exact to the hundredth of a cent, in every currency by itself', () => {
    expect(
      sumOf([euro('0.1'), euro('0.2'), euro('1000000.0001'), { amount: '5', currency: 'USD' }], [euro('0.3')]),
    ).toEqual([
      { currency: 'EUR', amount: '1000000.0001' },
      { currency: 'USD', amount: '5.0000' },
    ])
    expect(sumOf([euro('1')], [euro('1.5')])).toEqual([{ currency: 'EUR', amount: '-0.5000' }])
  })

  it('count revenue net of refunds, and cost against it', () => {
    const customer = customerWith({
      orders: [orderAt(at('03-18'), { refunds: [{ at: at('03-20'), amount: euro('49.95') }] })],
      contacts: [contactAt(at('03-16'), { cost: euro('7.00'), handleSeconds: 60 }), contactAt(at('03-17'))],
    })
    expect(sumsOf(customer)).toEqual({
      revenue: [euro('100.0000')],
      cost: [euro('7.0000')],
      withoutCost: 1,
      handleSeconds: 60,
      costPerRevenue: 0.07,
    })
  })

  it('are not told while records are missing', () => {
    const customer = customerWith({
      orders: [orderAt(at('03-18'))],
      contacts: [contactAt(at('03-16'), { cost: euro('7') })],
    })
    customer.orders.pageInfo = { hasNextPage: true, endCursor: 'x' }
    expect(sumsOf(customer)).toMatchObject({ revenue: null, costPerRevenue: null })
  })
})

describe('a conversation', () => {
  const chat = contactAt(at('03-17', '20:14:06'), {
    channels: ['chat', 'video'],
    answeredAt: at('03-17', '20:14:48'),
    resolvedAt: at('03-17', '20:32:23'),
    closedAt: at('03-17', '20:33:46'),
    talkSeconds: 1055,
    events: {
      nodes: [{ at: at('03-17', '20:20:58'), type: 'CHANNEL_SWITCHED', channel: 'video' }],
    },
  })
  const events = storyEvents(customerWith({ contacts: [chat], orders: [orderAt(at('03-17', '20:47:00'))] }))

  it('is waiting, then each channel in turn, then wrapping up', () => {
    const [contact] = events
    if (contact?.kind !== 'contact') throw new Error('The story begins otherwise')
    expect(
      talkOf(contact)?.parts.map(({ kind, channel, fromMs, toMs }) => [kind, channel, (toMs - fromMs) / 1000]),
    ).toEqual([
      ['waiting', 'chat', 42],
      ['talk', 'chat', 370],
      ['talk', 'video', 685],
      ['wrap', 'video', 83],
    ])
  })

  it('is shown beside the order it led to within the hour', () => {
    const talk = talkBeforeOrder(events)
    expect(talk?.key).toBe(chat.id)
    expect(talk && orderAfter(talk, events)?.key).toBe(`order ${at('03-17', '20:47:00')}`)
    const late = storyEvents(customerWith({ contacts: [chat], orders: [orderAt(at('03-17', '22:00:00'))] }))
    expect(talkBeforeOrder(late)).toBeNull()
  })

  it('is not drawn when nobody knows when it was answered', () => {
    const [contact] = storyEvents(customerWith({ contacts: [contactAt(at('03-16'))] }))
    expect(contact?.kind === 'contact' && talkOf(contact)).toBeNull()
  })

  it('has round moments on its axis, and not too many', () => {
    const minutes = (from: number, to: number) => ticksOf(from * 60_000, to * 60_000, 8).map(ms => ms / 60_000)
    expect(minutes(14, 47)).toEqual([15, 20, 25, 30, 35, 40, 45])
    expect(minutes(0, 7 * 60)).toEqual([0, 60, 120, 180, 240, 300, 360, 420])
  })
})
