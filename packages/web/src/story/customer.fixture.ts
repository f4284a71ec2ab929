import type { AnswerRecord, ContactRecord, Customer, OrderRecord, VisitRecord } from './answer.ts'

const stages = ['Ontdekken', 'Overwegen', 'Kopen', 'Ontvangen'].map(name => ({ id: name.toLowerCase(), name }))

export const visitAt = (at: string, touchpoint: string, stage: string | null): VisitRecord => ({
  id: `visit ${at}`,
  source: 'web',
  at,
  stage,
  touchpoint: { name: touchpoint, channel: 'web', department: 'Webshop', awareness: 'CONSCIOUS' },
})

export const orderAt = (at: string, more: Partial<OrderRecord> = {}): OrderRecord => ({
  id: `order ${at}`,
  source: 'shop',
  externalId: '10448213',
  at,
  placedIn: 'web',
  amount: { amount: '149.95', currency: 'EUR' },
  promisedAt: null,
  deliveredAt: null,
  late: null,
  refunds: [],
  ...more,
})

export const contactAt = (openedAt: string, more: Partial<ContactRecord> = {}): ContactRecord => ({
  id: `contact ${openedAt}`,
  source: 'desk',
  openedAt,
  answeredAt: null,
  firstResponseAt: null,
  resolvedAt: null,
  closedAt: null,
  channel: 'chat',
  channels: null,
  initiatedBy: 'CUSTOMER',
  issue: 'none',
  topic: null,
  stage: null,
  subject: null,
  text: null,
  team: null,
  agent: null,
  outcome: null,
  queueSeconds: null,
  talkSeconds: null,
  holdSeconds: null,
  wrapSeconds: null,
  handleSeconds: null,
  cost: null,
  trigger: null,
  events: { nodes: [] },
  ...more,
})

export const answerAt = (at: string, more: Partial<AnswerRecord> = {}): AnswerRecord => ({
  id: `answer ${at}`,
  source: 'survey',
  at,
  answers: 'RELATIONAL_NPS',
  score: 7,
  scaleMin: 0,
  scaleMax: 10,
  comment: null,
  favourable: false,
  unfavourable: false,
  contact: null,
  touchpoint: null,
  ...more,
})

type Records = { visits?: VisitRecord[]; orders?: OrderRecord[]; contacts?: ContactRecord[]; answers?: AnswerRecord[] }

const whole = <T>(nodes: T[]) => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false, endCursor: null },
  nodes: nodes.toReversed(),
})

/** A customer of whom all records are here; they are given oldest first, and come newest first as from the server. */
export const customerWith = ({ visits = [], orders = [], contacts = [], answers = [] }: Records): Customer => ({
  __typename: 'Customer',
  id: 'anja',
  name: 'Anja de Vries',
  company: null,
  anonymous: null,
  brand: 'Loopwijs',
  segment: null,
  country: 'NL',
  acquiredAt: null,
  identities: [],
  journeys: {
    nodes: [
      {
        outcome: null,
        map: { name: 'Aankoop', stages },
      },
    ],
  },
  interactions: whole(visits),
  orders: whole(orders),
  contacts: whole(contacts),
  feedback: whole(answers),
})
