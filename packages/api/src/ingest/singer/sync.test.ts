import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/support/database.ts'
import type { Database, TransactionSql } from '../../db/pools.ts'
import { settle } from '../../db/settings.ts'
import { readEnvironment } from '../../env.ts'
import { type Acceptor, openAcceptor } from '../import/accept-batches.ts'
import { loadMapping } from '../mapping/load-mapping.ts'
import { saveState, selectState } from './states.queries.ts'
import { namesOf } from './sync.test.queries.ts'
import { syncSinger } from './sync.ts'

const mapping = loadMapping(
  `file: { format: singer }
records:
  - { stream: causes, kind: triggers, fields: { name: label, department: owner } }`,
  'causes.yaml',
)

let database: Database
let acceptor: Acceptor
let source: string
let runs = 0

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  source = `desk-${++runs}`
  acceptor = openAcceptor(database, await settle(database.owner, readEnvironment({})), { source, dryRun: false })
  return () => acceptor.close()
})

const job = () => ({ source, job: 'default' })

async function sync(
  messages: readonly (object | string)[],
  save = (sql: TransactionSql | null, state: unknown) => saveState(sql ?? database.owner, job(), state),
) {
  const printed: unknown[] = []
  const text = messages.map(message => (typeof message === 'string' ? message : JSON.stringify(message))).join('\n')
  const result = await syncSinger({
    input: (async function* () {
      yield Buffer.from(text)
    })(),
    mapping,
    accept: acceptor.accept,
    saveState: save,
    onState: state => printed.push(state),
    onNoise: () => {},
    onActivateVersion: () => {},
    onRejected: () => {},
    onProgress: () => {},
    signal: new AbortController().signal,
  })
  const saved = await selectState(database.owner, job())
  return { ...result, printed, saved: saved?.state, names: await namesOf(database.owner, source) }
}

const schema = (...columns: string[]) => ({
  type: 'SCHEMA',
  stream: 'causes',
  key_properties: ['id'],
  schema: { properties: Object.fromEntries(columns.map(column => [column, {}])) },
})
const whole = schema('id', 'label', 'owner')
const row = (id: number, label: string) => ({ type: 'RECORD', stream: 'causes', record: { id, label, owner: 'shop' } })
const state = (value: unknown) => ({ type: 'STATE', value })

test('of rows that do not say when they changed the last that the tap sent counts, however they are cut into batches', async () => {
  const { names, totals } = await sync([whole, row(1, 'a'), row(2, 'x'), row(1, 'b'), row(1, 'b'), row(1, 'c')])
  expect(names).toEqual(['c', 'x'])
  expect(totals).toMatchObject({ received: 5, rejected: 0 })
})

test('a state is saved in the very transaction of its records: neither is there without the other', async () => {
  const failing = async () => {
    throw new Error('no room for a state')
  }
  await expect(sync([whole, row(1, 'a'), state(1), row(2, 'b')], failing)).rejects.toThrow('no room for a state')
  expect(await namesOf(database.owner, source)).toEqual([])
  expect(await selectState(database.owner, job())).toBeNull()

  const { names, saved, printed } = await sync([whole, row(1, 'a'), state(1), state(2)])
  expect({ names, saved, printed }).toEqual({ names: ['a'], saved: 2, printed: [2] })
})

describe('what cannot be followed ends the sync; what came before it is in, with its state, and nothing after', () => {
  test.each([
    [{ type: 'BATCH', stream: 'causes' }, 'BATCH_NOT_READ'],
    [{ type: 'RECRD', stream: 'causes' }, 'UNKNOWN_MESSAGE'],
    [{ type: 'RECORD', stream: 'causes' }, 'INVALID_MESSAGE'],
    ['{"type": "RECORD", "stream": "cau', 'TORN_MESSAGE'],
    [schema('id', 'name', 'owner'), 'COLUMN_MISSING'],
  ])('%j is %s', async (message, code) => {
    const { problem, names, saved } = await sync([whole, row(1, 'a'), state(1), message, row(2, 'b'), state(2)])
    expect(problem?.problem.code).toBe(code)
    expect({ names, saved }).toEqual({ names: ['a'], saved: 1 })
  })
})

test('a row without its key, and a deletion of what nothing knows by its key, are rejected and kept', async () => {
  const gone = { type: 'RECORD', stream: 'causes', record: { id: 1, _sdc_deleted_at: '2026-03-02 10:00:00' } }
  const { totals, names } = await sync([row(3, 'early'), gone, whole, row(1, 'a'), gone])
  expect(totals).toMatchObject({ received: 4, rejected: 2 })
  expect(names).toEqual([])
})
