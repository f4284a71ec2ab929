import {
  type AnswerRecord,
  type ContactRecord,
  type Customer,
  completeSince,
  type Money,
  type OrderRecord,
  type VisitRecord,
} from './answer.ts'

type Happening = {
  /** Its own among the events of a customer. */
  key: string
  /** The record that tells of it; an order tells of its delivery and refunds too. */
  recordId: string
  /** Milliseconds since 1970. */
  atMs: number
  /** The system that told it. */
  source: string
  /** As the record or its touchpoint says. Null: not known, or no stage has to do with it. */
  stage: string | null
}

export type Visit = Happening & {
  kind: 'visit'
  /** The touchpoint. Null: not known. */
  name: string | null
  channel: string | null
  department: string | null
  /** Met without noticing, such as a van in the street. */
  unnoticed: boolean
}
export type Purchase = Happening & { kind: 'order'; order: OrderRecord }
export type Delivery = Happening & { kind: 'delivery'; order: OrderRecord; name: string | null }
export type Refund = Happening & { kind: 'refund'; order: OrderRecord; amount: Money }
export type Contact = Happening & {
  kind: 'contact'
  contact: ContactRecord
  /** Every channel it went through, in order: never empty. */
  channels: string[]
}
export type Answer = Happening & { kind: 'answer'; answer: AnswerRecord }

/** One thing that happened between a customer and the company. */
export type StoryEvent = Visit | Purchase | Delivery | Refund | Contact | Answer

export type Side = 'cx' | 'sv'

/** A contact is what help cost; all else is what the customer lived through. */
export const sideOf = (event: StoryEvent): Side => (event.kind === 'contact' ? 'sv' : 'cx')

/** Ordering and paying lie this close together. */
const sameActMs = 5 * 60 * 1000

/**
 * All that happened, oldest first, back to the moment from which nothing is missing. Orders and deliveries have no stage
 * of their own: they take that of the visit they happened at, else that of the customer's others, and
 * refunds that of the orders. A visit at the very
 * moment of an order or a delivery is that order or delivery.
 */
export function storyEvents(customer: Customer): StoryEvent[] {
  const since = completeSince(customer)
  const sinceMs = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since)
  const purchases = customer.orders.nodes.flatMap(ofOrder)
  const moments = new Set(purchases.filter(({ kind }) => kind !== 'refund').map(({ atMs }) => atMs))
  const visits = customer.interactions.nodes.map(ofVisit)
  const told = inOrder([
    ...visits.filter(({ atMs }) => !moments.has(atMs)),
    ...purchases,
    ...customer.contacts.nodes.map(ofContact),
    ...customer.feedback.nodes.map(ofAnswer),
  ])
  return staged(told, visits).filter(({ atMs }) => atMs >= sinceMs)
}

/** What comes at one moment: first the visit, last what was said about it. */
const rank: Record<StoryEvent['kind'], number> = { visit: 0, contact: 1, order: 2, delivery: 3, refund: 4, answer: 5 }

const inOrder = (events: StoryEvent[]): StoryEvent[] =>
  events.toSorted((a, b) => a.atMs - b.atMs || rank[a.kind] - rank[b.kind] || (a.key < b.key ? -1 : 1))

function staged(events: StoryEvent[], visits: Visit[]): StoryEvent[] {
  const byMoment = visits.filter(({ stage }) => stage !== null).toSorted((a, b) => a.atMs - b.atMs)
  const known = events.map(event => {
    if (event.kind !== 'order' && event.kind !== 'delivery') return event
    const visit = nearestTo(event.atMs, byMoment)
    const stage = visit?.stage ?? null
    return event.kind === 'order'
      ? { ...event, stage }
      : { ...event, stage, name: visit?.atMs === event.atMs ? visit.name : null }
  })
  const usual = (kind: 'order' | 'delivery') =>
    known.find(event => event.kind === kind && event.stage !== null)?.stage ?? null
  const usually = { order: usual('order'), delivery: usual('delivery'), refund: usual('order') }
  return known.map(event =>
    event.kind === 'order' || event.kind === 'delivery' || event.kind === 'refund'
      ? { ...event, stage: event.stage ?? usually[event.kind] }
      : event,
  )
}

/** The visit that an order or a delivery happened at. `visits` are in the order of time. */
function nearestTo(atMs: number, visits: Visit[]): Visit | undefined {
  const away = (visit: Visit) => Math.abs(visit.atMs - atMs)
  const next = firstFrom(atMs, visits)
  return [visits[next - 1], visits[next]]
    .filter(visit => visit !== undefined)
    .filter(visit => away(visit) <= sameActMs)
    .toSorted((a, b) => away(a) - away(b))[0]
}

/** How many visits lie before a moment. */
function firstFrom(atMs: number, visits: Visit[]): number {
  let [low, high] = [0, visits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((visits[middle]?.atMs ?? 0) < atMs) low = middle + 1
    else high = middle
  }
  return low
}

function ofVisit({ id, source, at, stage, touchpoint }: VisitRecord): Visit {
  return {
    kind: 'visit',
    key: id,
    recordId: id,
    atMs: Date.parse(at),
    source,
    stage,
    name: touchpoint?.name ?? null,
    channel: touchpoint?.channel ?? null,
    department: touchpoint?.department ?? null,
    unnoticed: touchpoint?.awareness === 'UNCONSCIOUS',
  }
}

function ofOrder(order: OrderRecord): (Purchase | Delivery | Refund)[] {
  const about = { recordId: order.id, source: order.source, stage: null, order }
  const delivered: Delivery[] =
    order.deliveredAt === null
      ? []
      : [{ ...about, kind: 'delivery', key: `${order.id}/delivery`, atMs: Date.parse(order.deliveredAt), name: null }]
  return [
    { ...about, kind: 'order', key: order.id, atMs: Date.parse(order.at) },
    ...delivered,
    ...order.refunds.map(
      ({ at, amount }, index): Refund => ({
        ...about,
        kind: 'refund',
        key: `${order.id}/refund/${index}`,
        atMs: Date.parse(at),
        amount,
      }),
    ),
  ]
}

function ofContact(contact: ContactRecord): Contact {
  const { id, openedAt, source, stage, channel, channels } = contact
  return {
    kind: 'contact',
    key: id,
    recordId: id,
    atMs: Date.parse(openedAt),
    source,
    stage,
    contact,
    channels: channels && channels.length > 0 ? channels : [channel],
  }
}

export function ofAnswer(answer: AnswerRecord): Answer {
  const { id, at, source } = answer
  return { kind: 'answer', key: id, recordId: id, atMs: Date.parse(at), source, stage: null, answer }
}
