import { describe, expect, it } from 'vitest'
import { completeSince, joined, pageBefore, pageSize } from './answer.ts'
import { answerAt, contactAt, customerWith, orderAt, visitAt } from './customer.fixture.ts'
import { storyEvents } from './events.ts'
import { lanesOf, stageLaneOf } from './lanes.ts'

const day = (date: string, time = '12:00:00') => `2026-${date}T${time}.000Z`

describe('the events of a customer', () => {
  it('are told in the order in which they happened, whatever kind of record tells them', () => {
    const customer = customerWith({
      visits: [visitAt(day('03-14'), 'Blog', 'ontdekken')],
      orders: [
        orderAt(day('03-17'), {
          deliveredAt: day('03-19'),
          refunds: [{ at: day('04-02'), amount: { amount: '10', currency: 'EUR' } }],
        }),
      ],
      contacts: [contactAt(day('03-16'))],
      answers: [answerAt(day('03-18'))],
    })
    expect(storyEvents(customer).map(({ kind }) => kind)).toEqual([
      'visit',
      'contact',
      'order',
      'answer',
      'delivery',
      'refund',
    ])
  })

  it('hold an order or a delivery once when a visit tells of the same moment', () => {
    const customer = customerWith({
      visits: [visitAt(day('03-17'), 'Afrekenen', 'kopen'), visitAt(day('03-19'), 'Bezorging', 'ontvangen')],
      orders: [orderAt(day('03-17'), { deliveredAt: day('03-19') })],
    })
    const events = storyEvents(customer)
    expect(events.map(({ kind, stage }) => [kind, stage])).toEqual([
      ['order', 'kopen'],
      ['delivery', 'ontvangen'],
    ])
    expect(events[1]).toMatchObject({ name: 'Bezorging' })
  })

  it('put an order in the stage of the visit it was placed at, and one without visit where the others stand', () => {
    const customer = customerWith({
      visits: [
        visitAt(day('03-17', '11:30:00'), 'Productpagina', 'overwegen'),
        visitAt(day('03-17', '12:00:30'), 'Betaling', 'kopen'),
      ],
      orders: [orderAt(day('03-17')), orderAt(day('06-11'))],
    })
    const orders = storyEvents(customer).filter(({ kind }) => kind === 'order')
    expect(orders.map(({ stage }) => stage)).toEqual(['kopen', 'kopen'])
  })

  it('leave the stage open where nobody knows it', () => {
    const customer = customerWith({
      visits: [visitAt(day('03-14'), 'Blog', 'ontdekken')],
      orders: [orderAt(day('03-17'))],
    })
    expect(storyEvents(customer).at(-1)?.stage).toBeNull()
  })

  it('name every channel that a contact went through', () => {
    const customer = customerWith({
      contacts: [contactAt(day('03-17'), { channels: ['chat', 'video'] }), contactAt(day('03-18'))],
    })
    expect(storyEvents(customer).map(event => event.kind === 'contact' && event.channels)).toEqual([
      ['chat', 'video'],
      ['chat'],
    ])
  })
})

describe('a history longer than a page', () => {
  const visits = [visitAt(day('05-01'), 'Blog', null), visitAt(day('05-03'), 'Blog', null)]
  const later = customerWith({ visits, orders: [orderAt(day('04-01')), orderAt(day('05-02'))] })
  later.interactions.pageInfo = { hasNextPage: true, endCursor: 'there' }

  it('is told only as far back as nothing is missing', () => {
    expect(completeSince(later)).toBe(day('05-01'))
    expect(storyEvents(later).map(({ atMs }) => new Date(atMs).toISOString())).toEqual([
      day('05-01'),
      day('05-02'),
      day('05-03'),
    ])
  })

  it('asks for more of what is missing alone, and joins it to what is here', () => {
    expect(pageBefore(later)).toMatchObject({
      visits: pageSize,
      visitsAfter: 'there',
      contacts: 0,
      orders: 0,
      answers: 0,
    })
    const earlier = customerWith({ visits: [visitAt(day('03-01'), 'Blog', null)] })
    const whole = joined({ node: later }, { node: earlier })
    if (whole.node?.__typename !== 'Customer') throw new Error('The joined answer is no customer')
    expect(completeSince(whole.node)).toBeNull()
    expect(storyEvents(whole.node)).toHaveLength(5)
    expect(whole.node.orders).toEqual(later.orders)
  })
})

describe('the rows of a story', () => {
  it('are the stages of the map, reached or not, and the channels in the order of their first use', () => {
    const customer = customerWith({
      visits: [visitAt(day('03-14'), 'Productpagina', 'overwegen')],
      contacts: [
        contactAt(day('03-16'), { channel: 'phone' }),
        contactAt(day('03-17'), { channels: ['chat', 'phone'] }),
      ],
    })
    const { stages, channels } = lanesOf(customer, storyEvents(customer))
    expect(stages.map(lane => 'word' in lane && lane.word)).toEqual(['Ontdekken', 'Overwegen', 'Kopen', 'Ontvangen'])
    expect(channels.map(lane => 'word' in lane && lane.word)).toEqual(['phone', 'chat'])
  })

  it('take in what no stage is known of, so that every event has a row', () => {
    const customer = customerWith({
      visits: [visitAt(day('03-14'), 'Beurs', null), visitAt(day('03-15'), 'Gebruik', 'gebruiken')],
      orders: [orderAt(day('03-17'), { deliveredAt: day('03-19') })],
    })
    const events = storyEvents(customer)
    const keys = lanesOf(customer, events).stages.map(({ key }) => key)
    for (const event of events) expect(keys).toContain(stageLaneOf(event))
  })
})
