import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'

/** A record of one of several senders, who know few people under many ids. */
export interface Sent {
  source: string
  kind: RecordKind
  record: Record<string, unknown> & { id: string }
}

const sources = ['crm', 'shop', 'web'] as const
const one = <T>(...values: T[]) => fc.constantFrom(...values)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const word = (letter: string, count: number) => fc.integer({ min: 1, max: count }).map(number => `${letter}${number}`)
const reference = fc.record({ source: one(...sources), id: word('c', 4) })
const at = fc.integer({ min: 0, max: 24 * 30 }).map(hour => new Date(Date.UTC(2026, 2, 1, hour)).toISOString())
const brand = one('north', 'north', 'north', 'south')

const fields: Partial<Record<RecordKind, fc.Arbitrary<Record<string, unknown>>>> = {
  customers: fc.record({
    name: maybe(word('n', 3)),
    email: maybe(one('a@x.nl', 'A@x.nl', 'b@x.nl', 'b+1@x.nl', 'c@x.nl')),
    phone: maybe(one('0612345678', '+31 6 1234 5678', '06-87654321')),
    kind: maybe(one('person', 'person', 'company')),
    segment: maybe(word('s', 3)),
    country: maybe(one('NL', 'BE')),
    acquiredAt: maybe(at),
    churnedAt: maybe(at),
    sameAs: maybe(fc.array(reference, { maxLength: 2 })),
    brand,
  }),
  contacts: fc.record({
    customer: maybe(reference),
    channel: one('phone', 'chat'),
    openedAt: at,
    topic: maybe(one('bill', 'parcel')),
    journey: maybe(word('j', 4)),
    brand,
  }),
  'contact-events': fc.record({ contact: word('k', 12), at, type: one('answered', 'resolved', 'reopened') }),
  feedback: fc.record({
    customer: maybe(reference),
    kind: one('csat', 'ces'),
    score: fc.integer({ min: 1, max: 5 }),
    at,
    contact: maybe(word('k', 12)),
    brand,
  }),
  orders: fc.record({
    customer: reference,
    at,
    amount: fc.integer({ min: 0, max: 90 }),
    refunds: maybe(at.map(moment => [{ at: new Date(Date.parse(moment) + 40 * 86_400_000).toISOString(), amount: 1 }])),
    brand,
  }),
  interactions: fc.record({
    customer: maybe(reference),
    touchpoint: word('p', 2),
    at,
    journey: maybe(word('j', 4)),
    brand,
  }),
  journeys: fc.record({ customer: reference, map: word('m', 2), startedAt: at, brand }),
}
const ids: Partial<Record<RecordKind, fc.Arbitrary<string>>> = {
  customers: word('c', 4),
  contacts: word('k', 12),
  'contact-events': word('e', 12),
  feedback: word('f', 10),
  orders: word('o', 10),
  interactions: word('i', 10),
  journeys: word('j', 4),
}
const kinds = one<RecordKind>(
  ...(['customers', 'customers', 'customers', 'customers', 'contacts', 'contacts', 'contact-events'] as const),
  ...(['feedback', 'orders', 'orders', 'interactions', 'journeys'] as const),
)

/** A later `updatedAt` each, in the order of the list. */
export const sentRecords = (length: number): fc.Arbitrary<Sent[]> =>
  fc
    .array(
      kinds.chain(kind =>
        fc.record({
          kind: fc.constant(kind),
          // Customers are sent by each of the sources; what happens to them, by one.
          source: kind === 'customers' ? one(...sources) : fc.constant('web'),
          id: ids[kind] ?? fc.constant('1'),
          told: fields[kind] ?? fc.constant({}),
          deleted: fc.integer({ min: 0, max: 9 }).map(number => number === 0),
        }),
      ),
      { minLength: length, maxLength: length },
    )
    .map(drawn =>
      drawn.map(({ kind, source, id, told, deleted }, place): Sent => {
        const updatedAt = new Date(Date.UTC(2026, 1, 1, 0, place)).toISOString()
        const record = deleted ? { id, updatedAt, deletedAt: updatedAt } : { ...told, id, updatedAt }
        return { kind, source, record }
      }),
    )
