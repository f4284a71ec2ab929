import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wholeRecords } from '../../../../test/contract/whole-records.ts'
import { contentOf } from '../../../../test/model/content.queries.ts'
import { runCli } from '../../../../test/support/cli.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import type { Database } from '../db/pools.ts'
import { settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { openAcceptor } from '../ingest/import/accept-batches.ts'
import { importFiles } from '../ingest/import/import-files.ts'
import { planFiles } from '../ingest/import/plan-files.ts'
import { exportAll } from './export-all.ts'
import { type ExportFormat, exportFormats } from './formats.ts'

const ODD = 'a "quoted", =1+1\n\u00e9\u{1F600} line'

let database: Database
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-export-'))
  await send('shop', kind => [wholeRecords[kind]])
  await send('desk', kind => (kind === 'contacts' ? oddContacts : []))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const oddContacts = [
  { id: '=cmd', channel: 'phone', openedAt: '2026-03-01T09:00:00Z', subject: ODD, text: '-5', customer: '{odd}' },
  { id: 'two', channel: 'mail', openedAt: '2026-03-01T10:00:00Z', customer: { source: 'shop', id: 'anja' } },
]

async function send(
  source: string,
  recordsOf: (kind: RecordKind) => readonly object[],
  to: Database = database,
): Promise<void> {
  const acceptor = openAcceptor(to, await settle(to.owner, readEnvironment({})), { source, dryRun: false })
  for (const kind of kindNames) {
    const rows = recordsOf(kind).map((record, line) => ({
      line,
      text: JSON.stringify(record),
      value: null,
      fault: null,
    }))
    if (rows.length === 0) continue
    const { rejections } = await acceptor.accept({ kind, textual: false, rows }, () => {})
    expect(rejections).toEqual([])
  }
  await acceptor.close()
}

const exporting = (...args: string[]) => runCli(['export', ...args], { DATABASE_URL: database.url })

function exportedTo(from: Database, out: string, format: ExportFormat, sinceLoad: number | null = null) {
  const chosen = { sinceLoad }
  const plan = { kinds: kindNames, format, out: { folder: out }, chosen, source: null, forSpreadsheet: false }
  return exportAll(from, plan, { signal: new AbortController().signal, onRecords: () => {} })
}

async function importFrom(to: Database, path: string, source: string): Promise<void> {
  const acceptor = openAcceptor(to, await settle(to.owner, readEnvironment({})), { source, dryRun: false })
  const { totals } = await importFiles({
    files: await planFiles(path, { mappings: async () => [] }),
    batchRowsMax: 100,
    accept: acceptor.accept,
    onProgress: () => {},
    onRejected: row => {
      throw new Error(JSON.stringify(row))
    },
    signal: new AbortController().signal,
  })
  await acceptor.close()
  expect(totals.waiting).toBe(0)
}

async function filesIn(path: string): Promise<Record<string, string>> {
  const files = (await readdir(path, { recursive: true })).filter(name => name.includes('.')).sort()
  return Object.fromEntries(
    await Promise.all(files.map(async name => [name, await readFile(join(path, name), 'utf8')])),
  )
}

test.each(exportFormats.slice(0, 2))(
  'what is exported as %s and imported into an empty database is the same, all kinds',
  async format => {
    const out = join(folder, format)
    const { written } = await exportedTo(database, out, format)
    expect(written).toHaveLength(kindNames.length + 1)
    const other = await testDatabase()
    try {
      for (const source of ['shop', 'desk']) await importFrom(other, join(out, source), source)
      expect(await contentOf(other.owner)).toEqual(await contentOf(database.owner))
      const again = join(folder, `${format}-again`)
      await exportedTo(other, again, format)
      expect(await filesIn(again)).toEqual(await filesIn(out))
    } finally {
      await other.close()
    }
  },
)

test('Parquet has the same records in typed columns', async () => {
  const out = join(folder, 'typed')
  await exportedTo(database, out, 'parquet')
  const rows = async (kind: string) =>
    await parquetReadObjects({ file: await asyncBufferFromFile(join(out, 'shop', `${kind}.parquet`)) })
  const [order] = await rows('orders')
  const sent = wholeRecords.orders
  expect(order).toMatchObject({ id: sent['id'], amount: Number(sent['amount']), at: new Date(String(sent['at'])) })
  const [rate] = await rows('exchange-rates')
  expect(rate).toMatchObject({ rate: wholeRecords['exchange-rates']['rate'] })
  for (const kind of kindNames) expect(await rows(kind)).toHaveLength(1)
})

test('only what came in since an export is exported after it, and what went as a deletion that can be imported', async () => {
  const { mark } = await exportedTo(database, join(folder, 'before'), 'ndjson')
  await send('desk', kind =>
    kind === 'contacts' ? [{ id: 'new', channel: 'chat', openedAt: '2026-03-02T09:00:00Z' }] : [],
  )
  await send('desk', kind => (kind === 'contacts' ? [{ id: 'two', deletedAt: '2026-03-03T09:00:00Z' }] : []))
  const out = join(folder, 'since')
  const { written } = await exportedTo(database, out, 'ndjson', Number(mark))
  const desk = { source: 'desk', file: join(out, 'desk', 'contacts.ndjson'), records: 1, deleted: 1 }
  expect(written.filter(({ records, deleted }) => records + deleted > 0)).toMatchObject([desk])
  const lines = (await readFile(desk.file, 'utf8')).trim().split('\n')
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    { id: 'new', channel: 'chat' },
    { id: 'two', deletedAt: expect.any(String) },
  ])
})

