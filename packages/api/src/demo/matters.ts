import type { Calendar } from './calendar.ts'
import { channelOf, openDay } from './channels.ts'
import { adviceTriggers, type Channel, parcelTrigger, type Trigger, triggers } from './company.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** Share of matters whose cause the agent writes down. */
const CAUSE_KNOWN = 0.85
/** Unknown callers who ask before they buy, per order. */
const PROSPECTS_PER_ORDER = 0.2
/** Questions about a parcel that is late, against one that is not. */
const LATE_FACTOR = 2.4
const WARNED_SHARE = 0.25

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
  order?: Order
}

/** What comes up around one order, from the first day of which contacts are kept. */
export function* mattersAround(order: Order, person: Person, world: World, random: Random): Generator<Matter> {
  const { calendar, effects } = world
  const causeKnown = () => random.chance(CAUSE_KNOWN)
  const isKept = (day: number) => day >= calendar.firstContactDay && day < calendar.days
  for (const trigger of triggers) {
    const channel = channelOf(trigger.advice ?? false, order.day, calendar, random)
    const day = firstDay(trigger, channel, order, calendar, random)
    const lateFactor = order.late && trigger === parcelTrigger ? LATE_FACTOR : 1
    const share = trigger.perOrder * person.contactFactor * lateFactor * effects.contactFactor(trigger.id, day)
    if (random.chance(share) && isKept(day)) {
      yield { person, trigger, causeKnown: causeKnown(), known: true, begunBy: 'customer', channel, day, order }
    }
  }
  if (random.chance(PROSPECTS_PER_ORDER)) {
    const channel = channelOf(true, order.day, calendar, random)
    const day = openDay(order.day, channel, [1, 1, 1, 1], calendar, random)
    const trigger = random.pick(adviceTriggers)
    if (isKept(day))
      yield { person, trigger, causeKnown: causeKnown(), known: false, begunBy: 'customer', channel, day }
  }
  if (order.late && random.chance(WARNED_SHARE)) {
    const day = openDay(order.deliveredDay - 2, 'phone', [1, 1], calendar, random)
    const warning = { trigger: parcelTrigger, causeKnown: true, known: true, channel: 'phone', day, order } as const
    if (isKept(day)) yield { person, begunBy: 'company', ...warning }
  }
}

/** Questions before an order come in the days up to it; those after it wait for a day on which lines are open. */
function firstDay({ medianDays }: Trigger, channel: Channel, order: Order, calendar: Calendar, random: Random): number {
  const delay = random.logNormal(Math.abs(medianDays), 0.55)
  return medianDays < 0
    ? openDay(order.day - Math.ceil(delay) - 3, channel, [0.3, 0.5, 0.7, 1], calendar, random)
    : openDay(order.day + Math.ceil(delay), channel, [1, 0.7, 0.5, 0.35], calendar, random)
}
