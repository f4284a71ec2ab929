import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/support/database.ts'
import type { Database } from '../../db/pools.ts'
import { settle } from '../../db/settings.ts'
import { readEnvironment } from '../../env.ts'
import { type Acceptor, openAcceptor } from './accept-batches.ts'
import { type ImportWork, importFiles } from './import-files.ts'
import { planFiles } from './plan-files.ts'

let database: Database
let acceptor: Acceptor
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  const settings = await settle(database.owner, readEnvironment({}))
  acceptor = openAcceptor(database, settings, { source: 'shop', dryRun: false })
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-files-'))
})
afterAll(async () => {
  await acceptor.close()
  await database.close()
  await rm(folder, { recursive: true })
})

async function imported(
  afterBatch: (done: { bytes: number; rows: number }) => void,
  signal = new AbortController().signal,
  { path = folder, accept = acceptor.accept }: { path?: string; accept?: ImportWork['accept'] } = {},
) {
  const files = await planFiles(path, { mappings: async () => [] })
  return importFiles({
    files,
    batchRowsMax: 2,
    accept,
    onProgress: (bytes, rows) => afterBatch({ bytes, rows }),
    onRejected: () => {},
    signal,
  })
}

test('stopped between two batches nothing is lost: the same import again goes on, and progress reaches the whole', async () => {
  const rows = (kind: string, count: number) => Array.from({ length: count }, (_, row) => `${kind}${row}\n`).join('')
  await writeFile(join(folder, 'customers-2.csv'), `id\n${rows('c', 5)}`)
  await writeFile(join(folder, 'customers-10.csv'), `id\n${rows('d', 4)}`)
  const stop = new AbortController()
  const stopped = await imported(({ rows }) => rows >= 4 && stop.abort(), stop.signal)
  const seen: { bytes: number; rows: number }[] = []
  const again = await imported(done => seen.push(done))
  const { received } = stopped.totals
  expect(stopped).toMatchObject({ stopped: true, totals: { created: received } })
  expect(received).toBeLessThan(9)
  const rest = { received: 9, created: 9 - received, unchanged: received, rejected: 0 }
  expect(again).toMatchObject({ stopped: false, totals: rest })
  expect(seen.at(-1)).toEqual({ bytes: 33, rows: 9 })
})

test('progress never falls, in whatever order batches are answered that are loaded together', async () => {
  const path = join(folder, 'long', 'customers.csv')
  await mkdir(join(folder, 'long'))
  const longerThanOneRead = 'x'.repeat(200_000)
  const rows = Array.from({ length: 8 }, (_, row) => `e${row},${longerThanOneRead}\n`).join('')
  await writeFile(path, `id,note\n${rows}`)
  const second = Promise.withResolvers<void>()
  const seen: number[] = []
  let calls = 0
  const accept: ImportWork['accept'] = async (batch, onTurn) => {
    calls += 1
    const isFirst = calls === 1
    onTurn()
    const answer = await acceptor.accept(batch, () => {})
    if (isFirst) await second.promise
    else second.resolve()
    return answer
  }
  await imported(({ bytes }) => seen.push(bytes), undefined, { path, accept })
  expect(new Set(seen).size).toBeGreaterThan(1)
  expect(seen).toEqual(seen.toSorted((one, other) => one - other))
})

test('the files of a folder come in the order of their kinds and numbers', async () => {
  await writeFile(join(folder, '.hidden.csv'), 'x')
  await writeFile(join(folder, 'readme.md'), 'x')
  await writeFile(join(folder, 'orders.ndjson.gz'), 'x')
  const names = (await planFiles(folder, { mappings: async () => [] })).map(({ path }) => path.slice(folder.length + 1))
  expect(names).toEqual(['customers-2.csv', 'customers-10.csv', 'orders.ndjson.gz'])
})

test.each([
  ['a file that is not there', 'none.csv', 'FILE_NOT_FOUND'],
  ['a name that tells no kind', 'list.csv', 'KIND_UNKNOWN'],
  ['a name that tells no format', 'orders.xls', 'FORMAT_UNKNOWN'],
  ['a folder without files to import', 'empty', 'NOTHING_TO_IMPORT'],
])('%s is refused before anything is read', async (_name, path, code) => {
  const place = await mkdtemp(join(folder, 'place-'))
  await mkdir(join(place, 'empty'))
  for (const file of ['list.csv', 'orders.xls']) await writeFile(join(place, file), 'id')
  await expect(planFiles(join(place, path), { mappings: async () => [] })).rejects.toMatchObject({ problem: { code } })
})
