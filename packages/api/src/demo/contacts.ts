import type { Calendar } from './calendar.ts'
import { happened } from './calendar.ts'
import { channelOf, hoursOf, nextChannelOf, openDay } from './channels.ts'
import type { Channel, Team, Trigger } from './company.ts'
import { adviceTriggers, sources, teams, triggers } from './company.ts'
import type { EffectsByDay } from './effects.ts'
import type { Handling } from './handling.ts'
import { handlingOf, outboundCall } from './handling.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import type { Seasons } from './seasons.ts'
import { momentOf } from './seasons.ts'

/** Share of matters whose cause the agent writes down. */
const CAUSE_KNOWN = 0.85
/** Unknown callers who ask before they buy, per order. */
const PROSPECTS_PER_ORDER = 0.2
const CONTACTS_PER_MATTER_MAX = 5
/** Of those who hung up in the queue, the share that tries again within the week. */
const TRIES_AGAIN = 0.62
const RETRIES_SAME_DAY = 0.6
/** Fixed, and yet back after more than a week. */
const RETURNS_LATE = 0.035
const OVERFLOW = 0.06

/** The company in which contacts happen. */
export interface World {
  calendar: Calendar
  seasons: Seasons
  effects: EffectsByDay
}

/** One contact, with what the model knows and no system does. */
export interface Contact {
  day: number
  openedMs: number
  endMs: number
  trigger: Trigger
  team: Team
  agent: string | undefined
  attempt: number
  answered: boolean
  known: boolean
  queueSeconds: number
  /** The customer does not come back on this within a week. */
  fixed: boolean
  record: Sent<'contacts'>
}

/** What a customer, or an unknown caller of the same brand and region, has to ask. */
interface Matter {
  person: Person
  trigger: Trigger
  order?: Order
  known: boolean
  causeKnown: boolean
  begunBy: 'customer' | 'company'
}

/** All contacts of one customer in time: matters around each order, each followed until it is fixed. */
export function contactsOf(person: Person, orders: readonly Order[], world: World, random: Random): Contact[] {
  const contacts: Contact[] = []
  for (const order of orders) {
    for (const trigger of triggers) {
      const channel = channelOf(trigger.advice ?? false, order.day, world.calendar, random)
      const day = firstDayOf(trigger, channel, order, world, random)
      const lateFactor = order.late && trigger.id === 'where-is-my-parcel' ? 2.4 : 1
      const begins = trigger.perOrder * person.contactFactor * lateFactor * world.effects.contactFactor(trigger.id, day)
      if (!random.chance(begins) || !isKept(day, world.calendar)) continue
      pursue(
        { person, trigger, order, known: true, causeKnown: random.chance(CAUSE_KNOWN), begunBy: 'customer' },
        channel,
        day,
        contacts,
        world,
        random,
      )
    }
    if (random.chance(PROSPECTS_PER_ORDER) && isKept(order.day, world.calendar)) {
      const trigger = random.pick(adviceTriggers)
      const channel = channelOf(true, order.day, world.calendar, random)
      const day = openDay(order.day, channel, [1, 1, 1, 1], world.calendar, random)
      pursue(
        { person, trigger, known: false, causeKnown: random.chance(CAUSE_KNOWN), begunBy: 'customer' },
        channel,
        day,
        contacts,
        world,
        random,
      )
    }
    if (order.late && random.chance(0.25)) warn(person, order, contacts, world, random)
  }
  contacts.sort((a, b) => a.openedMs - b.openedMs)
  for (const [index, contact] of contacts.entries()) contact.record.id = `${person.number}-${index + 1}`
  return contacts
}

function firstDayOf(
  { medianDays }: Trigger,
  channel: Channel,
  order: Order,
  { calendar }: World,
  random: Random,
): number {
  const delay = random.logNormal(Math.abs(medianDays), 0.55)
  return medianDays < 0
    ? openDay(order.day - Math.ceil(delay) - 3, channel, [0.3, 0.5, 0.7, 1], calendar, random)
    : openDay(order.day + Math.round(delay), channel, [1, 0.7, 0.5, 0.35], calendar, random)
}

function isKept(day: number, calendar: Calendar): boolean {
  return day >= calendar.firstContactDay && day < calendar.days
}

/** Contact after contact until the matter is fixed, the customer gives up, or today is reached. */
function pursue(
  matter: Matter,
  firstChannel: Channel,
  firstDay: number,
  contacts: Contact[],
  world: World,
  random: Random,
): void {
  const { calendar } = world
  let channel = firstChannel
  let day = firstDay
  let retriedMs: number | undefined
  for (let attempt = 1; attempt <= CONTACTS_PER_MATTER_MAX && isKept(day, calendar); attempt++) {
    const openedMs = retriedMs ?? momentOf(day, hoursOf(channel), calendar, random)
    if (openedMs > calendar.nowMs) return
    const contact = contactAt(matter, channel, day, openedMs, attempt, world, random)
    contacts.push(contact)
    const late = contact.fixed && random.chance(RETURNS_LATE)
    if ((contact.fixed && !late) || !matter.known) return
    retriedMs =
      !contact.answered && random.chance(RETRIES_SAME_DAY)
        ? openedMs + random.whole(6 * 60, 110 * 60) * 1000
        : undefined
    if (retriedMs !== undefined) continue
    channel = nextChannelOf(channel, random)
    day = openDay(
      day + (late ? 9 : 1),
      channel,
      late ? [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] : [1, 0.85, 0.6, 0.45, 0.3, 0.25],
      calendar,
      random,
    )
  }
}

