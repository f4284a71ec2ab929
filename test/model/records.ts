import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'

/** A delivery of the model: few ids, customers and days, so that everything meets everything. */
export interface ModelBatch {
  kind: RecordKind
  records: Record<string, unknown>[]
}

const one = <T>(...values: T[]) => fc.constantFrom(...values)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const word = (letter: string, count: number) => fc.integer({ min: 1, max: count }).map(number => `${letter}${number}`)
const customer = word('c', 12)
const at = fc
  .integer({ min: 0, max: 60 * 24 * 4 })
  .map(quarters => new Date(Date.UTC(2026, 2, 1) + quarters * 900_000).toISOString())
const brand = maybe(one('north', 'south'))
const day = (date: string) => new Date(Date.parse(date)).toISOString()

const contact = fc.record(
  {
    id: word('k', 60),
    customer: maybe(customer),
    channel: one('phone', 'chat'),
    team: maybe(one('A', 'B')),
    openedAt: at,
    topic: maybe(one('bill', 'parcel')),
    initiatedBy: maybe(one('customer', 'company')),
    queueSeconds: maybe(fc.integer({ min: 0, max: 900 })),
    talkSeconds: maybe(fc.integer({ min: 1, max: 1800 })),
    outcome: maybe(one('resolved', 'unresolved', 'abandoned')),
    brand,
  },
  { requiredKeys: ['id', 'channel', 'openedAt'] },
)

const feedback = fc.record(
  {
    id: word('f', 40),
    customer: maybe(customer),
    contact: maybe(word('k', 60)),
    kind: one('relational_nps', 'csat', 'ces'),
    score: fc.integer({ min: 1, max: 5 }),
    at,
    brand,
  },
  { requiredKeys: ['id', 'kind', 'score', 'at'] },
)

const order = fc
  .record({
    id: word('o', 40),
    customer,
    at,
    amount: fc.integer({ min: 0, max: 900 }),
    currency: one('EUR', 'USD'),
    refund: maybe(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 90 }))),
    brand,
  })
  .map(({ refund, ...rest }) => ({
    ...rest,
    ...(refund && {
      refunds: [{ at: day(new Date(Date.parse(rest.at) + refund[0] * 86_400_000).toISOString()), amount: refund[1] }],
    }),
  }))

const person = fc.record(
  { id: customer, segment: maybe(one('new', 'loyal')), acquiredAt: maybe(at), churnedAt: maybe(at), brand },
  { requiredKeys: ['id'] },
)

const rate = fc.record(
  { id: word('r', 4), team: maybe(one('A', 'B')), from: at, perHour: fc.integer({ min: 10, max: 90 }) },
  { requiredKeys: ['id', 'from', 'perHour'] },
)

const deletion = (letter: string, count: number) => fc.record({ id: word(letter, count), deletedAt: at })

const batchOf = (
  kind: RecordKind,
  record: fc.Arbitrary<Record<string, unknown>>,
  gone: fc.Arbitrary<Record<string, unknown>>,
) =>
  fc
    .uniqueArray(fc.oneof({ weight: 6, arbitrary: record }, { weight: 1, arbitrary: gone }), {
      minLength: 1,
      maxLength: 12,
      selector: ({ id }) => id,
    })
    .map(records => ({ kind, records }))

/** Inserts, updates, deletions and moves of every kind. */
export const modelBatch: fc.Arbitrary<ModelBatch> = fc.oneof(
  { weight: 4, arbitrary: batchOf('contacts', contact, deletion('k', 60)) },
  { weight: 3, arbitrary: batchOf('feedback', feedback, deletion('f', 40)) },
  { weight: 3, arbitrary: batchOf('orders', order, deletion('o', 40)) },
  { weight: 2, arbitrary: batchOf('customers', person, deletion('c', 12)) },
  { weight: 1, arbitrary: batchOf('cost-rates', rate, deletion('r', 4)) },
)
