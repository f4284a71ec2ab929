import { channelAfter, hoursOf, openDay } from './channels.ts'
import { type Channel, sources, type Team, teams } from './company.ts'
import { outcomeOf, type Times, timesOf } from './contact-times.ts'
import { answeredByBot, type Handling, handlingOf, outboundCall } from './handling.ts'
import { PURCHASE_WINDOW_DAYS } from './journey-maps.ts'
import { type Matter, mattersAround } from './matters.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import { momentOf } from './seasons.ts'
import { type Touchpoint, touchpointReference } from './touchpoints.ts'
import type { Trigger } from './triggers.ts'
import type { World } from './world.ts'

const CONTACTS_PER_MATTER_MAX = 5
/** Of those who hung up in the queue, the share that tries again, most of them within two hours. */
const TRIES_AGAIN = 0.62
const TRIES_AGAIN_SOON = 0.6
/** Fixed, and yet back after more than a week. */
const RETURNS_LATE = 0.035
/** Contacts that another region takes because the own lines are full. */
const OVERFLOW = 0.06
/** Chats that a bot takes first, since there is one, and those of them that it ends when the question is short. */
const BOT_SHARE = 0.45
const BOT_ENDS = 0.3
const BOT_SINCE_DAYS = 400
/** How likely the second contact comes one, two, .. days after the first. */
const nextDays = [1, 0.85, 0.6, 0.45, 0.3, 0.25]
const lateDays = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

/** One contact, with what the model knows and no system does. */
export interface Contact {
  day: number
  openedMs: number
  endMs: number
  trigger: Trigger
  channel: Channel
  team: Team
  agent: string | undefined
  /** What it is about. */
  order: Order | undefined
  attempt: number
  /** By a person. */
  answered: boolean
  known: boolean
  queueSeconds: number
  /** The customer does not come back on this within a week. */
  fixed: boolean
  times: Times
  handling: Handling
  record: Sent<'contacts'>
}

/** All contacts of one customer in time, and those of unknown callers around its orders. */
export function contactsOf(person: Person, orders: readonly Order[], world: World, random: Random): Contact[] {
  const contacts: Contact[] = []
  for (const order of orders) {
    for (const matter of mattersAround(order, person, world, random)) contacts.push(...pursue(matter, world, random))
  }
  contacts.sort((a, b) => a.openedMs - b.openedMs)
  for (const [index, contact] of contacts.entries()) contact.record.id = `${person.number}-${index + 1}`
  return contacts
}

/**
 * Contact after contact until the matter is fixed, the customer gives up, or today is reached. Nobody asks a second
 * time while the parcel is still to come.
 */
function* pursue(matter: Matter, world: World, random: Random): Generator<Contact> {
  const { calendar } = world
  let { channel, day } = matter
  let soonMs = matter.openedMs
  for (let attempt = 1; attempt <= CONTACTS_PER_MATTER_MAX && day < calendar.days; attempt++) {
    const openedMs = soonMs ?? momentOf(day, hoursOf(channel), calendar, random)
    const contact = contactAt(matter, { channel, day, openedMs, attempt }, world, random)
    yield contact
    const returnsLate = contact.fixed && random.chance(RETURNS_LATE)
    if ((contact.fixed && !returnsLate) || !matter.known || matter.begunBy === 'company') return
    const triesSoon = !contact.answered && random.chance(TRIES_AGAIN_SOON)
    soonMs = triesSoon ? openedMs + random.whole(6 * 60, 110 * 60) * 1000 : undefined
    if (triesSoon) continue
    channel = channelAfter(channel, random)
    day = returnsLate
      ? openDay(day + 9, channel, lateDays, calendar, random)
      : openDay(day + 1, channel, nextDays, calendar, random)
    const { order } = matter
    const awaitsParcel = order && day >= order.day && day <= order.deliveredDay
    if (awaitsParcel) day = openDay(order.deliveredDay + 1, channel, nextDays, calendar, random)
  }
}

