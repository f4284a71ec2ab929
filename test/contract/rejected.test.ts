import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Settings, settle } from '../../packages/api/src/db/settings.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { openAcceptor } from '../../packages/api/src/ingest/import/accept-batches.ts'
import { importFiles } from '../../packages/api/src/ingest/import/import-files.ts'
import { planFiles } from '../../packages/api/src/ingest/import/plan-files.ts'
import { rejectExpired } from '../../packages/api/src/ingest/load/expire.ts'
import { lockLoads } from '../../packages/api/src/ingest/load/lock.queries.ts'
import { loadMapping, type Mapping } from '../../packages/api/src/ingest/mapping/load-mapping.ts'
import type { BatchReceipt } from '../../packages/api/src/ingest/receipt.ts'
import { exportRejected } from '../../packages/api/src/ingest/rejected/export.ts'
import { type Mended, readMended } from '../../packages/api/src/ingest/rejected/mended.ts'
import { type Chosen, selectCauses, selectFailed } from '../../packages/api/src/ingest/rejected/rejected.queries.ts'
import { replayRejected } from '../../packages/api/src/ingest/rejected/replay.ts'
import { explainFailure, retryFailed } from '../../packages/api/src/ingest/rejected/retry-failed.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { CSV, deliver, NDJSON, receiptIn } from './delivery.ts'
import { passDays } from './late.queries.ts'
import { allowChannels, forbidChannel, spoilInbox, useUpTries } from './rejected.queries.ts'

const AT = '2026-03-02T10:00:00Z'
const WAIT_DAYS = 30

let server: TestServer
let settings: Settings
let source = ''
let number = 0
beforeAll(async () => {
  server = await testServer()
  settings = await settle(server.database.owner, readEnvironment({}))
})
afterAll(() => server.close())
beforeEach(() => {
  number += 1
  source = `source-${number}`
})

const sendText = async (kind: RecordKind, text: string, type = NDJSON) =>
  receiptIn(await deliver(server, kind, type, text, '', source))
const send = (kind: RecordKind, ...records: object[]) =>
  sendText(kind, records.map(record => JSON.stringify(record)).join('\n'))

/** The books of a batch as they are now, which add up. */
async function booksOf({ batchId }: Pick<BatchReceipt, 'batchId'>): Promise<BatchReceipt> {
  const receipt = (await server.ask(`/ingest/batches/${batchId}`)).json<BatchReceipt>()
  const { received, created, updated, unchanged, waiting, rejected } = receipt
  expect(created + updated + unchanged + waiting + rejected).toBe(received)
  return receipt
}

const causes = (chosen: Chosen = {}) => selectCauses(server.database.owner, { source, ...chosen }, 100)
const exported = async (reasons = false) => Array.fromAsync(exportRejected(server.database.owner, { source }, reasons))
const replay = (chosen: Chosen = {}, mended?: Mended, mapping?: Mapping) =>
  replayRejected({
    database: server.database,
    settings,
    chosen: { source, ...chosen },
    mended,
    mapping,
    signal: new AbortController().signal,
  })

const nothing = { replayed: 0, created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 0 }
const contact = (id: string, fields: object = {}) => ({ id, channel: 'phone', openedAt: AT, ...fields })
const rate = (id: string, fields: object = {}) => ({ id, team: source, from: AT, perHour: 30, ...fields })

