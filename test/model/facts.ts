import { addDays, type Day } from '@tweeluik/schema'
import type { ReferenceRow } from '@tweeluik/schema/metrics'
import fc from 'fast-check'

/** Around a leap day and a change of the clock. */
export const FIRST_DAY = '2024-02-20'
const DAYS = 50
export const TODAY = '2024-04-05'
export const BRANDS = ['north', 'south', 'west'] as const

const id = (digit: number) => '11111111-1111-4111-8111-111111111111'.replaceAll('1', String(digit))

/** The third has not come yet, and one brand alone knows the second. */
export const triggers = [
  { id: id(1), brand: null, name: 'unclear invoice', department: 'billing' },
  { id: id(2), brand: 'south', name: 'late parcel', department: 'logistics' },
]

export const words = {
  BRAND: [...BRANDS],
  CHANNEL: ['phone', 'chat', 'mail'],
  TEAM: ['red', 'blue'],
  TOPIC: ['bill', 'parcel'],
  TRIGGER: [id(1), id(2), id(3)],
  DEPARTMENT: ['billing', 'logistics'],
  SEGMENT: ['gold', 'O\'Hara, "x"'],
  COUNTRY: ['NL', 'BE'],
  JOURNEY_MAP: [id(4), id(5)],
  STAGE: ['orient', 'use'],
  TOUCHPOINT: [id(6), id(7), id(8)],
  CONTACTED: ['true', 'false'],
  SLA_POLICY: [id(9), id(4)],
} as const

const day = fc.integer({ min: 0, max: DAYS }).map(count => addDays(FIRST_DAY, count))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const seconds = maybe(fc.integer({ min: 0, max: 900 }))
const gap = maybe(fc.integer({ min: 0, max: 45 }))
const currency = fc.constantFrom('EUR', 'EUR', 'USD', 'GBP')
const uuid = fc.uuid({ version: 4 })
const own = {
  id: uuid,
  brand: fc.constantFrom(...BRANDS),
  segment: maybe(fc.constantFrom(...words.SEGMENT)),
  country: maybe(fc.constantFrom(...words.COUNTRY)),
}
const channel = fc.constantFrom(...words.CHANNEL)
const team = maybe(fc.constantFrom(...words.TEAM))
const triggerId = maybe(fc.constantFrom(...words.TRIGGER))
const stage = maybe(fc.constantFrom(...words.STAGE))
const touchpointId = fc.constantFrom(...words.TOUCHPOINT)
const slaPolicyId = maybe(fc.constantFrom(...words.SLA_POLICY))
const journeyMapId = fc.constantFrom(...words.JOURNEY_MAP)

/** Few enough to come back, and to be of several groups. */
const spender = fc.constantFrom(...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(id))

const journeyId = fc.constantFrom(...[1, 2, 3].map(id))

/** At some hour of its day. */
const hour = fc.nat(20)
const atHour = <Row extends { day: Day; hour: number }>({ hour, ...row }: Row) => ({
  ...row,
  at: `${row.day}T${String(hour).padStart(2, '0')}:00:00Z`,
})

const leastOf = (one: number | null, other: number | null) =>
  one === null ? other : other === null ? one : Math.min(one, other)

const contact = fc
  .record({
    ...own,
    channel,
    team,
    topic: maybe(fc.constantFrom(...words.TOPIC)),
    triggerId,
    journeyMapId: maybe(journeyMapId),
    stage,
    touchpointId: maybe(touchpointId),
    resolutionDay: maybe(day),
    transfers: maybe(fc.nat(2)),
    reopens: maybe(fc.nat(2)),
    agentReplies: maybe(fc.nat(3)),
    initiatedBy: maybe(fc.constantFrom('customer', 'company')),
    slaMet: maybe(fc.boolean()),
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
    holdHandleSeconds: seconds,
    wrapHandleSeconds: seconds,
    firstResponseDay: maybe(day),
    firstResponseSeconds: seconds,
    firstResolvedDay: maybe(day),
    firstResolutionSeconds: seconds,
    lastResolvedDay: maybe(day),
    fullResolutionSeconds: seconds,
    businessAnswerSeconds: seconds,
    businessFirstResponseSeconds: seconds,
    businessFirstResolutionSeconds: seconds,
    businessFullResolutionSeconds: seconds,
    slaPolicyId,
    waiting: fc.boolean(),
    contained: maybe(fc.boolean()),
    avoidable: fc.boolean(),
    answerSeconds: seconds,
    inChain: fc.boolean(),
    previousGapDays: gap,
    nextGapDays: gap,
    costE4: maybe(fc.integer({ min: 0, max: 500_000 })),
    costCurrency: currency,
  })
  .map(({ nextGapDays, costCurrency, ...row }) => ({
    ...row,
    // What a cause says of a contact is said of no contact without one.
    avoidable: row.triggerId !== null && row.avoidable,
    costCurrency: row.costE4 === null ? null : costCurrency,
    nearestGapDays: leastOf(row.previousGapDays, nextGapDays),
  }))

