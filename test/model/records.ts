import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'

export type ModelRecord = Record<string, unknown> & { id: string }

/** A delivery of the model: few ids, customers and days, so that everything meets everything. */
export interface ModelBatch {
  kind: RecordKind
  records: ModelRecord[]
}

const DAY_MS = 86_400_000
const one = <T>(...values: T[]) => fc.constantFrom(...values)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const whole = (min: number, max: number) => fc.integer({ min, max })
const word = (letter: string, count: number) => whole(1, count).map(number => `${letter}${number}`)
const numberOf = (id: string) => Number(id.slice(1))
const after = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

const FROM = '2026-03-01T00:00:00.000Z'
const at = whole(0, 60 * 24 * 4).map(quarters => after(FROM, quarters * 900_000))
const brand = maybe(one('north', 'south'))
const team = maybe(one('A', 'B'))
const channel = one('phone', 'chat')
const stage = one('orient', 'buy', 'use')
const currency = one('EUR', 'USD')
const seconds = maybe(whole(0, 900))

/** In force before all that happens, or since somewhere in the middle. */
const LONG_AGO = '2026-02-01T00:00:00.000Z'
const force = fc.oneof(one(LONG_AGO), at)
/** A rush: what lies close together, so that it is one session or not by minutes. */
const rush = fc.tuple(whole(0, 2), whole(0, 8)).map(([day, quarter]) => after(FROM, day * DAY_MS + quarter * 900_000))
const promised = one(0, 3_600, 100_000)
const openings = [
  {},
  {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '17:30'],
    ],
    wed: [['09:00', '17:00']],
    sun: [['00:00', '24:00']],
  },
  { tue: [['20:00', '24:00']], wed: [['00:00', '05:00']] },
]

const ids = {
  touchpoints: word('p', 5),
  triggers: word('g', 5),
  'journey-maps': word('m', 3),
  calendars: word('h', 2),
  'sla-policies': word('l', 2),
  'cost-rates': word('r', 4),
  'exchange-rates': word('d', 4),
  annotations: word('a', 2),
  customers: word('c', 12),
  journeys: word('j', 12),
  interactions: word('i', 40),
  contacts: word('k', 40),
  'contact-events': word('e', 120),
  surveys: word('s', 12),
  feedback: word('f', 40),
  'quality-reviews': word('q', 12),
  exposures: word('x', 8),
  orders: word('o', 40),
  investments: word('n', 6),
} satisfies Record<RecordKind, fc.Arbitrary<string>>

/** A fact happens more often than a catalogue is changed. */
const weights: Partial<Record<RecordKind, number>> = {
  contacts: 8,
  'contact-events': 8,
  interactions: 5,
  feedback: 5,
  orders: 4,
  journeys: 4,
  customers: 4,
  surveys: 3,
  touchpoints: 3,
  'journey-maps': 3,
  'quality-reviews': 2,
  calendars: 2,
  'sla-policies': 2,
}

const contact = fc
  .record({
    customer: maybe(ids.customers),
    channel,
    team,
    openedAt: fc.oneof(at, rush),
    topic: maybe(one('bill', 'parcel')),
    trigger: maybe(ids.triggers),
    journey: maybe(ids.journeys),
    touchpoint: maybe(ids.touchpoints),
    order: maybe(ids.orders),
    initiatedBy: maybe(one('customer', 'company')),
    bot: maybe(fc.boolean()),
    concurrency: maybe(one(1, 2, 3)),
    queueSeconds: seconds,
    talkSeconds: seconds,
    holdSeconds: seconds,
    wrapSeconds: seconds,
    outcome: maybe(one('resolved', 'unresolved', 'abandoned')),
    agentReplies: maybe(whole(0, 3)),
    transfers: maybe(whole(0, 3)),
    reopens: maybe(whole(0, 3)),
    slaMet: maybe(fc.boolean()),
    brand,
    minutes: fc.record({ answeredAt: seconds, firstResponseAt: seconds, resolvedAt: seconds, closedAt: seconds }),
  })
  .map(({ minutes, ...record }) => {
    const times = Object.entries(minutes).filter(([, minute]) => minute !== undefined)
    return {
      ...record,
      ...Object.fromEntries(times.map(([field, minute = 0]) => [field, after(record.openedAt, minute * 60_000)])),
    }
  })

