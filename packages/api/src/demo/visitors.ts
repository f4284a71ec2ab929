import type { Calendar } from './calendar.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import { momentOf, orderHours } from './seasons.ts'

/** Who stays unknown, per customer of the company, and passers-by of whom the web keeps not even a number. */
const UNKNOWN_PER_CUSTOMER = 0.13
const PASSERS_BY_PER_CUSTOMER = 0.14

export function visitorId({ number }: Person): string {
  return `v-${Number(number).toString(16)}`
}

/** A visitor who turned out to be a customer: by the address typed into the cart. */
export function recognised(person: Person): Sent<'customers'> {
  return { id: visitorId(person), brand: person.brand, anonymous: true, sameAs: [person.reference] }
}

/** Those who look and leave without a name: a visitor with a few interactions, or an interaction of nobody. */
export function strangersNear(
  person: Person,
  calendar: Calendar,
  random: Random,
): { visitors: Sent<'customers'>[]; interactions: Sent<'interactions'>[] } {
  const visitors: Sent<'customers'>[] = []
  const interactions: Sent<'interactions'>[] = []
  const { brand, number } = person
  const look = (pages: number, customer?: string) => {
    let atMs = momentOf(random.whole(calendar.firstContactDay, calendar.days - 1), orderHours, calendar, random)
    for (; pages > 0; pages--) {
      atMs += random.whole(20, 400) * 1000
      if (atMs > calendar.nowMs) return
      const id = `x-${number}-${interactions.length + 1}`
      interactions.push({ id, customer, brand, touchpoint: random.key(pagesSeen), at: new Date(atMs).toISOString() })
    }
  }
  if (random.chance(UNKNOWN_PER_CUSTOMER)) {
    const id = `x-${number}`
    look(1 + random.index([50, 35, 15]), id)
    if (interactions.length > 0) visitors.push({ id, brand, anonymous: true })
  }
  if (random.chance(PASSERS_BY_PER_CUSTOMER)) look(1)
  return { visitors, interactions }
}

const pagesSeen = [
  ['product-page', 46],
  ['search', 20],
  ['blog', 18],
  ['ad', 10],
  ['faq', 6],
] as const