const slaTarget = fc
  .record({
    ...own,
    target: fc.constantFrom('FIRST_RESPONSE', 'NEXT_REPLY', 'RESOLUTION'),
    policyId: fc.constantFrom(...words.SLA_POLICY),
    met: maybe(fc.boolean()),
    day,
    channel,
    team,
    triggerId,
  })
  .map(row => ({ ...row, day: row.met === null ? null : row.day }))

const contactEvent = fc
  .record({
    ...own,
    type: fc.constantFrom('resolved', 'resolved', 'reopened', 'transferred'),
    day,
    reopened: fc.boolean(),
    contactChannel: channel,
    contactTeam: team,
    contactTriggerId: triggerId,
  })
  // Only a resolution can be followed by a reopening.
  .map(row => ({ ...row, reopened: row.type === 'resolved' && row.reopened }))

const survey = fc.record({
  ...own,
  day,
  skipped: fc.boolean(),
  answered: fc.boolean(),
  touchpointId: maybe(touchpointId),
})

const qualityReview = fc.record({ ...own, day, scoreE4: fc.integer({ min: 0, max: 10_000 }), channel, team })

const interaction = fc
  .record({
    ...own,
    customerId: spender,
    day,
    hour,
    journeyId: maybe(journeyId),
    journeyMapId: maybe(journeyMapId),
    stage,
    touchpointId,
    sessionContained: maybe(fc.boolean()),
  })
  .map(atHour)

/** One of them has no stages. */
export const journeyMaps = [
  { id: id(4), brand: null, stages: [...words.STAGE, 'return'].map(stage => ({ id: stage, name: stage })) },
]

const journey = fc.record({
  ...own,
  id: fc.oneof(uuid, journeyId),
  day,
  journeyMapId,
  windowEndDay: maybe(day),
  completed: fc.boolean(),
})

const investment = fc.record({
  ...own,
  day,
  amountE4: fc.integer({ min: 0, max: 1_000_000_000 }),
  currency,
  lens: fc.constantFrom('cx', 'service'),
  purpose: fc.constantFrom('acquisition', 'retention'),
  touchpointId: maybe(touchpointId),
})

/** Of some days, between some currencies, in either direction, of one brand or shared, and by several senders. */
const exchangeRate = fc
  .record({
    id: uuid,
    brand: maybe(own.brand),
    day,
    pair: fc.constantFrom(['USD', 'EUR'], ['EUR', 'USD'], ['GBP', 'EUR'], ['EUR', 'GBP'], ['USD', 'GBP']),
    rate: fc.oneof(fc.constantFrom(0.9, 1.25, 3), fc.double({ min: 0.01, max: 30, noNaN: true })),
  })
  .map(({ pair: [from = '', to = ''], ...rate }) => ({ ...rate, from, to }))

const someRates = fc.array(exchangeRate, { maxLength: 60 })
const ratesOfEveryDay = fc
  .tuple(fc.infiniteStream(uuid), fc.infiniteStream(fc.constantFrom(0.5, 0.9, 1.25)))
  .map(([ids, rates]) =>
    Array.from({ length: 2 * DAYS }, (_, at) => addDays(FIRST_DAY, at)).flatMap(day =>
      ['EUR', 'GBP'].map(to => ({
        id: ids.next().value,
        brand: null,
        day,
        from: 'USD',
        to,
        rate: rates.next().value,
      })),
    ),
  )

const feedback = fc
  .record({
    ...own,
    customerId: spender,
    kind: fc.constantFrom('relational_nps', 'transactional_nps', 'csat', 'ces', 'review'),
    day,
    hour,
    verdict: fc.constantFrom('favourable', 'neutral', 'unfavourable'),
    standardScoreE2: fc.integer({ min: 100, max: 500 }),
    contactId: maybe(uuid),
    resolved: maybe(fc.boolean()),
    contactResolved: maybe(fc.boolean()),
    haloPoints: maybe(fc.constantFrom(-200, -100, 0, 100, 200)),
    channel: maybe(channel),
    team,
    aboutTouchpointId: maybe(touchpointId),
    stage,
    contacted: fc.boolean(),
  })
  .map(({ verdict, haloPoints, ...row }) => ({
    ...atHour(row),
    // Of a pair, which only such an answer is in.
    haloPoints: row.kind === 'transactional_nps' ? haloPoints : null,
    favourable: verdict === 'favourable',
    unfavourable: verdict === 'unfavourable',
  }))

