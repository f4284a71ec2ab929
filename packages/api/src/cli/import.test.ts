import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import type { Database } from '../db/pools.ts'

let database: Database
let folder: string
let source = 0

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-import-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  source += 1
})

/** Writes files into a folder of their own and gives its path. */
async function filesOf(name: string, files: Record<string, string>): Promise<string> {
  const path = join(folder, `${source}-${name}`)
  await mkdir(path)
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content)
  return path
}

function importing(...args: string[]) {
  return runCli(['import', ...args], { DATABASE_URL: database.url })
}

async function imported(path: string, ...args: string[]) {
  const { exitCode, stdout } = await importing(path, '--source', `source-${source}`, '--json', ...args)
  const { received, created, updated, unchanged, waiting, rejected, ...rest } = JSON.parse(stdout)
  return { exitCode, counts: { received, created, updated, unchanged, waiting, rejected }, ...rest }
}

const counts = (more: object) => ({
  received: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  waiting: 0,
  rejected: 0,
  ...more,
})
const purchases = (rows: string[]) => ['customer day cds dollars', ...rows].join('\r\n')
const purchaseMapping = `
file: { format: csv, separator: whitespace }
zone: Europe/Amsterdam
records:
  - kind: orders
    id: { columns: [customer, day, cds, dollars], occurrence: true }
    fields: { customer: customer, at: { template: '{day} 12:00', time: yyyyMMdd HH:mm }, amount: dollars }
`

test('a folder comes in by the names of its files; counts add up, every refused row is told by file and line', async () => {
  const path = await filesOf('folder', {
    'contacts-march.csv':
      'id,channel,openedAt,queueSeconds\n1,phone,2026-03-01T09:00:00Z,5\n2,phone,2026-02-30T09:00:00Z,5\n3,"phone\n',
    'feedback.ndjson':
      '{"id":"f","kind":"csat","score":9,"at":"2026-03-01T09:00:00Z"}\n{"id":"g","kind":"csat","score":5,"at":"2026-03-01T09:00:00Z"}',
    'orders.json': '',
  })
  const { exitCode, counts: found, kinds, rejections, unreadable } = await imported(path)
  expect(exitCode).toBe(1)
  expect(found).toEqual(counts({ received: 5, created: 2, rejected: 3 }))
  expect(kinds.contacts).toEqual(counts({ received: 3, created: 1, rejected: 2 }))
  expect(rejections).toMatchObject([
    { file: join(path, 'contacts-march.csv'), line: 3, path: 'openedAt', code: 'NO_SUCH_TIME' },
    { file: join(path, 'contacts-march.csv'), line: 4, path: '', code: 'UNCLOSED_QUOTE' },
    { file: join(path, 'feedback.ndjson'), line: 1, path: 'score', code: 'SCORE_OUTSIDE_SCALE' },
  ])
  expect(unreadable).toMatchObject([{ file: join(path, 'orders.json'), code: 'EMPTY_INPUT' }])
})

test('equal rows are all kept; shuffled, renamed and split otherwise, all is unchanged; one row more is one order more', async () => {
  const rows = ['1 20260301 1 9.99', '1 20260301 1 9.99', '2 20260302 1 5', '1 20260301 1 9.99', '2 20260302 2 5']
  const mapping = join(await filesOf('mapping', { 'm.yaml': purchaseMapping }), 'm.yaml')
  const first = await imported(await filesOf('first', { 'all.txt': purchases(rows) }), '--mapping', mapping)
  const shuffled = rows.toReversed()
  const parts = { 'p1.txt': purchases(shuffled.slice(0, 2)), 'p2.txt': purchases(shuffled.slice(2)) }
  const again = await imported(await filesOf('again', parts), '--mapping', mapping)
  const more = await imported(
    await filesOf('more', { ...parts, 'p3.txt': purchases([rows[0] ?? '']) }),
    '--mapping',
    mapping,
  )
  expect(first).toMatchObject({ exitCode: 0, counts: counts({ received: 5, created: 5 }) })
  expect(again).toMatchObject({ exitCode: 0, counts: counts({ received: 5, unchanged: 5 }) })
  expect(more).toMatchObject({ exitCode: 0, counts: counts({ received: 6, created: 1, unchanged: 5 }) })
})

