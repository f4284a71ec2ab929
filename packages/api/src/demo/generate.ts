import type { RecordKind } from '@tweeluik/schema/records'
import { anja } from './anja.ts'
import { answersOf } from './answers.ts'
import { type Calendar, companyCalendar, happened } from './calendar.ts'
import { sources } from './company.ts'
import { contactsOf } from './contacts.ts'
import { costRates } from './cost-rates.ts'
import { type Effects, effectsByDay, plantedEffects } from './effects.ts'
import { ordersOf } from './orders.ts'
import { person } from './people.ts'
import { Random } from './random.ts'
import type { Sent } from './records.ts'
import { companySeasons, dayPicker } from './seasons.ts'
import type { World } from './world.ts'

const CUSTOMERS_PER_BLOCK = 2_000
const RECORDS_PER_CHUNK = 5_000
/** Share of customers who made an account and never ordered. */
const NEVER_ORDERED = 0.03

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
 * The demo company: cost rates, then customers in blocks, each with all orders, contacts and answers of its people, so
 * that the first block already shows every week. Same options, same bytes. Holds one block in memory at a time.
 */
export function* generateDemo(options: DemoOptions): Generator<DemoChunk> {
  const { seed, customers = 20_000, today, timeZone, now, contactsOnly = false } = options
  const calendar = companyCalendar(today, timeZone, now)
  const seasons = companySeasons(calendar, seed)
  const world = { calendar, seasons, effects: effectsByDay({ ...plantedEffects, ...options.effects }, calendar) }
  const acquisitionDay = dayPicker(seasons.acquisition)
  yield { kind: 'cost-rates', source: sources.contactCentre, records: costRates(calendar) }
  for (let from = 0; from < customers; from += CUSTOMERS_PER_BLOCK) {
    const block: Block = { customers: [], orders: [], contacts: [], answers: [] }
    for (let index = from; index < Math.min(customers, from + CUSTOMERS_PER_BLOCK); index++) {
      if (index === 0) addAnja(world, block)
      else addCustomer(seed, index, acquisitionDay, world, block)
    }
    yield* chunksOf(block, contactsOnly)
  }
}

interface Block {
  customers: Sent<'customers'>[]
  orders: Sent<'orders'>[]
  contacts: Sent<'contacts'>[]
  answers: Sent<'feedback'>[]
}

function addAnja({ calendar }: World, block: Block): void {
  const { customer, orders, contacts, answers } = anja(calendar)
  block.customers.push(customer)
  block.orders.push(...orders)
  block.contacts.push(...contacts)
  block.answers.push(...answers)
}

function addCustomer(
  seed: number,
  index: number,
  acquisitionDay: (random: Random) => number,
  world: World,
  block: Block,
): void {
  const customer = person(index, new Random(seed, index, 0))
  const shopping = new Random(seed, index, 1)
  const { calendar, seasons } = world
  const life = shopping.chance(NEVER_ORDERED) ? [] : ordersOf(customer, acquisitionDay, calendar, seasons, shopping)
  const orders = life.filter(({ day }) => day >= calendar.firstOrderDay)
  const contacts = contactsOf(customer, orders, world, new Random(seed, index, 2))
  const answers = answersOf(customer, orders, contacts, world, new Random(seed, index, 3))
  const acquiredAt = life[0] ? happened(life[0].atMs, calendar) : registeredAt(calendar, shopping)
  const isPast = (instant: string) => Date.parse(instant) <= calendar.nowMs
  block.customers.push({ ...customer.record, brand: customer.brand, acquiredAt })
  for (const { record } of orders) if (isPast(record.at)) block.orders.push(record)
  for (const { record } of contacts) if (isPast(record.openedAt)) block.contacts.push(record)
  for (const record of answers) if (isPast(record.at)) block.answers.push(record)
}

function registeredAt({ firstContactDay, days, startMs }: Calendar, random: Random): string {
  return new Date(startMs(random.whole(firstContactDay, days - 2)) + random.whole(8, 22) * 3_600_000).toISOString()
}

function* chunksOf({ customers, orders, contacts, answers }: Block, contactsOnly: boolean): Generator<DemoChunk> {
  const all: DemoChunk[] = [
    { kind: 'customers', source: sources.crm, records: customers },
    { kind: 'orders', source: sources.shop, records: orders },
    { kind: 'contacts', source: sources.contactCentre, records: contacts },
    { kind: 'feedback', source: sources.survey, records: answers },
  ]
  for (const { kind, source, records } of all) {
    if (contactsOnly && kind !== 'contacts') continue
    for (let at = 0; at < records.length; at += RECORDS_PER_CHUNK) {
      yield { kind, source, records: records.slice(at, at + RECORDS_PER_CHUNK) }
    }
  }
}
