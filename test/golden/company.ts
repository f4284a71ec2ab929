import type { TestServer } from '../support/serving.ts'

/** A small company, of which every number can be counted by hand. One cause of a contact never comes. */
const touchpoints = [
  {
    id: 'page',
    name: 'Product page',
    stage: 'orient',
    channel: 'web',
    department: 'marketing',
    awareness: 'conscious',
  },
  { id: 'chat', name: 'Chat', stage: 'buy', channel: 'chat', department: 'service', momentOfTruth: true },
]

const triggers = [
  { id: 'money', name: 'Money matters', department: 'finance' },
  {
    id: 'invoice',
    name: 'Unclear invoice',
    parent: 'money',
    department: 'billing',
    avoidable: true,
    ratePer: 'customers',
  },
  { id: 'parcel', name: 'Late parcel', department: 'logistics', ratePer: 'orders' },
]

const journeyMaps = [
  {
    id: 'shop',
    name: 'From wish to shoe',
    completedBy: 'chat',
    stages: [
      { id: 'orient', name: 'Orient' },
      { id: 'decide', name: 'Decide' },
    ],
    steps: [
      { touchpoint: 'page', stage: 'orient' },
      { touchpoint: 'chat', stage: 'decide', optional: true },
    ],
  },
]

const calendars = [
  {
    id: 'h1',
    team: 'north',
    zone: 'Europe/Amsterdam',
    hours: {
      mon: [['09:00', '17:30']],
      sat: [
        ['10:00', '12:00'],
        ['13:00', '16:00'],
      ],
    },
    holidays: ['2026-04-27'],
    from: '2026-01-01T00:00:00Z',
  },
  { id: 'h2', zone: 'Europe/Brussels', hours: {}, holidays: 'BE', from: '2026-01-01T00:00:00Z' },
]

const slaPolicies = [
  {
    id: 'p1',
    version: 1,
    from: '2026-01-01T00:00:00Z',
    where: { channel: 'chat' },
    firstResponseSeconds: 60,
    calendar: 'h1',
  },
]

const costRates = [{ id: 'r1', from: '2026-01-01T00:00:00Z', perHour: '36', perContact: '1', overheadShare: 0.5 }]

const annotations = [
  { id: 'n1', name: 'New invoice', from: '2026-02-23', to: '2026-03-09', department: 'finance' },
  { id: 'n2', name: 'Shorter calls', from: '2026-03-02', lens: 'service', description: 'For team North' },
  { id: 'n3', name: 'Too early', from: '2026-02-01', to: '2026-03-01' },
  { id: 'n4', name: 'Too late', from: '2026-04-01' },
  { id: 'n5', name: 'A moment before', from: '2026-02-28' },
]

const exchangeRates = [
  { id: 'x1', from: 'USD', to: 'EUR', day: '2026-03-02', rate: 0.9 },
  { id: 'x2', from: 'EUR', to: 'USD', day: '2026-02-01', rate: 1.25 },
]

const customers = [
  {
    id: 'anja',
    name: 'Anja Bakker',
    email: 'anja@example.com',
    kind: 'person',
    segment: 'gold',
    country: 'NL',
    acquiredAt: '2025-01-10T12:00:00Z',
  },
  { id: 'bram', name: 'Bram de Vries', kind: 'person', segment: 'silver', country: 'NL' },
  { id: 'cafe', name: 'Café Zuid', kind: 'company', country: 'BE', acquiredAt: '2025-06-01T12:00:00Z' },
]

const orders = [
  {
    id: 'o1',
    customer: 'anja',
    at: '2026-02-01T10:00:00Z',
    amount: '119.95',
    margin: '40',
    channel: 'web',
    promisedAt: '2026-02-03T10:00:00Z',
    deliveredAt: '2026-02-04T10:00:00Z',
  },
  {
    id: 'o2',
    customer: 'anja',
    at: '2026-03-01T10:00:00Z',
    amount: '89.5',
    channel: 'web',
    refunds: [{ at: '2026-03-10T10:00:00Z', amount: '9.5' }],
  },
  { id: 'o3', customer: 'cafe', at: '2026-03-02T10:00:00Z', amount: '0', currency: 'USD', channel: 'shop' },
]

const journeys = [
  { id: 'j1', customer: 'anja', map: 'shop', startedAt: '2026-01-31T20:00:00Z', outcome: 'completed' },
  { id: 'j2', customer: 'bram', map: 'shop', startedAt: '2026-03-04T20:00:00Z' },
]

const interactions = [
  { id: 'i1', customer: 'anja', touchpoint: 'page', journey: 'j1', at: '2026-01-31T20:00:00Z' },
  { id: 'i2', customer: 'bram', touchpoint: 'page', journey: 'j2', at: '2026-03-04T20:00:00Z' },
  { id: 'i3', touchpoint: 'page', at: '2026-03-04T21:00:00Z' },
]

