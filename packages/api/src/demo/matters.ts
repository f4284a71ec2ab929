import type { Calendar } from './calendar.ts'
import { channelOf, openDay } from './channels.ts'
import type { Channel } from './company.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { adviceTriggers, lateTrigger, parcelTrigger, type Trigger, triggerNamed, triggers } from './triggers.ts'
import type { World } from './world.ts'

/** Share of matters whose cause the agent writes down. */
const CAUSE_KNOWN = 0.85
/** Unknown callers who ask before they buy, per order. */
const PROSPECTS_PER_ORDER = 0.2
const WARNED_SHARE = 0.4
/** Nobody asks in the first and the last minutes of waiting. */
const QUIET_MS = 10 * 60_000
const OPENS = 8
const CLOSES = 20.5
const MOMENTS_TRIED = 6

/** Something a customer, or an unknown caller of the same brand, has to ask; or the company to tell. */
export interface Matter {
  person: Person
  trigger: Trigger
  causeKnown: boolean
  /** False: the caller stays unknown. */
  known: boolean
  begunBy: 'customer' | 'company'
  channel: Channel
  /** Of the first contact. */
  day: number
  /** The moment of the first contact; undefined: any on its day. */
  openedMs?: number
  order?: Order
}

/** What comes up around one order, from the first day of which contacts are kept. */
export function* mattersAround(order: Order, person: Person, world: World, random: Random): Generator<Matter> {
  const { firstContactDay, days } = world.calendar
  const asked: Asked = (trigger, channel, day, openedMs) => ({
    person,
    trigger,
    causeKnown: random.chance(CAUSE_KNOWN),
    known: true,
    begunBy: 'customer',
    channel,
    day,
    openedMs,
    order,
  })
  for (const arising of [questions, detour, complaint, prospect]) {
    for (const matter of arising(order, asked, world, random, person)) {
      if (matter.day >= firstContactDay && matter.day < days) yield matter
    }
  }
}

type Asked = (trigger: Trigger, channel: Channel, day: number, openedMs?: number) => Matter

/** A customer's own questions; of those that the delivery mail answers, some come back as another. */
function* questions(
  order: Order,
  asked: Asked,
  { calendar, effects }: World,
  random: Random,
  person: Person,
): Generator<Matter> {
  for (const trigger of triggers) {
    if (order.late && trigger === parcelTrigger) continue
    const channel = channelOf(trigger.advice ?? false, order.day, calendar, random)
    const day = firstDay(trigger, channel, order, calendar, random)
    const share = trigger.perOrder * person.contactFactor
    const now = share * effects.contactFactor(trigger.id, day)
    const luck = random.uniform()
    if (luck < now) yield asked(trigger, channel, day)
    const displaced = luck >= now && luck < share ? effects.displaced(trigger.id) : null
    if (displaced && random.chance(displaced.share)) {
      const to = triggerNamed(displaced.to)
      yield asked(to, 'chat', firstDay(to, 'chat', order, calendar, random))
    }
  }
}

/** Of a late parcel some complain when it has come, and the company has called part of those to warn them. */
function* complaint(order: Order, asked: Asked, { calendar }: World, random: Random): Generator<Matter> {
  if (!order.late || order.silent) return
  const channel = channelOf(false, order.day, calendar, random)
  const day = firstDay(lateTrigger, channel, order, calendar, random)
  yield { ...asked(lateTrigger, channel, day), causeKnown: true }
  if (!random.chance(WARNED_SHARE)) return
  const callDay = openDay(order.deliveredDay - 2, 'phone', [1, 1], calendar, random)
  yield { ...asked(lateTrigger, 'phone', callDay), causeKnown: true, begunBy: 'company' }
}

/** Somebody unknown asks before buying. */
function* prospect(order: Order, asked: Asked, { calendar }: World, random: Random): Generator<Matter> {
  if (!random.chance(PROSPECTS_PER_ORDER)) return
  const channel = channelOf(true, order.day, calendar, random)
  const day = openDay(order.day, channel, [1, 1, 1, 1], calendar, random)
  yield { ...asked(random.pick(adviceTriggers), channel, day), known: false, order: undefined }
}

/** Questions before an order come in the days up to it; those after it wait for the parcel and for an open line. */
function firstDay({ medianDays }: Trigger, channel: Channel, order: Order, calendar: Calendar, random: Random): number {
  const delay = Math.ceil(random.logNormal(Math.abs(medianDays), 0.55))
  if (medianDays < 0) return openDay(order.day - delay - 3, channel, [0.3, 0.5, 0.7, 1], calendar, random)
  const earliest = Math.max(order.day + delay, order.deliveredDay + 1)
  return openDay(earliest, channel, [1, 0.7, 0.5, 0.35], calendar, random)
}

/** Between paying and receiving, in opening hours where there are any between the two; else somebody writes at night. */
function* detour(order: Order, asked: Asked, { calendar, effects }: World, random: Random): Generator<Matter> {
  const { share, trigger } = effects.detour
  if (!random.chance(share) || order.day < calendar.firstContactDay) return
  for (let left = MOMENTS_TRIED; left > 0; left--) {
    const seconds = random.between(order.atMs + QUIET_MS, order.deliveredMs - QUIET_MS) / 1000
    const openedMs = Math.floor(seconds) * 1000
    const day = dayAt(openedMs, order.day, calendar)
    const hour = (openedMs - calendar.startMs(day)) / 3_600_000
    const isOpen = hour >= OPENS && hour < CLOSES && calendar.weekday(day) !== 7
    if (!isOpen && left > 1) continue
    return yield asked(triggerNamed(trigger), isOpen ? channelOf(false, day, calendar, random) : 'email', day, openedMs)
  }
}

function dayAt(instantMs: number, fromDay: number, calendar: Calendar): number {
  let day = fromDay
  while (day + 1 < calendar.days && instantMs >= calendar.startMs(day + 1)) day++
  return day
}
