import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { deliver, NDJSON, receiptIn } from './delivery.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const AT = '2026-03-02T10:00:00Z'

const send = async (kind: RecordKind, ...records: object[]): Promise<BatchReceipt> =>
  receiptIn(await deliver(server, kind, NDJSON, records.map(record => JSON.stringify(record)).join('\n'), '', 'shop'))

const told = ({ notices }: BatchReceipt) => notices.map(({ line, code, path }) => `${line} ${code} ${path}`)

const asked = async (query: string) => {
  const { data, errors } = await server.graphql(query)
  expect(errors).toBeUndefined()
  return data
}

describe('an outcome that contradicts its events is told, and the events decide', () => {
  const contact = (id: string, fields: object = {}) => ({
    id,
    channel: 'chat',
    openedAt: AT,
    outcome: 'unresolved',
    ...fields,
  })
  const solved = (id: string, of: string) => ({ id, contact: of, type: 'resolved', at: '2026-03-02T11:00:00Z' })
  const outcomeOf = async (topic: string) =>
    asked(`{ contacts(where: { topic: { eq: "${topic}" } }) { nodes { outcome } } }`)

  test('to whoever sends the event', async () => {
    expect(told(await send('contacts', contact('a', { topic: 'event last' })))).toEqual([])
    expect(told(await send('contact-events', solved('a', 'a')))).toEqual(['1 OUTCOME_CONTRADICTS_EVENTS type'])
    expect(await outcomeOf('event last')).toEqual({ contacts: { nodes: [{ outcome: 'RESOLVED' }] } })
  })

  test('to whoever sends the contact, when its event waits for it or has come', async () => {
    expect(told(await send('contact-events', solved('b', 'b')))).toEqual([])
    const late = contact('b', { topic: 'event first' })
    expect(told(await send('contacts', contact('quiet', { outcome: 'resolved' }), late))).toEqual([
      '2 OUTCOME_CONTRADICTS_EVENTS outcome',
    ])
    expect(await outcomeOf('event first')).toEqual({ contacts: { nodes: [{ outcome: 'RESOLVED' }] } })
    expect(told(await send('contacts', { ...late, outcome: 'abandoned' }))).toEqual([
      '1 OUTCOME_CONTRADICTS_EVENTS outcome',
    ])
    expect(await outcomeOf('event first')).toEqual({ contacts: { nodes: [{ outcome: 'RESOLVED' }] } })
  })

  test('and no longer when the event is deleted: then the sender’s word holds again', async () => {
    await send('contact-events', { id: 'b', deletedAt: '2027-01-01T00:00:00Z' })
    expect(await outcomeOf('event first')).toEqual({ contacts: { nodes: [{ outcome: 'ABANDONED' }] } })
  })

  test('but not where they agree, or nothing was said', async () => {
    await send('contacts', contact('c', { outcome: 'resolved' }), contact('d', { outcome: null }))
    expect(
      told(await send('contact-events', solved('c', 'c'), solved('d', 'd'), { ...solved('e', 'a'), type: 'closed' })),
    ).toEqual([])
  })
})

test('a step that is not on the map of its journey is told, and taken as a deviation', async () => {
  const place = (id: string) => ({ id, name: id, channel: 'web', stage: 'own' })
  const stages = [{ id: 'buy', name: 'Buy' }]
  await send('touchpoints', place('cart'), place('blog'))
  await send('journey-maps', { id: 'buying', name: 'Buying', steps: [{ touchpoint: 'cart', stage: 'buy' }], stages })
  await send('journeys', { id: 'trip', customer: 'anja', map: 'buying', startedAt: AT })
  const visit = (id: string, touchpoint: string) => ({ id, customer: 'anja', touchpoint, at: AT, journey: 'trip' })
  const receipt = await send('interactions', visit('one', 'cart'), visit('two', 'blog'))
  expect(receipt).toMatchObject({ received: 2, created: 2, rejected: 0 })
  expect(told(receipt)).toEqual(['2 TOUCHPOINT_NOT_ON_MAP touchpoint'])
  expect(receipt.notices[0]?.message).toContain('Buying')
  expect(await asked('{ interactions { nodes { stage } } }')).toEqual({
    interactions: { nodes: expect.arrayContaining([{ stage: 'buy' }, { stage: 'own' }]) },
  })
})

test('of the map of another source in another brand nothing is told', async () => {
  await send('journey-maps', {
    id: 'hidden',
    name: 'Hidden',
    brand: 'south',
    steps: [{ touchpoint: 'cart', stage: 'buy' }],
    stages: [{ id: 'buy', name: 'Buy' }],
  })
  await send('journeys', { id: 'far', customer: 'bram', map: 'hidden', startedAt: AT })
  const visit = { id: 'spy', touchpoint: 'blog', at: AT, journey: { source: 'shop', id: 'far' }, brand: 'north' }
  const receipt = receiptIn(await deliver(server, 'interactions', NDJSON, JSON.stringify(visit), '', 'spy'))
  expect({ created: receipt.created, told: told(receipt) }).toEqual({ created: 1, told: [] })
})

test('a survey answered twice is told; both answers are kept, and it counts as answered once', async () => {
  const answer = (id: string, fields: object = {}) => ({
    id,
    survey: 'asked',
    kind: 'csat',
    score: 4,
    at: AT,
    ...fields,
  })
  await send('surveys', { id: 'asked', kind: 'csat', sentAt: AT }, { id: 'silent', kind: 'csat', sentAt: AT })
  expect(told(await send('feedback', answer('one')))).toEqual([])
  expect(told(await send('feedback', answer('one', { score: 5 })))).toEqual([])
  const again = await send('feedback', answer('one', { score: 5 }), answer('two'), answer('three', { survey: null }))
  expect(again).toMatchObject({ created: 2, unchanged: 1 })
  expect(told(again)).toEqual(['2 SURVEY_ANSWERED_BEFORE survey'])
  expect(
    told(await send('feedback', answer('four', { survey: 'other' }), answer('five', { survey: 'other' }))),
  ).toEqual(['2 SURVEY_ANSWERED_BEFORE survey'])
  const period = '{ from: "2026-03-01", to: "2026-04-01" }'
  expect(
    await asked(
      `{ feedback { totalCount } metrics(keys: [RESPONSE_RATE], period: ${period}) { total { numerator denominator } } }`,
    ),
  ).toEqual({
    feedback: { totalCount: 5 },
    metrics: [{ total: { numerator: 1, denominator: 2 } }],
  })
})

test('what is told is kept with the batch, and a dry run tells the same', async () => {
  const twice = ['six', 'seven']
    .map(id => JSON.stringify({ id, survey: 'kept', kind: 'csat', score: 4, at: AT }))
    .join('\n')
  const dry = receiptIn(await deliver(server, 'feedback', NDJSON, twice, '&dryRun=true', 'shop'))
  const { batchId, notices } = receiptIn(await deliver(server, 'feedback', NDJSON, twice, '', 'shop'))
  expect(notices).toHaveLength(1)
  expect(dry.notices).toEqual(notices)
  expect((await server.ask(`/ingest/batches/${batchId}`)).json()).toMatchObject({ notices })
})
