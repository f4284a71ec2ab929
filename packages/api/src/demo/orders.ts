import type { Calendar } from './calendar.ts'
import { DAY_MS, happened } from './calendar.ts'
import { prices } from './company.ts'
import type { Person, Segment } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import type { Seasons } from './seasons.ts'
import { momentOf, orderHours } from './seasons.ts'
import type { World } from './world.ts'

/** Chance that an order is followed by another. */
const returnShare: Record<Segment, number> = {
  'Beginnende loper': 0.36,
  'Vaste loper': 0.46,
  Wedstrijdloper: 0.56,
  Veldsporter: 0.4,
  Vereniging: 0.46,
}
const MEDIAN_GAP_DAYS = 92
/** Who has not ordered for so long has left. */
export const ACTIVE_DAYS = 180
const REFUND_SHARE = 0.22
/** Of those who got an order late, the share that says nothing. */
const SILENT_SHARE = 0.5
const POUNDS_PER_EURO = 0.88

export interface Order {
  day: number
  atMs: number
  /** The first that this customer ever made. */
  isFirst: boolean
  deliveredDay: number
  promisedMs: number
  deliveredMs: number
  late: boolean
  /** It came late, and no contact will tell. */
  silent: boolean
  /** When the money goes back for what the customer sends back; undefined: all is kept. */
  refundedMs: number | undefined
  record: Sent<'orders'>
}

/**
 * One customer's orders in time, from the first on. Of older customers only those are known who were still active when
 * contacts began to be kept.
 */
export function ordersOf(
  person: Person,
  acquisitionDay: (random: Random) => number,
  world: World,
  random: Random,
): Order[] {
  const { firstContactDay } = world.calendar
  for (;;) {
    const orders = lifeFrom(acquisitionDay(random), person, world, random)
    if (orders.some(order => order.day >= firstContactDay - ACTIVE_DAYS)) return orders
  }
}

function lifeFrom(firstDay: number, person: Person, { calendar, seasons, effects }: World, random: Random): Order[] {
  const returns = returnShare[person.segment] + 0.05 * person.mood + effects.loyalty(person.segment).returnShare
  const orders: Order[] = []
  let day = firstDay
  while (day < calendar.days) {
    const order = orderOn(day, orders.length + 1, person, calendar, seasons, random)
    orders.push(order)
    if (!random.chance(returns)) break
    const leaves = order.silent && random.chance(effects.leavesSilently(returns))
    if (leaves && day >= calendar.firstContactDay) break
    day = nextDay(day, calendar, seasons, random)
  }
  return orders
}

/** Someone due for new shoes waits for a day on which people buy: of a few days that would do, the busier is likelier. */
function nextDay(day: number, calendar: Calendar, seasons: Seasons, random: Random): number {
  const candidates = [0, 1, 2].map(() => day + Math.ceil(random.logNormal(MEDIAN_GAP_DAYS, 0.75)))
  const chosen = random.index(candidates.map(candidate => seasons.demand[candidate] ?? 1))
  return candidates[chosen] ?? calendar.days
}

function orderOn(
  day: number,
  count: number,
  person: Person,
  calendar: Calendar,
  seasons: Seasons,
  random: Random,
): Order {
  const atMs = momentOf(day, orderHours, calendar, random)
  const { shoePrice, list, discount } = basket(person, seasons.demand[day] ?? 1, random)
  const currency = person.country === 'GB' ? 'GBP' : 'EUR'
  const amount = cents(list - discount)
  const { promisedMs, deliveredDay, deliveredMs, late } = delivery(day, calendar, seasons, random)
  const returned = random.chance(REFUND_SHARE)
  const refundMs = wholeSecond(deliveredMs + random.between(6, 20) * DAY_MS)
  const refundedAt = returned ? happened(refundMs, calendar) : undefined
  const refunded = random.chance(0.62) ? amount : Math.min(amount, shoePrice)
  const margin = cents(Math.max(0.04 * amount, list * random.between(0.33, 0.43) - discount))
  return {
    day,
    atMs,
    isFirst: count === 1,
    deliveredDay,
    promisedMs,
    deliveredMs,
    late,
    silent: late && random.chance(SILENT_SHARE),
    refundedMs: returned ? refundMs : undefined,
    record: {
      id: `${person.number}-${count}`,
      customer: person.reference,
      brand: person.brand,
      at: new Date(atMs).toISOString(),
      amount,
      currency,
      margin,
      refunds: refundedAt ? [{ at: refundedAt, amount: refunded }] : undefined,
      status: refundedAt ? 'returned' : deliveredMs <= calendar.nowMs ? 'delivered' : 'sent',
      channel: random.key(orderChannels),
      promisedAt: happened(promisedMs, calendar),
      deliveredAt: happened(deliveredMs, calendar),
    },
  }
}

const orderChannels = [
  ['web', 63],
  ['app', 29],
  ['store', 8],
] as const

/** A pair of shoes as a rule; clubs buy for the team; prices fall on the busiest days. */
function basket(person: Person, demand: number, random: Random): { shoePrice: number; list: number; discount: number } {
  const { shoes, extras } = prices[person.brand]
  const pairs = person.segment === 'Vereniging' ? random.whole(2, 7) : random.chance(0.12) ? 2 : 1
  const shoePrice = random.pick(shoes)
  let list = shoePrice
  for (let pair = 1; pair < pairs; pair++) list += random.pick(shoes)
  if (random.chance(0.42)) list += random.pick(extras)
  const rate = demand > 1.7 ? 0.2 : random.chance(0.14) ? 0.1 : 0
  const worth = person.country === 'GB' ? POUNDS_PER_EURO : 1
  return { shoePrice: cents(shoePrice * worth), list: cents(list * worth), discount: cents(list * worth * rate) }
}

/** Promised within two working days; in busy weeks more parcels come late. */
function delivery(day: number, calendar: Calendar, seasons: Seasons, random: Random) {
  const today = calendar.days - 1
  const late = random.chance(0.06 * (seasons.pressure[day] ?? 1) ** 2)
  const promised = workingDay(day + 2, calendar)
  const arrived = late
    ? workingDay(promised + random.index([0, 50, 28, 14, 8]), calendar)
    : workingDay(day + random.index([0, 62, 38]), calendar)
  const start = (on: number) => calendar.startMs(Math.min(on, today)) + Math.max(0, on - today) * DAY_MS
  return {
    late,
    deliveredDay: arrived,
    promisedMs: start(promised) + 22 * 3_600_000,
    deliveredMs: start(arrived) + random.whole(9 * 3600, 20 * 3600) * 1000,
  }
}

/** Nothing is delivered on Sunday. */
function workingDay(day: number, calendar: Calendar): number {
  return day < calendar.days && calendar.weekday(day) === 7 ? day + 1 : day
}

function cents(euros: number): number {
  return Math.round(euros * 100) / 100
}

function wholeSecond(instantMs: number): number {
  return Math.floor(instantMs / 1000) * 1000
}
