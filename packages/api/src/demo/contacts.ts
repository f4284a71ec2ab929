import { channelAfter, hoursOf, openDay } from './channels.ts'
import { type Channel, sources, type Team, type Trigger, teams } from './company.ts'
import { outcomeOf, timesOf } from './contact-times.ts'
import { handlingOf, outboundCall } from './handling.ts'
import { type Matter, mattersAround } from './matters.ts'
import type { Order } from './orders.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import { momentOf } from './seasons.ts'
import type { World } from './world.ts'

const CONTACTS_PER_MATTER_MAX = 5
/** Of those who hung up in the queue, the share that tries again, most of them within two hours. */
const TRIES_AGAIN = 0.62
const TRIES_AGAIN_SOON = 0.6
/** Fixed, and yet back after more than a week. */
const RETURNS_LATE = 0.035
/** Contacts that another region takes because the own lines are full. */
const OVERFLOW = 0.06
/** How likely the second contact comes one, two, .. days after the first. */
const nextDays = [1, 0.85, 0.6, 0.45, 0.3, 0.25]
const lateDays = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

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

/** Contact after contact until the matter is fixed, the customer gives up, or today is reached. */
function* pursue(matter: Matter, world: World, random: Random): Generator<Contact> {
  const { calendar } = world
  let { channel, day } = matter
  let soonMs: number | undefined
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
  }
}

interface Moment {
  channel: Channel
  day: number
  openedMs: number
  attempt: number
}

function contactAt(
  matter: Matter,
  { channel, day, openedMs, attempt }: Moment,
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