interface Moment {
  channel: Channel
  day: number
  openedMs: number
  attempt: number
}

function contactAt(matter: Matter, { channel, day, openedMs, attempt }: Moment, world: World, random: Random): Contact {
  const { calendar, effects, promise } = world
  const { trigger, person, order } = matter
  const team = teamFor(matter, day, world, random)
  const bot = channel === 'chat' && day >= calendar.days - BOT_SINCE_DAYS && random.chance(BOT_SHARE)
  const handling = handle(matter, { channel, day, openedMs, attempt }, team, bot, world, random)
  const answered = !handling.abandoned && !handling.byBot
  const fixedShare = trigger.fixedShare + (answered ? effects.fixPoints(team, day) / 100 : 0)
  const fixed = random.chance(handling.abandoned ? 1 - TRIES_AGAIN : fixedShare)
  const agent = random.pick(teams[team].agents)
  const resolvedShare = fixed ? 0.96 : 0.66
  const times = timesOf(channel, openedMs, handling, random.chance(resolvedShare))
  const inJourney =
    order &&
    matter.begunBy === 'customer' &&
    day - order.day <= PURCHASE_WINDOW_DAYS &&
    order.day >= calendar.firstContactDay
  return {
    day,
    openedMs,
    endMs: times.closedMs,
    trigger,
    channel,
    team,
    agent: answered ? agent : undefined,
    order,
    attempt,
    answered,
    known: matter.known,
    queueSeconds: handling.queueSeconds ?? 0,
    fixed,
    times,
    handling,
    record: {
      id: person.number,
      customer: matter.known ? person.reference : undefined,
      brand: person.brand,
      channel,
      openedAt: new Date(openedMs).toISOString(),
      initiatedBy: matter.begunBy,
      topic: trigger.topic,
      trigger: matter.causeKnown ? trigger.id : undefined,
      subject: channel === 'email' ? random.pick(trigger.subjects) : undefined,
      team: handling.byBot ? undefined : team,
      agent: answered ? agent : undefined,
      bot: bot || undefined,
      journey: inJourney ? { source: sources.web, id: order.record.id } : undefined,
      touchpoint: touchpointOf(trigger, channel),
      order: order && trigger.medianDays > 0 ? { source: sources.shop, id: order.record.id } : undefined,
      ...outcomeOf(times, handling, promise(channel, day), random, calendar),
    },
  }
}

function handle(
  { trigger, begunBy }: Matter,
  { channel, day }: Moment,
  team: Team,
  bot: boolean,
  { calendar, seasons, effects }: World,
  random: Random,
): Handling {
  const factor = teams[team].pace * effects.handleFactor(team, day)
  if (begunBy === 'company') return outboundCall(factor, random)
  if (bot && trigger.botAnswers && random.chance(BOT_ENDS)) return answeredByBot(random)
  const pressure = (seasons.pressure[day] ?? 1) * (calendar.weekday(day) === 1 ? 1.12 : 1)
  return handlingOf(channel, trigger, factor, pressure, random)
}

/** Advice goes to the advisers, the rest to the region's team, or to another when its lines are full. */
function teamFor({ trigger, person }: Matter, day: number, { effects }: World, random: Random): Team {
  if (trigger.advice) return 'Advies'
  const team = random.chance(OVERFLOW) ? random.pick(overflowTeams) : person.team
  return effects.dividedTeam(team, trigger.id, day)
}

const overflowTeams = ['Zuid', 'West'] as const
const deskTouchpoints: Record<Channel, Touchpoint> = {
  phone: 'phone',
  email: 'email',
  chat: 'chat',
  whatsapp: 'whatsapp',
  video: 'advice',
}

function touchpointOf({ advice }: Trigger, channel: Channel) {
  return touchpointReference(advice && channel !== 'email' ? 'advice' : deskTouchpoints[channel])
}