const contacts = [
  {
    id: 'c1',
    customer: 'anja',
    order: 'o1',
    journey: 'j1',
    touchpoint: 'chat',
    trigger: 'parcel',
    channel: 'chat',
    team: 'north',
    agent: 'Alfredo',
    topic: 'delivery',
    slaMet: true,
    openedAt: '2026-02-04T11:00:00Z',
    answeredAt: '2026-02-04T11:01:00Z',
    queueSeconds: 60,
    talkSeconds: 300,
    wrapSeconds: 60,
    outcome: 'resolved',
    initiatedBy: 'customer',
    subject: 'Where is my parcel?',
  },
  {
    id: 'c2',
    customer: 'anja',
    trigger: 'invoice',
    channel: 'phone',
    team: 'south',
    topic: 'invoice',
    slaMet: false,
    openedAt: '2026-03-05T09:00:00Z',
    answeredAt: '2026-03-05T09:05:00Z',
    queueSeconds: 300,
    talkSeconds: 600,
    outcome: 'unresolved',
    initiatedBy: 'customer',
  },
  {
    id: 'c3',
    customer: 'bram',
    trigger: 'invoice',
    channel: 'phone',
    team: 'south',
    topic: 'invoice',
    openedAt: '2026-03-05T09:00:00Z',
    queueSeconds: 120,
    outcome: 'abandoned',
    initiatedBy: 'customer',
  },
  { id: 'c4', trigger: 'strike', channel: 'phone', openedAt: '2026-03-06T09:00:00Z', talkSeconds: 30 },
]

const contactEvents = [
  { id: 'e1', contact: 'c1', type: 'transferred', at: '2026-02-04T11:03:00Z', team: 'north' },
  { id: 'e2', contact: 'c1', type: 'resolved', at: '2026-02-04T11:06:00Z' },
  { id: 'e3', contact: 'c1', type: 'reopened', at: '2026-02-05T09:00:00Z' },
  { id: 'e4', contact: 'c1', type: 'resolved', at: '2026-02-05T09:30:00Z' },
]

const surveys = [
  { id: 's1', customer: 'anja', kind: 'csat', contact: 'c1', touchpoint: 'chat', sentAt: '2026-02-04T11:30:00Z' },
  { id: 's2', customer: 'bram', kind: 'csat', contact: 'c3', sentAt: '2026-03-05T10:00:00Z' },
  { id: 's3', customer: 'anja', kind: 'csat', contact: 'c2', sentAt: '2026-03-05T10:00:00Z', skipped: true },
]

const qualityReviews = [
  {
    id: 'q1',
    contact: 'c1',
    at: '2026-02-10T09:00:00Z',
    reviewer: 'Ineke',
    items: [
      { name: 'accuracy', weight: 3, score: 8, max: 10 },
      { name: 'tone', weight: 1, score: 10, max: 10, critical: true },
    ],
  },
]

const exposures = [
  { id: 'w1', customer: 'anja', trigger: 'invoice', at: '2026-03-04T08:00:00Z' },
  { id: 'w2', customer: 'cafe', trigger: 'invoice', at: '2026-03-04T08:00:00Z' },
]

const investments = [
  { id: 'v1', at: '2026-03-01T10:00:00Z', amount: '1000', purpose: 'retention', lens: 'cx', touchpoint: 'page' },
  { id: 'v2', at: '2026-03-02T10:00:00Z', amount: '500', currency: 'USD', purpose: 'acquisition', lens: 'cx' },
  { id: 'v3', at: '2026-03-03T10:00:00Z', amount: '500', currency: 'USD', purpose: 'other', lens: 'cx' },
  { id: 'v4', at: '2026-03-03T10:00:00Z', amount: '70', purpose: 'service', lens: 'service' },
]

const feedback = [
  {
    id: 'f1',
    customer: 'anja',
    contact: 'c1',
    survey: 's1',
    kind: 'csat',
    score: 5,
    at: '2026-02-04T12:00:00Z',
    comment: 'Snel geholpen',
  },
  { id: 'f2', customer: 'anja', contact: 'c1', kind: 'ces', score: 6, at: '2026-02-04T12:00:00Z' },
  { id: 'f4', kind: 'review', score: 4, touchpoint: 'page', at: '2026-03-04T21:30:00Z' },
  {
    id: 'f3',
    customer: 'bram',
    kind: 'relational_nps',
    score: 4,
    at: '2026-03-20T12:00:00Z',
    comment: 'Nobody answered',
  },
]

/** Sends all of it through the door. */
export async function loadCompany(server: TestServer): Promise<void> {
  await server.ingest('touchpoints', touchpoints)
  await server.ingest('triggers', triggers)
  await server.ingest('journey-maps', journeyMaps)
  await server.ingest('calendars', calendars)
  await server.ingest('sla-policies', slaPolicies)
  await server.ingest('cost-rates', costRates)
  await server.ingest('exchange-rates', exchangeRates)
  await server.ingest('annotations', annotations)
  await server.ingest('customers', customers)
  await server.ingest('orders', orders)
  await server.ingest('journeys', journeys)
  await server.ingest('interactions', interactions)
  await server.ingest('contacts', contacts)
  await server.ingest('contact-events', contactEvents)
  await server.ingest('surveys', surveys)
  await server.ingest('feedback', feedback)
  await server.ingest('quality-reviews', qualityReviews)
  await server.ingest('exposures', exposures)
  await server.ingest('investments', investments)
}
