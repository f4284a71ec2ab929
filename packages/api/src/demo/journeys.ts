import { type Calendar, DAY_MS } from './calendar.ts'
import type { Contact } from './contacts.ts'
import { purchaseMap, returnMap } from './journey-maps.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { momentOf, orderHours } from './seasons.ts'
import { Trail } from './trail.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const LOOK_AROUND_DAYS_MAX = 20
/** Journeys that end nowhere, per customer. */
const ABANDONED_PER_CUSTOMER = 0.18
/** Of those who have a question, the share whose last step before it is known. */
const STEP_KNOWN = 0.5

/**
 * Every order's journey and every return's, and one that came to nothing. `visitor` is the id under which the customer
 * came the first time, when nobody knew who it was.
 */
export function journeysOf(
  person: Person,
  orders: readonly Order[],
  contacts: readonly Contact[],
  visitor: string | undefined,
  calendar: Calendar,
  random: Random,
): Trail {
  const trail = new Trail(person, calendar)
  for (const order of orders) {
    const asked = contacts.filter(contact => contact.order === order && contact.record.journey)
    purchase(order, asked, order.isFirst ? visitor : undefined, trail, calendar, random)
    sendingBack(order, trail, calendar, random)
  }
  if (random.chance(ABANDONED_PER_CUSTOMER)) lookingAround(person, trail, calendar, random)
  return trail
}

/** From the first look to the next pair: steps are skipped, done twice or put off, and some lead past the service desk. */
function purchase(
  order: Order,
  asked: readonly Contact[],
  visitor: string | undefined,
  trail: Trail,
  calendar: Calendar,
  random: Random,
): void {
  const { atMs, isFirst, deliveredMs, record } = order
  const asksFirst = asked.filter(({ openedMs }) => openedMs < atMs)
  const lookMs = Math.min(LOOK_AROUND_DAYS_MAX * DAY_MS, random.logNormal(26 * HOUR_MS, 1.2)) + 6 * MINUTE_MS
  const startMs = Math.min(atMs - lookMs, ...asksFirst.map(({ openedMs }) => openedMs - HOUR_MS))
  trail.begin(record.id, startMs, visitor)
  lookAt(startMs, atMs, isFirst, trail, random)
  trail.recognise()
  for (const { trigger, openedMs } of asked) {
    if (random.chance(STEP_KNOWN)) trail.add(trigger.arisesAt, openedMs - random.between(2, 8) * MINUTE_MS)
  }
  buy(order, trail, random)
  receive(order, trail, random)
  wear(deliveredMs, trail, random)
  trail.end(purchaseMap, deliveredMs <= calendar.nowMs ? 'completed' : undefined)
}

/** New customers find the shop; those who come back mostly know what they want. */
function lookAt(startMs: number, untilMs: number, isNew: boolean, trail: Trail, random: Random): void {
  const within = (from: number, to: number) => startMs + (untilMs - startMs) * random.between(from, to)
  if (random.chance(0.015)) trail.add('billboard', startMs)
  if (random.chance(isNew ? 0.3 : 0.08)) trail.add('search', startMs)
  if (random.chance(isNew ? 0.2 : 0.07)) trail.add('blog', within(0.02, 0.2))
  if (random.chance(0.08)) trail.add('ad', within(0.2, 0.7))
  const visits = random.index([58, 38, 3, 1])
  for (let visit = 0; visit < visits; visit++) trail.add('product-page', within(0.1, 0.92))
  if (random.chance(0.08)) trail.add('size-guide', within(0.5, 0.92))
}

function buy({ atMs, record: { channel } }: Order, trail: Trail, random: Random): void {
  if (channel === 'store') {
    trail.add('store', atMs - random.between(5, 30) * MINUTE_MS)
  } else {
    if (random.chance(0.07)) trail.add('cart', atMs - random.between(8, 90) * HOUR_MS)
    if (random.chance(0.3)) trail.add('cart', atMs - random.between(4, 12) * MINUTE_MS)
    if (random.chance(0.12)) trail.add('checkout', atMs - random.between(1, 4) * MINUTE_MS)
  }
  if (random.chance(0.97)) trail.add('payment', atMs + random.whole(15, 90) * 1000)
}

function receive({ atMs, deliveredMs }: Order, trail: Trail, random: Random): void {
  if (random.chance(0.08)) trail.add('tracking', atMs + (deliveredMs - atMs) * random.between(0.35, 0.98))
  if (random.chance(0.015)) trail.add('van', deliveredMs - random.whole(2, 20) * MINUTE_MS)
  if (random.chance(0.96)) trail.add('delivery', deliveredMs)
  if (random.chance(0.01)) trail.add('packaging', deliveredMs + random.whole(2, 40) * MINUTE_MS)
  if (random.chance(0.03)) trail.add('invoice', deliveredMs + random.between(0.2, 9) * DAY_MS)
}

function wear(deliveredMs: number, trail: Trail, random: Random): void {
  if (random.chance(0.06)) trail.add('first-run', deliveredMs + random.between(0.3, 4) * DAY_MS)
  if (random.chance(0.02)) trail.add('faq', deliveredMs + random.between(1, 14) * DAY_MS)
  if (random.chance(0.05)) trail.add('newsletter', deliveredMs + random.between(6, 24) * DAY_MS)
  if (random.chance(0.03)) trail.add('running-club', deliveredMs + random.between(4, 24) * DAY_MS)
}

function sendingBack(
  { record, deliveredMs, refundedMs }: Order,
  trail: Trail,
  calendar: Calendar,
  random: Random,
): void {
  if (refundedMs === undefined) return
  const between = (from: number, to: number) => deliveredMs + (refundedMs - deliveredMs) * random.between(from, to)
  trail.begin(`${record.id}-return`, deliveredMs)
  if (random.chance(0.88)) trail.add('return-portal', between(0.05, 0.3))
  if (random.chance(0.52)) trail.add('return-parcel', between(0.32, 0.6))
  if (random.chance(0.95)) trail.add('refund', refundedMs)
  trail.end(returnMap, refundedMs <= calendar.nowMs ? 'completed' : undefined)
}

/** Somebody known looks around on a day, and leaves. */
function lookingAround(person: Person, trail: Trail, calendar: Calendar, random: Random): void {
  const day = random.whole(calendar.firstContactDay, calendar.days - 1)
  let atMs = momentOf(day, orderHours, calendar, random)
  trail.begin(`${person.number}-look`, atMs)
  if (random.chance(0.5)) trail.add(random.key(entrances), atMs)
  for (let pages = 1 + random.index([60, 30, 10]); pages > 0; pages--) {
    atMs += random.whole(40, 600) * 1000
    trail.add('product-page', atMs)
  }
  if (random.chance(0.35)) trail.add('cart', atMs + 90_000)
  trail.end(purchaseMap, atMs + DAY_MS < calendar.nowMs ? 'abandoned' : undefined)
}

const entrances = [
  ['search', 40],
  ['ad', 25],
  ['newsletter', 25],
  ['blog', 10],
] as const
