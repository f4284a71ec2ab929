import { addDays, type Day, daysBetween } from '@tweeluik/schema'
import type { ReferenceRow } from '@tweeluik/schema/metrics'
import fc from 'fast-check'

/** Around a leap day and a change of the clock. */
export const FIRST_DAY = '2024-02-20'
const DAYS = 50
export const TODAY = '2024-04-05'
export const BRANDS = ['north', 'south', 'west'] as const

export const words = {
  BRAND: [...BRANDS],
  CHANNEL: ['phone', 'chat', 'mail'],
  TEAM: ['red', 'blue'],
  TOPIC: ['bill', 'parcel'],
  TRIGGER: ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'],
  SEGMENT: ['gold', 'O\'Hara, "x"'],
  COUNTRY: ['NL', 'BE'],
} as const

const day = fc.integer({ min: 0, max: DAYS }).map(count => addDays(FIRST_DAY, count))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const seconds = maybe(fc.integer({ min: 0, max: 900 }))
const gap = maybe(fc.integer({ min: 0, max: 45 }))
const currency = fc.constantFrom('EUR', 'EUR', 'USD')
const uuid = fc.uuid({ version: 4 })
const own = {
  id: uuid,
  brand: fc.constantFrom(...BRANDS),
  segment: maybe(fc.constantFrom(...words.SEGMENT)),
  country: maybe(fc.constantFrom(...words.COUNTRY)),
}
const channel = fc.constantFrom(...words.CHANNEL)

const leastOf = (one: number | null, other: number | null) =>
  one === null ? other : other === null ? one : Math.min(one, other)

const contact = fc
  .record({
    ...own,
    channel,
    team: maybe(fc.constantFrom(...words.TEAM)),
    topic: maybe(fc.constantFrom(...words.TOPIC)),
    triggerId: maybe(fc.constantFrom(...words.TRIGGER)),
    openedDay: day,
    answeredDay: maybe(day),
    handledDay: day,
    handled: fc.boolean(),
    offered: fc.boolean(),
    resolved: fc.boolean(),
    outcome: maybe(fc.constantFrom('resolved', 'unresolved', 'abandoned')),
    queueSeconds: seconds,
    handleSeconds: seconds,
    talkHandleSeconds: seconds,
    answerSeconds: seconds,
    inChain: fc.boolean(),
    previousGapDays: gap,
    nextGapDays: gap,
    costE4: maybe(fc.integer({ min: 0, max: 500_000 })),
    costCurrency: currency,
  })
  .map(({ nextGapDays, costCurrency, ...row }) => ({
    ...row,
    costCurrency: row.costE4 === null ? null : costCurrency,
    nearestGapDays: leastOf(row.previousGapDays, nextGapDays),
  }))

const feedback = fc
  .record({
    ...own,
    kind: fc.constantFrom('relational_nps', 'transactional_nps', 'csat', 'ces', 'review'),
    day,
    verdict: fc.constantFrom('favourable', 'neutral', 'unfavourable'),
    standardScoreE2: fc.integer({ min: 100, max: 500 }),
    channel: maybe(channel),
    team: maybe(fc.constantFrom(...words.TEAM)),
  })
  .map(({ verdict, ...row }) => ({
    ...row,
    favourable: verdict === 'favourable',
    unfavourable: verdict === 'unfavourable',
  }))

const order = fc.record({
  ...own,
  customerId: uuid,
  channel: maybe(channel),
  day,
  amountE4: fc.integer({ min: 0, max: 100_000_000 }),
  currency,
  repeat: fc.boolean(),
  refunds: fc.array(fc.record({ days: fc.nat(20), amountE4: fc.integer({ min: 0, max: 9_000_000 }) }), {
    maxLength: 2,
  }),
})

type RandomOrder = typeof order extends fc.Arbitrary<infer Order> ? Order : never

/** An order's refunds, each so many days after what came before it. */
function refundsOf({ refunds, repeat: _repeat, ...placed }: RandomOrder) {
  let day = placed.day
  return refunds.map(({ days, amountE4 }, at) => {
    day = addDays(day, days)
    return { ...placed, day, amountE4, position: at + 1, previousGapDays: days }
  })
}

/** On which days a customer did what, at which brand. */
interface Trip {
  customerId: string
  days: { kind: 'contact' | 'order'; brand: string; day: Day }[]
  churnedDay: Day | null
}

const trip: fc.Arbitrary<Trip> = fc.record({
  customerId: uuid,
  days: fc.array(fc.record({ kind: fc.constantFrom('contact', 'order'), brand: own.brand, day }), { maxLength: 8 }),
  churnedDay: maybe(day),
})

/** Random facts of every kind: those about customers agree with each other, the rest need not. */
export const company = fc
  .record({
    contact: fc.array(contact, { maxLength: 60 }),
    feedback: fc.array(feedback, { maxLength: 40 }),
    orders: fc.array(order, { maxLength: 40 }),
    trips: fc.array(trip, { maxLength: 15 }),
  })
  .map(({ orders, ...rest }) => ({
    ...rest,
    order: orders.map(({ refunds: _refunds, ...row }) => row),
    refund: orders.flatMap(refundsOf),
  }))

const between = (before: Day | undefined, later: Day) => (before === undefined ? null : daysBetween(before, later))

/** A customer's rows of some brands taken together. A churn ends what the base day before it began. */
function daysOf({ customerId, days, churnedDay }: Trip, brands: readonly string[], label: string): ReferenceRow[] {
  const own = days.filter(one => brands.includes(one.brand))
  const on = (kind: string) => [...new Set(own.filter(one => one.kind === kind).map(one => one.day))].sort()
  const simple = (kind: string, on: readonly Day[]) =>
    on.map((day, at) => ({
      kind,
      day,
      previousGapDays: between(on[at - 1], day),
      beforePreviousGapDays: between(on[at - 2], day),
      nextGapDays: on[at + 1] === undefined ? null : between(day, on[at + 1] ?? day),
    }))
  const ordered = on('order')
  const base = [
    ...ordered.map(day => ({ kind: 'base', day })),
    ...(churnedDay && own.length > 0 ? [{ kind: 'churn', day: churnedDay }] : []),
  ].sort((left, right) => (`${left.day}${left.kind}` < `${right.day}${right.kind}` ? -1 : 1))
  const baseRows = base.map(({ kind, day }, at) => {
    const before = base[at - 1]
    const after = base[at + 1]
    const gap = before?.kind === 'base' ? daysBetween(before.day, day) : null
    return {
      kind,
      day,
      previousGapDays: gap === null ? null : gap + (kind === 'churn' ? 1 : 0),
      beforePreviousGapDays: null,
      nextGapDays: kind === 'churn' || !after ? null : daysBetween(day, after.day),
    }
  })
  const rows = [
    ...simple('contact', on('contact')),
    ...simple('order', ordered),
    ...simple('activity', ordered),
    ...baseRows,
  ]
  return rows.map(row => ({ ...row, customerId, brand: label }))
}

/** The rows of `customer_days` over some brands as if they were one. */
export const customerDays = (trips: readonly Trip[], brands: readonly string[], label: string): ReferenceRow[] =>
  trips.flatMap(one => daysOf(one, brands, label))

/** As a load leaves them: per brand, and once over all. */
export const storedCustomerDays = (trips: readonly Trip[]): ReferenceRow[] => [
  ...BRANDS.flatMap(brand => customerDays(trips, [brand], brand)),
  ...customerDays(trips, BRANDS, '*'),
]
