import {
  type AnswerRecord,
  type ContactRecord,
  type Customer,
  completeSince,
  type Money,
  type OrderRecord,
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

/** Before this much time has passed an order still belongs to the visit before it. */
const sameVisitMs = 24 * 3600 * 1000

/**
 * All that happened, oldest first, back to the moment from which nothing is missing. An order has no stage of its own:
 * it takes that of the visit it came from. A visit at the very moment of an order or a delivery is that order or delivery.
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
  const atMoment = new Map(visits.map(visit => [visit.atMs, visit]))
  let last: Visit | null = null
  return events.map(event => {
    if (event.kind === 'visit' && event.stage !== null) last = event
    if (event.kind !== 'order' && event.kind !== 'delivery') return event
    const same = atMoment.get(event.atMs)
    const before = last && event.atMs - last.atMs <= sameVisitMs ? last.stage : null
    const stage = same?.stage ?? (event.kind === 'order' ? before : null)
    return event.kind === 'order' ? { ...event, stage } : { ...event, stage, name: same?.name ?? null }
  })
}

function ofVisit({ id, source, at, stage, touchpoint }: Customer['interactions']['nodes'][number]): Visit {
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