function contactAt(
  matter: Matter,
  channel: Channel,
  day: number,
  openedMs: number,
  attempt: number,
  { calendar, seasons, effects }: World,
  random: Random,
): Contact {
  const { trigger, person } = matter
  const team = teamFor(matter, random)
  const pressure = (seasons.pressure[day] ?? 1) * (calendar.weekday(day) === 1 ? 1.12 : 1)
  const factor = teams[team].pace * effects.handleFactor(team, day)
  const handling =
    matter.begunBy === 'company' ? outboundCall(factor, random) : handlingOf(channel, trigger, factor, pressure, random)
  const fixedShare = trigger.fixedShare + effects.fixPoints(team, day) / 100
  const fixed = random.chance(handling.abandoned ? 1 - TRIES_AGAIN : fixedShare)
  const agent = handling.abandoned ? undefined : random.pick(teams[team].agents)
  const resolvedShare = fixed ? 0.96 : 0.66
  const times = timesOf(channel, openedMs, handling, random.chance(resolvedShare))
  return {
    day,
    openedMs,
    endMs: times.closedMs,
    trigger,
    team,
    agent,
    attempt,
    answered: !handling.abandoned,
    known: matter.known,
    queueSeconds: handling.queueSeconds ?? 0,
    fixed,
    record: {
      id: person.number,
      customer: matter.known ? { source: sources.crm, id: person.record.id } : undefined,
      brand: person.brand,
      channel,
      openedAt: new Date(openedMs).toISOString(),
      initiatedBy: matter.begunBy,
      topic: trigger.topic,
      trigger: matter.causeKnown ? trigger.id : undefined,
      subject: channel === 'email' ? random.pick(trigger.subjects) : undefined,
      team,
      agent,
      order: matter.order && trigger.medianDays > 0 ? { source: sources.shop, id: matter.order.record.id } : undefined,
      ...outcomeOf(times, handling, random, calendar),
    },
  }
}

/** Advice goes to the advisers, the rest to the region's team, or to another when its lines are full. */
function teamFor({ trigger, person }: Matter, random: Random): Team {
  if (trigger.advice) return 'Advies'
  return random.chance(OVERFLOW) ? random.pick(['Zuid', 'West']) : person.team
}

interface Times {
  answeredMs?: number
  respondedMs?: number
  resolvedMs?: number
  closedMs: number
}

function timesOf(channel: Channel, openedMs: number, handling: Handling, resolves: boolean): Times {
  const { queueSeconds, replySeconds, talkSeconds, holdSeconds, wrapSeconds, agentReplies = 1 } = handling
  if (handling.abandoned) return { closedMs: openedMs + (queueSeconds ?? 0) * 1000 }
  if (replySeconds !== undefined) {
    const respondedMs = openedMs + replySeconds * 1000
    const lastMs = respondedMs + (agentReplies - 1) * replySeconds * 900
    return { respondedMs, resolvedMs: resolves ? lastMs : undefined, closedMs: lastMs + wrapSeconds * 1000 }
  }
  const answeredMs = openedMs + (queueSeconds ?? 0) * 1000
  const endMs = answeredMs + (talkSeconds + holdSeconds) * 1000
  return {
    answeredMs,
    respondedMs: channel === 'chat' ? answeredMs + 12_000 : undefined,
    resolvedMs: resolves ? endMs : undefined,
    closedMs: endMs + wrapSeconds * 1000,
  }
}

/** What stands in the record by now: a contact that still runs has no end, no length and no outcome. */
function outcomeOf(times: Times, handling: Handling, random: Random, calendar: Calendar): Partial<Sent<'contacts'>> {
  const ended = times.closedMs <= calendar.nowMs
  const begun = {
    queueSeconds: ended || happened(times.answeredMs, calendar) ? handling.queueSeconds : undefined,
    answeredAt: happened(times.answeredMs, calendar),
    firstResponseAt: happened(times.respondedMs, calendar),
  }
  if (!ended) return begun
  const closedAt = happened(times.closedMs, calendar)
  if (handling.abandoned) return { ...begun, closedAt, outcome: 'abandoned' }
  return {
    ...begun,
    concurrency: handling.concurrency,
    agentReplies: handling.agentReplies,
    talkSeconds: handling.talkSeconds,
    holdSeconds: handling.holdSeconds || undefined,
    wrapSeconds: handling.wrapSeconds,
    resolvedAt: happened(times.resolvedMs, calendar),
    closedAt,
    outcome: times.resolvedMs === undefined ? 'unresolved' : 'resolved',
    transfers: random.chance(0.07) ? 1 : 0,
    reopens: times.respondedMs !== undefined && random.chance(0.05) ? 1 : 0,
  }
}

/** The company calls first when it knows that a parcel will be late. */
function warn(person: Person, order: Order, contacts: Contact[], world: World, random: Random): void {
  const trigger = triggers.find(({ id }) => id === 'where-is-my-parcel')
  const day = openDay(order.deliveredDay - 2, 'phone', [1, 1], world.calendar, random)
  if (!trigger || !isKept(day, world.calendar)) return
  const openedMs = momentOf(day, hoursOf('phone'), world.calendar, random)
  if (openedMs > world.calendar.nowMs) return
  const matter: Matter = { person, trigger, order, known: true, causeKnown: true, begunBy: 'company' }
  contacts.push(contactAt(matter, 'phone', day, openedMs, 1, world, random))
}