const order = fc
  .record({
    ...own,
    customerId: spender,
    channel: maybe(channel),
    day,
    hour,
    amountE4: fc.integer({ min: 0, max: 100_000_000 }),
    marginE4: maybe(fc.integer({ min: -1_000_000, max: 50_000_000 })),
    currency,
    repeat: fc.boolean(),
    refunds: fc.array(fc.record({ days: fc.nat(20), amountE4: fc.integer({ min: 0, max: 9_000_000 }) }), {
      maxLength: 2,
    }),
  })
  .map(atHour)

type RandomOrder = typeof order extends fc.Arbitrary<infer Order> ? Order : never

/** An order's refunds, each so many days after what came before it. */
function refundsOf({ refunds, ...placed }: RandomOrder) {
  let day = placed.day
  return refunds.map(({ days, amountE4 }, at) => {
    day = addDays(day, days)
    const marginE4 = placed.marginE4 === null ? null : Math.round(placed.marginE4 / 7)
    return { ...placed, day, amountE4, marginE4, position: at + 1, previousGapDays: days }
  })
}

/** What a customer was on a day. */
interface Being {
  segment: string | null
  country: string | null
}

/** Fits of some days, of brands and of all together. */
const lifetime = fc
  .uniqueArray(fc.record({ brand: fc.constantFrom(...BRANDS, '*'), day }), {
    maxLength: 20,
    selector: ({ brand, day }) => `${brand} ${day}`,
  })
  .chain(fits =>
    fc.tuple(
      ...fits.map(fit =>
        fc
          .record({
            customers: fc.nat(100),
            marginByMonth: fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 5 }),
          })
          .map(told => ({ ...fit, ...told })),
      ),
    ),
  )

/** On which days a customer did what, at which brand. */
export interface Trip {
  customerId: string
  days: ({ flag: 'contacted' | 'ordered' | 'visited' | 'acquired'; brand: string; day: Day } & Being)[]
  churned: { brand: string; day: Day } | null
}

const being = fc.record({ segment: own.segment, country: own.country })

/** Most customers stay who they are. */
const trip: fc.Arbitrary<Trip> = fc
  .record({
    customerId: uuid,
    steady: fc.option(being, { nil: null, freq: 2 }),
    days: fc.array(
      fc.record({
        flag: fc.constantFrom('contacted', 'ordered', 'ordered', 'visited', 'acquired'),
        brand: own.brand,
        day,
        being,
      }),
      { maxLength: 8 },
    ),
    churned: maybe(fc.record({ brand: own.brand, day })),
  })
  .map(({ steady, days, ...rest }) => ({
    ...rest,
    days: days.map(({ being, ...one }) => ({ ...one, ...(steady ?? being) })),
  }))

export const trips = fc.array(trip, { maxLength: 15 })

/** Random facts of every kind: those about customers agree with each other, the rest need not. */
export const company = fc
  .record({
    contact: fc.array(contact, { maxLength: 60 }),
    contact_event: fc.array(contactEvent, { maxLength: 40 }),
    sla_target: fc.array(slaTarget, { maxLength: 40 }),
    feedback: fc.array(feedback, { maxLength: 40 }),
    survey: fc.array(survey, { maxLength: 20 }),
    quality_review: fc.array(qualityReview, { maxLength: 20 }),
    interaction: fc.array(interaction, { maxLength: 40 }),
    journey: fc.uniqueArray(journey, { maxLength: 20, selector: ({ id }) => id }),
    investment: fc.array(investment, { maxLength: 15 }),
    exchange_rate: fc.oneof(fc.constant([]), someRates, ratesOfEveryDay) as typeof someRates,
    orders: fc.array(order, { maxLength: 40 }),
    lifetime,
    trips,
  })
  .map(({ orders, ...rest }) => ({
    ...rest,
    trigger: triggers,
    journey_map: journeyMaps,
    order: orders.map(({ refunds: _refunds, ...row }) => row),
    refund: orders.flatMap(refundsOf),
  }))

const FLAGS = ['contacted', 'ordered', 'visited', 'acquired', 'churned'] as const

/** A customer's rows of `customer_days`. */
function daysOf({ customerId, days, churned }: Trip): ReferenceRow[] {
  const all = [...days, ...(churned ? [{ ...churned, flag: 'churned' as const, segment: null, country: null }] : [])]
  const byKey = Map.groupBy(all, ({ brand, day, segment, country }) => JSON.stringify({ brand, day, segment, country }))
  return [...byKey].map(([key, same]) => ({
    customerId,
    ...(JSON.parse(key) as object),
    ...Object.fromEntries(FLAGS.map(flag => [flag, same.some(one => one.flag === flag)])),
  }))
}

export const customerDays = (trips: readonly Trip[]): ReferenceRow[] => trips.flatMap(daysOf)
