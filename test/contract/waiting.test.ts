import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rejectExpired } from '../../packages/api/src/ingest/load/expire.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { deliver, NDJSON, receiptIn } from './delivery.ts'
import { passDays } from './late.queries.ts'
import { rejectedOf } from './rejected.queries.ts'

const WAIT_DAYS = 30

let server: TestServer
beforeAll(async () => {
  server = await testServer({ variables: { TWEELUIK_WAIT_DAYS: String(WAIT_DAYS) } })
})
afterAll(() => server.close())

const AT = '2026-03-02T10:00:00Z'
const contact = (id: string, fields: object = {}) => ({ id, channel: 'chat', openedAt: AT, ...fields })
const event = (id: string, of: string, fields: object = {}) => ({
  id,
  contact: of,
  at: AT,
  type: 'resolved',
  ...fields,
})
const review = (id: string, of: string) => ({
  id,
  contact: of,
  at: AT,
  items: [{ name: 'Greets', weight: 1, score: 1, max: 2 }],
})

const send = async (kind: RecordKind, ...records: object[]): Promise<BatchReceipt> =>
  receiptIn(await deliver(server, kind, NDJSON, records.map(record => JSON.stringify(record)).join('\n'), '', 'late'))

/** The receipt of a batch as it is now. */
async function receiptOf({ batchId }: BatchReceipt): Promise<BatchReceipt> {
  const answer = await server.ask(`/ingest/batches/${batchId}`)
  const receipt = answer.json<BatchReceipt>()
  const { received, created, updated, unchanged, waiting, rejected } = receipt
  expect(created + updated + unchanged + waiting + rejected).toBe(received)
  return receipt
}

const asked = async (query: string) => {
  const { data, errors } = await server.graphql(query)
  expect(errors).toBeUndefined()
  return data
}

test('an event and a review before their contact wait, seen in their receipts, and come in with it', async () => {
  const events = await send('contact-events', event('solved', 'call'), event('other', 'never'))
  const reviews = await send('quality-reviews', review('praise', 'call'))
  expect(events).toMatchObject({ received: 2, created: 0, waiting: 2, rejected: 0 })
  expect(reviews).toMatchObject({ received: 1, waiting: 1 })

  expect(await send('contacts', contact('call'))).toMatchObject({ received: 1, created: 1 })
  expect(await receiptOf(events)).toMatchObject({ created: 1, waiting: 1 })
  expect(await receiptOf(reviews)).toMatchObject({ created: 1, waiting: 0 })
  expect(await asked('{ contacts(where: { outcome: { eq: RESOLVED } }) { totalCount nodes { resolvedAt } } }')).toEqual(
    {
      contacts: { totalCount: 1, nodes: [{ resolvedAt: '2026-03-02T10:00:00.000Z' }] },
    },
  )
  expect(await audit(server.database)).toEqual([])
})

test('of one event that waits the newest is kept; the older is unchanged in the receipt that it came with', async () => {
  const older = await send('contact-events', event('twice', 'absent', { updatedAt: '2026-03-03T00:00:00Z' }))
  const newer = await send(
    'contact-events',
    event('twice', 'absent', { type: 'closed', updatedAt: '2026-03-04T00:00:00Z' }),
  )
  const oldest = await send(
    'contact-events',
    event('twice', 'absent', { type: 'queued', updatedAt: '2026-03-02T00:00:00Z' }),
  )
  expect([await receiptOf(older), await receiptOf(newer), oldest]).toMatchObject([
    { waiting: 0, unchanged: 1 },
    { waiting: 1, unchanged: 0 },
    { waiting: 0, unchanged: 1 },
  ])
  const deletion = await send('contact-events', { id: 'twice', deletedAt: AT, updatedAt: '2026-03-05T00:00:00Z' })
  expect(deletion).toMatchObject({ created: 1 })
  expect(await receiptOf(newer)).toMatchObject({ waiting: 0, unchanged: 1 })
})

test('an event that moves to a contact that is not there counts nowhere, and waits for it', async () => {
  const reopened = '{ contacts(where: { channel: { eq: "letter" } }) { nodes { events { totalCount } reopens } } }'
  await send('contacts', contact('left', { channel: 'letter' }))
  await send('contact-events', event('moves', 'left', { type: 'reopened' }))
  expect(await asked(reopened)).toEqual({ contacts: { nodes: [{ events: { totalCount: 1 }, reopens: 1 }] } })
  expect(await send('contact-events', event('moves', 'later', { type: 'reopened' }))).toMatchObject({ waiting: 1 })
  expect(await asked(reopened)).toEqual({ contacts: { nodes: [{ events: { totalCount: 0 }, reopens: null }] } })
  expect(await audit(server.database)).toEqual([])
})

describe('what waited too long is rejected by name, with its text whole', () => {
  test('as it was sent', async () => {
    const sent = { ...event('late', 'nobody'), team: 'A', agent: 'Alfredo' }
    const receipt = await send('contact-events', event('before', 'left'), sent)
    await passDays(server.database.owner, WAIT_DAYS + 1)
    await rejectExpired(server.database, WAIT_DAYS)
    const now = await receiptOf(receipt)
    expect(now).toMatchObject({ created: 1, waiting: 0, rejected: 1 })
    expect(now.rejections).toMatchObject([{ line: 2, code: 'REFERENCE_NEVER_CAME', path: 'contact' }])
    const text = JSON.stringify(sent)
    expect(await rejectedOf(server.database.owner, receipt.batchId)).toEqual([
      { line: 2, code: 'REFERENCE_NEVER_CAME', text },
    ])
  })

  test('and a row whose contact was deleted in a form that can be sent again', async () => {
    await send('contacts', contact('short', { customer: 'anja' }))
    await send(
      'contact-events',
      event('orphan', 'short', { type: 'channel_switched', channel: 'video', customer: 'anja' }),
    )
    await send('quality-reviews', review('orphan', 'short'))
    await send('contacts', { id: 'short', deletedAt: '2027-01-01T00:00:00Z' })
    await passDays(server.database.owner, WAIT_DAYS + 1)
    await rejectExpired(server.database, WAIT_DAYS)
    const rows = await server.database.owner<{ kind: RecordKind; text: string }[]>`
      select kind, text from rejected_records where code = 'REFERENCE_NEVER_CAME' and text like '%"orphan"%' order by kind`
    expect(rows.map(({ kind }) => kind)).toEqual(['contact-events', 'quality-reviews'])
    await send('contacts', contact('short', { updatedAt: '2027-01-02T00:00:00Z', customer: 'anja' }))
    for (const { kind, text } of rows)
      expect(await send(kind, JSON.parse(text))).toMatchObject({ created: 1, rejected: 0 })
    expect(
      await asked('{ contacts(where: { channel: { eq: "video" } }) { nodes { events { nodes { channel } } } } }'),
    ).toEqual({
      contacts: { nodes: [{ events: { nodes: [{ channel: 'video' }] } }] },
    })
    expect(await audit(server.database)).toEqual([])
  })
})
