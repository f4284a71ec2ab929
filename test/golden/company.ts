import type { TestServer } from '../support/serving.ts'

/** A small company, of which every number can be counted by hand. */
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

const contacts = [
  {
    id: 'c1',
    customer: 'anja',
    order: 'o1',
    channel: 'chat',
    team: 'north',
    agent: 'Alfredo',
    topic: 'delivery',
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
    channel: 'phone',
    team: 'south',
    topic: 'invoice',
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
    channel: 'phone',
    team: 'south',
    topic: 'invoice',
    openedAt: '2026-03-05T09:00:00Z',
    queueSeconds: 120,
    outcome: 'abandoned',
    initiatedBy: 'customer',
  },
  { id: 'c4', channel: 'phone', openedAt: '2026-03-06T09:00:00Z', talkSeconds: 30 },
]

const feedback = [
  {
    id: 'f1',
    customer: 'anja',
    contact: 'c1',
    kind: 'csat',
    score: 5,
    at: '2026-02-04T12:00:00Z',
    comment: 'Snel geholpen',
  },
  { id: 'f2', customer: 'anja', contact: 'c1', kind: 'ces', score: 6, at: '2026-02-04T12:00:00Z' },
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
  await server.ingest('customers', customers)
  await server.ingest('orders', orders)
  await server.ingest('contacts', contacts)
  await server.ingest('feedback', feedback)
}