const event = fc
  .record({
    // Few have so many that somebody waits for a reply.
    contact: fc.oneof(ids.contacts, word('k', 6)),
    customer: maybe(ids.customers),
    at,
    type: one(
      'queued',
      'bot_replied',
      'customer_replied',
      'customer_replied',
      'customer_replied',
      'customer_replied',
      'answered',
      'agent_replied',
      'agent_replied',
      'agent_replied',
      'transferred',
      'channel_switched',
      'resolved',
      'resolved',
      'reopened',
      'closed',
    ),
    team,
    brand,
  })
  .chain(record =>
    one('phone', 'video').map(to => ({ ...record, ...(record.type === 'channel_switched' && { channel: to }) })),
  )

const order = fc
  .record({
    customer: ids.customers,
    at,
    amount: whole(0, 900),
    currency,
    channel: maybe(one('web', 'shop')),
    refund: maybe(fc.record({ days: whole(0, 40), amount: whole(1, 90) })),
    brand,
  })
  .map(({ refund, ...rest }) => ({
    ...rest,
    ...(refund && { refunds: [{ at: after(rest.at, refund.days * DAY_MS), amount: refund.amount }] }),
  }))

const map = fc
  .record({
    touchpoints: fc.uniqueArray(ids.touchpoints, { maxLength: 4 }),
    stages: fc.array(stage, { minLength: 4, maxLength: 4 }),
    windowDays: maybe(whole(1, 20)),
    completedBy: maybe(ids.touchpoints),
    brand,
  })
  .map(({ touchpoints, stages, ...rest }) => ({
    ...rest,
    name: 'a map',
    steps: touchpoints.map((touchpoint, index) => ({ touchpoint, stage: stages[index] })),
    stages: ['orient', 'buy', 'use'].map(id => ({ id, name: id })),
  }))

type Fields = (id: string) => fc.Arbitrary<Record<string, unknown>>

/** What each kind holds beside its id. Rates never overlap and triggers never circle, in whatever order they come. */
const fields: Record<RecordKind, Fields> = {
  touchpoints: () =>
    fc.record({
      name: one('Chat', 'Shop'),
      channel,
      stage: maybe(stage),
      selfService: maybe(one(true, true, false)),
      brand,
    }),
  triggers: id =>
    fc
      .record({
        name: one('Late', 'Torn'),
        department: one('shop', 'logistics'),
        parent: maybe(ids.triggers),
        avoidable: maybe(fc.boolean()),
      })
      .map(record =>
        record.parent && numberOf(record.parent) < numberOf(id) ? record : { ...record, parent: undefined },
      ),
  'journey-maps': () => map,
  calendars: () =>
    fc.record({
      team,
      zone: one('Europe/Amsterdam', 'America/New_York'),
      hours: one(...openings),
      holidays: maybe(one<string | string[]>('NL', ['2026-03-10', '2026-03-11'])),
      from: force,
      brand,
    }),
  'sla-policies': () =>
    fc.record({
      version: whole(1, 3),
      from: force,
      where: one({}, { channel: 'phone' }, { team: 'A' }, { team: 'A', segment: 'loyal' }, { topic: 'bill' }),
      firstResponseSeconds: maybe(promised),
      nextReplySeconds: maybe(promised),
      resolutionSeconds: promised,
      calendar: maybe(ids.calendars),
      brand,
    }),
  'cost-rates': id => {
    const number = numberOf(id)
    const work = { ...(number % 2 === 0 && { team: 'A' }), ...(number > 2 && { channel: 'phone' }) }
    return fc
      .record({ from: at, perHour: whole(10, 90), perContact: maybe(whole(1, 5)), days: maybe(whole(1, 40)), brand })
      .map(({ days, ...rate }) => ({ ...rate, ...work, ...(days && { to: after(rate.from, days * DAY_MS) }) }))
  },
  'exchange-rates': id =>
    fc.record({ from: one('USD'), to: one('EUR'), day: one(`2026-03-0${numberOf(id)}`), rate: one(0.8, 0.9) }),
  annotations: () =>
    fc.record({ name: one('Sale', 'Strike'), from: one('2026-03-02'), to: maybe(one('2026-03-09')), brand }),
  customers: () =>
    fc.record({
      segment: maybe(one('new', 'loyal')),
      country: maybe(one('NL', 'BE')),
      acquiredAt: maybe(at),
      churnedAt: maybe(at),
      brand,
    }),
  journeys: () =>
    fc
      .record({
        customer: ids.customers,
        map: ids['journey-maps'],
        startedAt: at,
        outcome: maybe(one('completed', 'abandoned')),
        days: maybe(whole(0, 20)),
        brand,
      })
      .map(({ days, ...rest }) => ({ ...rest, ...(days && { endedAt: after(rest.startedAt, days * DAY_MS) }) })),
  interactions: () =>
    fc.record({
      customer: maybe(ids.customers),
      touchpoint: ids.touchpoints,
      at: fc.oneof(at, rush),
      journey: maybe(ids.journeys),
      brand,
    }),
  contacts: () => contact,
  'contact-events': () => event,
  surveys: () =>
    fc.record({
      customer: maybe(ids.customers),
      contact: maybe(ids.contacts),
      touchpoint: maybe(ids.touchpoints),
      kind: one('csat', 'ces'),
      sentAt: at,
      skipped: maybe(fc.boolean()),
      brand,
    }),
  feedback: () =>
    fc
      .record({
        customer: maybe(ids.customers),
        contact: maybe(ids.contacts),
        survey: maybe(ids.surveys),
        journey: maybe(ids.journeys),
        touchpoint: maybe(ids.touchpoints),
        kind: one('relational_nps', 'relational_nps', 'transactional_nps', 'csat', 'ces'),
        score: whole(0, 10),
        resolved: maybe(fc.boolean()),
        at,
        brand,
      })
      .map(answer => (answer.kind.endsWith('nps') ? answer : { ...answer, score: 1 + (answer.score % 5) })),
  'quality-reviews': () =>
    fc.record({
      contact: ids.contacts,
      at,
      items: one(
        [{ name: 'Greets', weight: 1, score: 3, max: 4 }],
        [{ name: 'True', weight: 2, score: 0, max: 1, critical: true }],
      ),
      brand,
    }),
  exposures: () => fc.record({ customer: ids.customers, trigger: ids.triggers, at, brand }),
  orders: () => order,
  investments: () =>
    fc.record({
      at,
      amount: whole(0, 900),
      currency,
      purpose: one('service', 'other'),
      lens: one('cx', 'service'),
      touchpoint: maybe(ids.touchpoints),
      brand,
    }),
}

