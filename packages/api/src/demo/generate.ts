import type { RecordKind } from '@tweeluik/schema/records'
import { anja } from './anja.ts'
import { voiceOf } from './answers.ts'
import { Block, chunksOf } from './block.ts'
import { type Calendar, companyCalendar, happened } from './calendar.ts'
import { catalogue } from './catalogue.ts'
import { sources } from './company.ts'
import { eventsOf } from './contact-events.ts'
import { contactsOf } from './contacts.ts'
import { costRates } from './cost-rates.ts'
import { type Effects, effectsByDay, plantedEffects } from './effects.ts'
import { exposuresOf } from './exposures.ts'
import { journeysOf } from './journeys.ts'
import { ordersOf } from './orders.ts'
import { person } from './people.ts'
import { qualityReviewOf } from './quality-reviews.ts'
import { Random } from './random.ts'
import { companySeasons, dayPicker } from './seasons.ts'
import { responsePromise } from './service-levels.ts'
import { recognised, strangersNear, visitorId } from './visitors.ts'
import type { World } from './world.ts'

const CUSTOMERS_PER_BLOCK = 2_000
/** Share of customers who made an account and never ordered. */
const NEVER_ORDERED = 0.03
/** Share of first orders whose customer came as a visitor that nobody knew yet. */
const CAME_UNKNOWN = 0.12

export interface DemoOptions {
  seed: number
  customers?: number
  /** The running day, `YYYY-MM-DD`. */
  today: string
  timeZone: string
  /** Hides what has not happened yet of the running day, and changes nothing else; without it the day is told to its end. */
  now?: Date
  /** Effects to plant otherwise than `plantedEffects`; null switches one off. */
  effects?: Partial<Effects>
  /** Only cost rates and contacts: for measuring how a large service side behaves. */
  contactsOnly?: boolean
}

export interface DemoChunk {
  kind: RecordKind
  source: string
  records: object[]
}

/**
 * The demo company: what records refer to, then customers in blocks, each with all that its people did, asked, said and
 * bought, so that the first block already shows every week. Same options, same bytes. Holds one block in memory at a time.
 */
export function* generateDemo(options: DemoOptions): Generator<DemoChunk> {
  const { seed, customers = 20_000, today, timeZone, now, contactsOnly = false } = options
  const calendar = companyCalendar(today, timeZone, now)
  const seasons = companySeasons(calendar, seed)
  const effects = { ...plantedEffects, ...options.effects }
  const world = { calendar, seasons, effects: effectsByDay(effects, calendar), promise: responsePromise(calendar) }
  const acquisitionDay = dayPicker(seasons.acquisition)
  if (contactsOnly) yield { kind: 'cost-rates', source: sources.contactCentre, records: costRates(calendar) }
  else yield* catalogue(calendar, { seed, customers, timeZone, effects })
  for (let from = 0; from < customers; from += CUSTOMERS_PER_BLOCK) {
    const block = new Block()
    for (let index = from; index < Math.min(customers, from + CUSTOMERS_PER_BLOCK); index++) {
      if (index === 0) addAnja(calendar, block)
      else addCustomer({ seed, index, acquisitionDay, contactsOnly }, world, block)
    }
    for (const chunk of chunksOf(block)) if (!contactsOnly || chunk.kind === 'contacts') yield chunk
  }
}

function addAnja(calendar: Calendar, block: Block): void {
  const story = anja(calendar)
  for (const name of Object.keys(story) as (keyof typeof story)[]) addAll<object>(block[name], story[name])
}

interface Making {
  seed: number
  index: number
  acquisitionDay: (random: Random) => number
  contactsOnly: boolean
}

/** Each purpose draws from a stream of its own, so that one that is changed or left out leaves the others as they were. */
function addCustomer({ seed, index, acquisitionDay, contactsOnly }: Making, world: World, block: Block): void {
  const { calendar, effects } = world
  const stream = (purpose: number) => new Random(seed, index, purpose)
  const customer = person(index, stream(0))
  const shopping = stream(1)
  const life = shopping.chance(NEVER_ORDERED) ? [] : ordersOf(customer, acquisitionDay, world, shopping)
  const orders = life.filter(({ day }) => day >= calendar.firstOrderDay)
  const contacts = contactsOf(customer, orders, world, stream(2))
  const isPast = (instant: string) => Date.parse(instant) <= calendar.nowMs
  for (const { record } of contacts) if (isPast(record.openedAt)) block.contacts.push(record)
  if (contactsOnly) return

  const acquiredAt = life[0] ? happened(life[0].atMs, calendar) : registeredAt(calendar, shopping)
  block.customers.push({ ...customer.record, brand: customer.brand, acquiredAt })
  for (const { record } of orders) if (isPast(record.at)) block.orders.push(record)

  const walking = stream(4)
  const recent = orders.filter(({ day }) => day >= calendar.firstContactDay)
  const cameUnknown = walking.chance(CAME_UNKNOWN) && recent.some(({ isFirst }) => isFirst)
  if (cameUnknown) block.visitors.push(recognised(customer))
  const trail = journeysOf(customer, recent, contacts, cameUnknown ? visitorId(customer) : undefined, calendar, walking)
  const strangers = strangersNear(customer, calendar, stream(7))
  addAll(block.journeys, trail.journeys)
  addAll(block.interactions, trail.interactions)
  addAll(block.visitors, strangers.visitors)
  addAll(block.interactions, strangers.interactions)

  const voice = voiceOf(customer, orders, contacts, world, stream(3))
  for (const survey of voice.surveys) if (isPast(survey.sentAt)) block.surveys.push(survey)
  for (const answer of voice.answers) if (isPast(answer.at)) block.answers.push(answer)

  const telling = stream(5)
  const listening = stream(6)
  for (const contact of contacts) {
    addAll(block.events, eventsOf(contact, calendar, telling))
    const review = qualityReviewOf(contact, listening)
    if (review && isPast(review.at)) block.reviews.push(review)
  }
  addAll(block.exposures, exposuresOf(customer, orders, calendar, effects))
}

function registeredAt({ firstContactDay, days, startMs }: Calendar, random: Random): string {
  return new Date(startMs(random.whole(firstContactDay, days - 2)) + random.whole(8, 22) * 3_600_000).toISOString()
}

function addAll<T>(to: T[], records: readonly T[]): void {
  for (const record of records) to.push(record)
}