test('a copy that is kept up by exports is the same after what was deleted came again, from the empty beginning on', async () => {
  const [from, copy] = await Promise.all([testDatabase(), testDatabase()])
  const contact = (day: number, more: object) => ({ id: 'c', updatedAt: `2026-03-0${day}T09:00:00Z`, ...more })
  const whole = { channel: 'chat', openedAt: '2026-03-01T09:00:00Z' }
  try {
    let since: number | null = null
    const steps = [
      [],
      [contact(1, whole)],
      [contact(2, { deletedAt: '2026-03-02T09:00:00Z' })],
      [contact(3, { ...whole, subject: 'Again' })],
    ]
    for (const [step, records] of steps.entries()) {
      await send('desk', kind => (kind === 'contacts' ? records : []), from)
      const out = join(folder, `copy-${step}`)
      const { mark, written } = await exportedTo(from, out, 'ndjson', since)
      since = Number(mark)
      if (written.length > 0) await importFrom(copy, join(out, 'desk'), 'desk')
      expect(await contentOf(copy.owner)).toEqual(await contentOf(from.owner))
    }
  } finally {
    await Promise.all([from.close(), copy.close()])
  }
})

test('what an export left that was killed is in the way of none, though it had the same process number', async () => {
  const out = join(folder, 'killed')
  await mkdir(join(out, 'desk'), { recursive: true })
  await writeFile(join(out, 'desk', `contacts.ndjson.part-${process.pid}`), 'half a rec')
  await exportedTo(database, out, 'ndjson')
  expect(await readdir(join(out, 'desk'))).toEqual(['contacts.ndjson'])
  expect(await readFile(join(out, 'desk', 'contacts.ndjson'), 'utf8')).not.toContain('half a rec')
})

test('conditions choose as those of GraphQL do, and a spreadsheet runs nothing', async () => {
  const { stdout } = await exporting(
    ...[
      'contacts',
      '--source',
      'desk',
      '--format',
      'csv',
      '--for-spreadsheet',
      '--where',
      '{"channel": {"eq": "phone"}}',
    ],
  )
  const [header, ...rows] = stdout.split('\r\n')
  expect(header).toMatch(/^id,updatedAt,deletedAt,brand,customer,channel,/)
  expect(rows[0]).toMatch(/^'=cmd,/)
  expect(stdout).toContain(",'-5,")
  expect(stdout).not.toContain('mail')
})

describe('called wrongly or in the way of something', () => {
  const wrong: [string[], number, string][] = [
    [['contact'], 2, 'Did you mean contacts?'],
    [['contacts', '--where', '{"chanel": {"eq": "x"}}'], 2, 'chanel'],
    [['contacts', '--out', 'nowhere/x.csv', '--source', 'desk'], 1, 'nowhere/x.csv'],
    [['contacts'], 1, 'contacts come from desk, shop. Say one of them by --source'],
  ]
  test.each(wrong)('%j exits %i and says what to do', async (args, exitCode, words) => {
    const result = await exporting(...args)
    expect(result.stderr).toContain(words)
    expect(result.exitCode).toBe(exitCode)
  })

  test('what cannot be written leaves what was there, and nothing half', async () => {
    const place = join(folder, 'full')
    await mkdir(place)
    await writeFile(join(place, 'contacts.csv'), 'before')
    const long = join(place, `${'x'.repeat(250)}.csv`)
    const { exitCode } = await exporting('contacts', '--source', 'desk', '--out', long)
    expect(exitCode).toBe(1)
    expect(await readdir(place)).toEqual(['contacts.csv'])
    expect((await stat(join(place, 'contacts.csv'))).size).toBe(6)
  })
})