test('a dry run judges everything and stores nothing', async () => {
  const path = await filesOf('dry', { 'customers.ndjson': '{"id":"a"}\n{"id":"b","kind":"robot"}' })
  const dry = await imported(path, '--dry-run')
  expect(dry).toMatchObject({ dryRun: true, exitCode: 1, counts: counts({ received: 2, created: 1, rejected: 1 }) })
  expect(await imported(path)).toMatchObject({ counts: counts({ received: 2, created: 1, rejected: 1 }) })
})

test('a person reads totals, the first refused rows by code, and where all of them are', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `${row},phone,yesterday`).join('\n')
  const path = await filesOf('people', { 'contacts.csv': `id,channel,openedAt\n${rows}\n` })
  const all = join(path, 'rejected.out')
  const short = await importing(path, '--source', 'people')
  const long = await importing(path, '--source', 'people', '--rejected', all)
  expect(short.stdout).toBe('contacts     30 received, 30 rejected\n')
  expect(short.stderr).toContain('INVALID_TIME: 30 rows rejected')
  expect(short.stderr).toContain(`${join(path, 'contacts.csv')}:2 openedAt: `)
  expect(short.stderr).toContain('These are the first 20 of 30. --rejected rows.ndjson writes them all.')
  expect(long.stderr).toContain(`All 30 are in ${all}.`)
  expect((await readFile(all, 'utf8')).trim().split('\n')).toHaveLength(30)
})

const visits = `id_visitor|id_session|did_search|sent_message|sent_booking_request|ts_min|ts_max|dim_device_app_combo
v1|s1|1|0|1|2015-02-16 21:50:41|2015-02-16 22:13:42|iPhone - iOS
v1|s2|0|0|0|2015-02-18 11:57:15|2015-02-18 12:12:48|Desktop - Chrome
`

test('a mapping that the header finds is told; the same folder twice in a row changes nothing', async () => {
  const path = await filesOf('visits', { 'visits.txt': visits, 'contacts.csv': 'id,channel,openedAt\n' })
  const args = [path, '--source', 'visits']
  const [first, again] = [await importing(...args), await importing(...args, '--json')]
  expect([first.exitCode, first.stderr]).toEqual([0, ''])
  expect(first.stdout).toContain('mappings/web-sessions.yaml reads visits.txt\n')
  expect(first.stdout).toContain('total        12 received, 12 created\n')
  expect(JSON.parse(again.stdout)).toMatchObject({
    ...counts({ received: 12, unchanged: 12 }),
    files: [
      { path: join(path, 'visits.txt'), mapping: 'mappings/web-sessions.yaml' },
      { path: join(path, 'contacts.csv'), kind: 'contacts' },
    ],
  })
})

describe('a call that cannot work says why and exits 2, before anything is read:', () => {
  test.each<[string, string[], string]>([
    ['no source', ['contacts.csv'], "required option '--source <name>'"],
    ['a source without a name', ['contacts.csv', '--source', ' '], '--source is to be the name of a system'],
    ['no such file', ['none.csv', '--source', 's'], 'There is no '],
    ['an unknown kind', ['contacts.csv', '--source', 's', '--kind', 'contact'], 'Did you mean contacts?'],
    [
      'a header that nothing fits',
      ['visits.csv', '--source', 's'],
      'The nearest is mappings/web-sessions.yaml, which needs "ts_',
    ],
    ['a folder for a mapping', ['contacts.csv', '--source', 's', '--mapping', '.'], 'cannot be read'],
    ['a wrong mapping', ['contacts.csv', '--source', 's', '--mapping', 'bad.yaml'], 'bad.yaml:1:1 fil is no key'],
  ])('%s', async (_name, [path = '', ...args], why) => {
    const place = await filesOf('usage', {
      'contacts.csv': 'id\n1',
      'bad.yaml': 'fil: {}\n',
      'visits.csv': visits.replace('ts_min', 'start').replace('ts_max', 'end'),
    })
    const within = args.map((arg, at) => (args[at - 1] === '--mapping' ? join(place, arg) : arg))
    const { exitCode, stderr } = await importing(join(place, path), ...within)
    expect(stderr).toContain(why)
    expect(exitCode).toBe(2)
  })
})