describe('the list', () => {
  test('groups by source, kind, code and place, and shows one of each', async () => {
    const item = (score: number) => ({ name: 'Greets', weight: 1, score, max: 1 })
    await send('contacts', { id: 'a', channel: 'phone' }, { id: 'b', channel: 'phone' }, contact('c', { chanel: 'x' }))
    const review = await send('quality-reviews', { id: 'q', contact: 'c', at: AT, items: [item(1), item(2)] })
    const found = await causes()
    expect(found.map(({ kind, code, path, count }) => [kind, code, path, count])).toEqual([
      ['contacts', 'MISSING_FIELD', 'openedAt', 2],
      ['contacts', 'UNKNOWN_FIELD', 'chanel', 1],
      ['quality-reviews', 'OUT_OF_RANGE', 'items.*.score', 1],
    ])
    expect(found[2]?.example).toMatchObject({
      batchId: review.batchId,
      line: 1,
      text: expect.stringContaining('"q"'),
    })
    expect(await causes({ kind: 'contacts', code: 'UNKNOWN_FIELD' })).toEqual([found[1]])
    const later = await send('contacts', { id: 'd', channel: 'phone' }, { id: 'e', channel: 'phone' })
    expect(await causes({ code: 'MISSING_FIELD' })).toMatchObject([
      { count: 4, example: { batchId: later.batchId, line: 1, text: expect.stringContaining('"d"') } },
    ])
  })
})

describe('the export', () => {
  test('gives rows of JSON as they were sent, and cells as a record that can be sent', async () => {
    const long = '{"id": 12345678901234567890, "channel": "phone"}'
    await sendText('contacts', `${long}\nnonsense\n`)
    await sendText('contacts', `[{"id": "z",\n  "channel": "mail"}]`, 'application/json')
    await sendText('contacts', 'id,channel,queueSeconds\n7,"phone, or so",12\n', CSV)
    expect(await exported()).toEqual([
      `${long}\n`,
      '"nonsense"\n',
      '{"id": "z", "channel": "mail"}\n',
      '{"id":"7","channel":"phone, or so","queueSeconds":12}\n',
    ])
  })

  test('tells beside each row why it was refused, when asked', async () => {
    const { batchId } = await send('contacts', contact('fine'), { id: 'x', channel: 'phone' })
    const [line = ''] = await exported(true)
    expect(JSON.parse(line)).toMatchObject({
      batchId,
      line: 2,
      source,
      kind: 'contacts',
      code: 'MISSING_FIELD',
      path: 'openedAt',
      record: { id: 'x', channel: 'phone' },
    })
  })
})

