import { recordId } from '@tweeluik/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { type TestServer, testServer } from '../support/serving.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const idOf = (kind: 'customer' | 'contact', externalId: string) => globalId(kind, recordId(kind, 'test', externalId))

const QUESTION = `{
  contacts { totalCount nodes { id customer { id } feedback { nodes { customer { id } } } } }
  metrics(keys: [CONTACTS, CONTACTING_CUSTOMERS, RESOLUTION_RATE], period: { from: "2026-03-01", to: "2026-04-01" }) {
    total { value n }
  }
}`

const contact = { id: 'call', channel: 'phone', openedAt: '2026-03-02T10:00:00Z', outcome: 'resolved' }
const answer = { id: 'answer', contact: 'call', kind: 'csat', score: 5, at: '2026-03-02T11:00:00Z' }

test.each([
  ['without a customer', undefined, 0],
  ['with one', 'anja', 1],
  ['with another', 'bram', 1],
  ['without one again', undefined, 0],
])(
  'a contact sent %s stays one row of one id, its answer goes along, and the figures are right',
  async (_name, customer, contacting) => {
    await server.ingest('contacts', [{ ...contact, customer }])
    await server.ingest('feedback', [answer])
    const { data, errors } = await server.graphql(QUESTION)
    const whose = customer === undefined ? null : { id: idOf('customer', customer) }
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      contacts: {
        totalCount: 1,
        nodes: [{ id: idOf('contact', 'call'), customer: whose, feedback: { nodes: [{ customer: whose }] } }],
      },
      metrics: [
        { total: { value: 1, n: 1 } },
        { total: { value: contacting, n: contacting } },
        { total: { value: 1, n: 1 } },
      ],
    })
    expect(await audit(server.database)).toEqual([])
  },
)