const present = (record: ModelRecord) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as ModelRecord

/** One version of one record of a kind: an image of it, or now and then its deletion. */
const versionOf = (kind: RecordKind): fc.Arbitrary<ModelRecord> =>
  ids[kind].chain(id =>
    fc.oneof(
      { weight: 6, arbitrary: fields[kind](id).map(record => present({ ...record, id })) },
      { weight: 1, arbitrary: at.map(deletedAt => ({ id, deletedAt })) },
    ),
  )

const kinds = Object.keys(fields) as RecordKind[]
const anyKind = fc.oneof(...kinds.map(kind => ({ weight: weights[kind] ?? 1, arbitrary: fc.constant(kind) })))

/** Known to its sender long ago, or only in the future. */
const updatedAt = fc.oneof(
  at,
  at.map(known => known.replace('2026', '2099')),
)
const perhapsVersioned = (record: ModelRecord) =>
  maybe(updatedAt).map(known => present({ ...record, updatedAt: known }))

/** Creations, updates early and late, deletions and moves of every kind, before and after what they refer to. */
export const modelBatch: fc.Arbitrary<ModelBatch> = anyKind.chain(kind =>
  fc
    .uniqueArray(versionOf(kind).chain(perhapsVersioned), { minLength: 1, maxLength: 20, selector: ({ id }) => id })
    .map(records => ({ kind, records })),
)

const everyWeekday = (spans: string[][]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, spans]))

/** What is in force before anything happens, so that from the first contact on there are hours to tell and promises to keep. */
export const catalogues: ModelBatch[] = [
  {
    kind: 'calendars',
    records: [
      { id: 'h0', zone: 'Europe/Amsterdam', hours: everyWeekday([['08:00', '20:00']]), holidays: 'NL', from: LONG_AGO },
    ],
  },
  {
    kind: 'sla-policies',
    records: [
      {
        id: 'l0',
        version: 1,
        from: LONG_AGO,
        where: {},
        firstResponseSeconds: 3_600,
        nextReplySeconds: 3_600,
        calendar: 'h0',
      },
    ],
  },
  { kind: 'touchpoints', records: [{ id: 'p1', name: 'Questions', channel: 'web', selfService: true }] },
]

/** So many versions of records of these kinds; each has an `updatedAt` of its own, so that their order is told. */
export const modelHistory = (length: number, of = anyKind): fc.Arbitrary<{ kind: RecordKind; record: ModelRecord }[]> =>
  fc
    .array(
      of.chain(kind => versionOf(kind).map(record => ({ kind, record }))),
      { minLength: length, maxLength: length },
    )
    .map(versions =>
      versions.map(({ kind, record }, index) => ({
        kind,
        record: { ...record, updatedAt: after(FROM, index * 97 * 60_000) },
      })),
    )