describe('a replay', () => {
  test('takes what can be taken now, and the books of its batch go with it', async () => {
    const sent = await send('cost-rates', rate('first'), rate('second'), rate('third', { team: 'other' }))
    expect(sent).toMatchObject({ created: 2, rejected: 1 })
    expect(await replay()).toEqual({ ...nothing, replayed: 1, rejected: 1 })
    await send('cost-rates', { id: 'first', deletedAt: AT })
    expect(await replay()).toEqual({ ...nothing, replayed: 1, created: 1 })
    expect(await booksOf(sent)).toMatchObject({ created: 3, rejected: 0, rejections: [] })
    expect(await replay()).toEqual(nothing)
  })

  test('keeps the first version: what was sent since stays', async () => {
    const sent = await send('cost-rates', rate('one'), rate('two', { perHour: 40 }))
    await send('cost-rates', { id: 'one', deletedAt: AT })
    const newer = rate('two', { perHour: 99 })
    expect(await send('cost-rates', newer)).toMatchObject({ created: 1 })
    expect(await replay()).toEqual({ ...nothing, replayed: 1, unchanged: 1 })
    expect(await booksOf(sent)).toMatchObject({ created: 1, unchanged: 1, rejected: 0 })
    expect(await send('cost-rates', newer)).toMatchObject({ unchanged: 1 })
  })

  test('brings in what waited in vain once its contact is there, else it waits anew', async () => {
    const event = (id: string, of: string) => ({ id, contact: of, at: AT, type: 'resolved' })
    const sent = await send('contact-events', event('e1', 'come'), event('e2', 'never'))
    await passDays(server.database.owner, WAIT_DAYS + 1)
    await rejectExpired(server.database, WAIT_DAYS)
    expect(await booksOf(sent)).toMatchObject({ waiting: 0, rejected: 2 })
    await send('contacts', contact('come'))
    const done = await replay({ code: 'REFERENCE_NEVER_CAME' })
    expect(done).toEqual({ ...nothing, replayed: 2, created: 1, waiting: 1 })
    expect(await booksOf(sent)).toMatchObject({ created: 1, waiting: 1, rejected: 0 })
    await send('contacts', contact('never'))
    expect(await booksOf(sent)).toMatchObject({ created: 2, waiting: 0 })
  })

  test('of mended rows takes them in the place of what was sent, and no others', async () => {
    const sent = await send('contacts', contact('m1', { outcome: 'solved' }), contact('m2', { outcome: 'solved' }), {
      id: 12,
      channel: 'pigeon',
    })
    const lines = (await exported(true)).slice(0, 2).map(line => line.replace('"solved"', '"resolved"'))
    const mended = await readMended(Readable.from(lines.map(line => Buffer.from(line))))
    expect(await replay({}, mended)).toEqual({ ...nothing, replayed: 2, created: 2 })
    expect(await booksOf(sent)).toMatchObject({ created: 2, rejected: 1, rejections: [{ code: 'MISSING_FIELD' }] })
    expect(await replay({}, mended)).toEqual(nothing)
    await expect(readMended(Readable.from([Buffer.from('{"id": 1}\n')]))).rejects.toMatchObject({
      problem: { code: 'MENDED_UNREADABLE', message: 'Line 1 is no mended row.' },
    })
  })

  test('keeps what was put right of a row that then waits in vain', async () => {
    const event = { id: 'e', contact: 'late', at: AT, type: 'transfered' }
    await send('contact-events', event)
    const [line = ''] = await exported(true)
    const mended = await readMended(Readable.from([Buffer.from(line.replace('transfered', 'transferred'))]))
    expect(await replay({}, mended)).toMatchObject({ replayed: 1, waiting: 1 })
    await passDays(server.database.owner, WAIT_DAYS + 1)
    await rejectExpired(server.database, WAIT_DAYS)
    expect((await exported()).map(text => JSON.parse(text))).toEqual([{ ...event, type: 'transferred' }])
    await send('contacts', contact('late'))
    expect(await replay()).toEqual({ ...nothing, replayed: 1, created: 1 })
  })

  test('of a file whose mapping was wrong takes its rows by the corrected one, in the books of their batch', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tweeluik-remap-'))
    const file = join(folder, 'calls.csv')
    await writeFile(file, 'No;When;Told\n1;1-3-2026 09:00;yes\n2;2-3-2026 09:00;"so; ""so"""\n3;3-3-2026 09:00;no\n')
    const mapping = (told: string) =>
      loadMapping(
        `{ file: { format: csv, separator: ';' }, zone: UTC, records: [
          { kind: contacts, id: No, fields: { channel: { constant: phone }, openedAt: { column: When, time: d-M-yyyy HH:mm }, outcome: { column: Told, map: ${told} } } },
          { kind: feedback, id: No, fields: { kind: { constant: csat }, at: { column: When, time: d-M-yyyy HH:mm }, contact: No, score: { constant: 4 } } } ] }`,
        'calls.yaml',
      )
    const acceptor = openAcceptor(server.database, settings, { source, dryRun: false })
    const wrong = mapping('{ yes: resolved }')
    const { totals } = await importFiles({
      files: await planFiles(file, { mapping: wrong, mappings: async () => [] }),
      batchRowsMax: 100,
      accept: acceptor.accept,
      onProgress: () => {},
      onRejected: () => {},
      signal: new AbortController().signal,
    })
    await Promise.all([acceptor.close(), rm(folder, { recursive: true })])
    expect(totals).toMatchObject({ received: 6, created: 4, rejected: 2 })

    const better = mapping('{ yes: resolved, no: unresolved, \'so; "so"\': abandoned }')
    expect(await replay({}, undefined, better)).toEqual({ ...nothing, replayed: 2, created: 2 })
    const { data } = await server.graphql(
      `{ contacts(where: { source: { eq: "${source}" } }, orderBy: { field: OPENED_AT, direction: ASC }) { nodes { externalId outcome } } }`,
    )
    expect(data).toMatchObject({
      contacts: { nodes: [{ outcome: 'RESOLVED' }, { outcome: 'ABANDONED' }, { outcome: 'UNRESOLVED' }] },
    })
    expect(await causes()).toEqual([])
  })

  test.each([
    [
      '{ file: { format: csv }, records: [{ kind: triggers, id: { columns: [a], occurrence: true }, fields: { name: a, department: a } }] }',
    ],
    [
      '{ file: { format: csv }, zone: UTC, group: { by: a, order: [b] }, records: [{ kind: triggers, id: a, fields: { name: a, department: a } }] }',
    ],
  ])('by a mapping that needs more than single rows is refused: %s', async yaml => {
    await sendText('triggers', 'id,name\n1,x\n', CSV)
    await expect(replay({}, undefined, loadMapping(yaml, 'x.yaml'))).rejects.toThrow('single rows do not suffice')
  })

  test('lets one of two contradicting rows in only for whoever names the code', async () => {
    const sent = await send('contacts', contact('two'), contact('two', { channel: 'letter' }))
    expect(await replay()).toEqual(nothing)
    expect(await replay({ code: 'DUPLICATE_ID' })).toEqual({ ...nothing, replayed: 1, updated: 1 })
    expect(await booksOf(sent)).toMatchObject({ created: 1, updated: 1, rejected: 0 })
  })

  test('waits for its turn without keeping others from the database, however many there are', async () => {
    const { owner } = server.database
    await send('contacts', { id: 'a', channel: 'phone' })
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const load = owner.begin(async sql => {
      await lockLoads(sql)
      begin()
      await finished
    })
    await begun
    const replays = Array.from({ length: 12 }, () => replay())
    for (let asked = 0; asked < 50; asked += 1) await causes()
    finish()
    await load
    expect(await Promise.all(replays)).toEqual(replays.map(() => ({ ...nothing, replayed: 1, rejected: 1 })))
  })

  test('that is stopped opens no further delivery', async () => {
    const { batchId } = await send('contacts', { id: 'a', channel: 'phone' })
    await spoilInbox(server.database.owner, batchId)
    const signal = AbortSignal.abort()
    expect(await replayRejected({ database: server.database, settings, chosen: { source }, signal })).toEqual(nothing)
  })

  test('of a batch that failed loads all of it, and leaves it as it was when it fails again', async () => {
    const { owner } = server.database
    await forbidChannel(owner, 'pager')
    const body = [contact('lost', { channel: 'pager' }), { id: 'bad' }].map(record => JSON.stringify(record)).join('\n')
    const { answer } = await deliver(server, 'contacts', NDJSON, body, '', source)
    expect(answer.status).toBe(202)
    const { batchId } = answer.json<BatchReceipt>()
    await useUpTries(owner, batchId)
    const failed = () => selectFailed(owner, { source })
    expect(await failed()).toMatchObject([{ batchId, kind: 'contacts', received: 2 }])
    const again = () => retryFailed(server.database, settings, batchId).catch(explainFailure)
    await expect(again()).rejects.toMatchObject({ problem: { code: 'LOAD_FAILED' } })
    expect(await failed()).toMatchObject([{ batchId }])

    await allowChannels(owner)
    expect(await again()).toEqual({ ...nothing, replayed: 2, created: 1, rejected: 1 })
    expect(await again()).toBe(null)
    expect(await booksOf({ batchId })).toMatchObject({ state: 'loaded', created: 1, rejected: 1 })
    expect(await failed()).toEqual([])
    expect(await audit(server.database)).toEqual([])
  })
})
